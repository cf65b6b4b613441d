-- Extensions live in their own schema; "private" holds functions and lookup tables only, never a table with
-- row-level security (the embedded backend grants every table privilege in a schema that holds one).
create schema if not exists extensions;
create schema if not exists private;

create extension if not exists postgis with schema extensions;
create extension if not exists btree_gist with schema extensions;
create extension if not exists pg_trgm with schema extensions;

grant usage on schema public, extensions, private to anon, authenticated, service_role;

-- A function may be called by nobody until a migration grants it by name.
alter default privileges revoke execute on functions from public;
alter default privileges in schema public revoke execute on functions from public, anon, authenticated;
alter default privileges in schema private revoke execute on functions from public;

create table public.canaries (
  id integer primary key,
  song text not null
);
comment on table public.canaries is 'One protected row that nobody may read: the start-up self-test asks for it as anon and stops the server when it gets it.';
alter table public.canaries enable row level security;
insert into public.canaries (id, song) values (1, 'nobody hears this');
