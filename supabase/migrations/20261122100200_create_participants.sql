create table public.participants (
  id uuid primary key,
  first_name text check (length(first_name) between 1 and 40),
  language text not null default 'nl' check (language ~ '^[a-z]{2,3}$'),
  created_at timestamptz not null default now()
);
comment on table public.participants is 'Somebody who takes part: no account needed. Readable by that person only; public names are chosen per idea or group.';
alter table public.participants enable row level security;
create policy "a participant reads their own row" on public.participants for select to authenticated
  using (id = (select auth.uid()));
create policy "a participant changes their own row" on public.participants for update to authenticated
  using (id = (select auth.uid())) with check (id = (select auth.uid()));
create policy "a participant makes their own row" on public.participants for insert to authenticated
  with check (id = (select auth.uid()));

create table public.accounts (
  participant_id uuid primary key references public.participants (id) on delete cascade,
  email text not null unique check (email = lower(email) and position('@' in email) > 1 and length(email) <= 254),
  created_at timestamptz not null default now()
);
comment on table public.accounts is 'The e-mail address an account signs in with. Readable by its owner only.';
alter table public.accounts enable row level security;
create policy "an account reads its own address" on public.accounts for select to authenticated
  using (participant_id = (select auth.uid()));

create table public.memberships (
  neighbourhood_id uuid not null references public.neighbourhoods (id) on delete cascade,
  participant_id uuid not null references public.participants (id) on delete cascade,
  role text not null check (role in ('facilitator', 'planner', 'administrator')),
  created_at timestamptz not null default now(),
  primary key (neighbourhood_id, participant_id, role)
);
comment on table public.memberships is 'Who works in a neighbourhood, and as what. Roles are per neighbourhood.';
create index memberships_participant on public.memberships (participant_id);
alter table public.memberships enable row level security;

create function private.my_neighbourhoods(with_roles text[])
returns setof uuid language sql stable security definer set search_path = ''
-- definer: row-level security of memberships would otherwise call itself
as $$ select m.neighbourhood_id from public.memberships m
      where m.participant_id = auth.uid() and m.role = any (with_roles) $$;
grant execute on function private.my_neighbourhoods to anon, authenticated, service_role;

create function private.has_role(in_neighbourhood uuid, with_roles text[])
returns boolean language sql stable security definer set search_path = ''
-- definer: as my_neighbourhoods
as $$ select exists (select 1 from public.memberships m where m.participant_id = auth.uid()
      and m.neighbourhood_id = in_neighbourhood and m.role = any (with_roles)) $$;
grant execute on function private.has_role to anon, authenticated, service_role;

create policy "a person reads their own memberships" on public.memberships for select to authenticated
  using (participant_id = (select auth.uid()));
create policy "an administrator reads memberships" on public.memberships for select to authenticated
  using (neighbourhood_id in (select private.my_neighbourhoods(array['administrator'])));
create policy "an administrator gives memberships" on public.memberships for insert to authenticated
  with check (neighbourhood_id in (select private.my_neighbourhoods(array['administrator'])));
create policy "an administrator ends memberships" on public.memberships for delete to authenticated
  using (neighbourhood_id in (select private.my_neighbourhoods(array['administrator'])));

create policy "an administrator changes the neighbourhood" on public.neighbourhoods for update to authenticated
  using (id in (select private.my_neighbourhoods(array['administrator'])))
  with check (id in (select private.my_neighbourhoods(array['administrator'])));
create policy "an administrator adds themes" on public.themes for insert to authenticated
  with check (neighbourhood_id in (select private.my_neighbourhoods(array['administrator'])));
create policy "an administrator changes themes" on public.themes for update to authenticated
  using (neighbourhood_id in (select private.my_neighbourhoods(array['administrator'])))
  with check (neighbourhood_id in (select private.my_neighbourhoods(array['administrator'])));
create policy "an administrator removes themes" on public.themes for delete to authenticated
  using (neighbourhood_id in (select private.my_neighbourhoods(array['administrator'])));

create table public.contacts (
  participant_id uuid not null references public.participants (id) on delete cascade,
  neighbourhood_id uuid not null references public.neighbourhoods (id) on delete cascade,
  channel text not null check (channel in ('call', 'card', 'mail')),
  value text not null check (length(value) between 3 and 200),
  created_at timestamptz not null default now(),
  primary key (participant_id, neighbourhood_id, channel)
);
comment on table public.contacts is 'How somebody wants to hear back: telephone number, postal or e-mail address. Only they and the facilitator of the neighbourhood read it.';
create index contacts_neighbourhood on public.contacts (neighbourhood_id);
alter table public.contacts enable row level security;
create policy "a person reads their own contact" on public.contacts for select to authenticated
  using (participant_id = (select auth.uid()));
create policy "a facilitator reads contacts" on public.contacts for select to authenticated
  using (neighbourhood_id in (select private.my_neighbourhoods(array['facilitator'])));
create policy "a person leaves their own contact" on public.contacts for insert to authenticated
  with check (participant_id = (select auth.uid()));
create policy "a person changes their own contact" on public.contacts for update to authenticated
  using (participant_id = (select auth.uid())) with check (participant_id = (select auth.uid()));
create policy "a person removes their own contact" on public.contacts for delete to authenticated
  using (participant_id = (select auth.uid()));

create table public.sessions (
  token_hash text primary key,
  participant_id uuid not null references public.participants (id) on delete cascade,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '180 days',
  revoked_at timestamptz
);
comment on table public.sessions is 'Our own revocable sessions: the SHA-256 of the cookie, never the cookie. No policy: the server''s system client alone reads it.';
create index sessions_participant on public.sessions (participant_id);
alter table public.sessions enable row level security;

create table public.one_time_codes (
  code_hash text primary key,
  purpose text not null check (purpose in ('transfer', 'sign_in', 'administrator')),
  participant_id uuid references public.participants (id) on delete cascade,
  email text,
  tries smallint not null default 0,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);
comment on table public.one_time_codes is 'Codes that may be used once: moving an identity to another device, signing in, letting a first administrator in. No policy: system only.';
alter table public.one_time_codes enable row level security;

create table public.invitations (
  id uuid primary key default gen_random_uuid(),
  neighbourhood_id uuid not null references public.neighbourhoods (id) on delete cascade,
  email text not null check (email = lower(email) and position('@' in email) > 1 and length(email) <= 254),
  role text check (role in ('facilitator', 'planner', 'administrator')),
  organisation_id uuid,
  mandate text check (mandate in ('steward', 'deputy', 'member')),
  created_at timestamptz not null default now(),
  accepted_at timestamptz,
  check ((role is null) <> (organisation_id is null))
);
comment on table public.invitations is 'An e-mail address that becomes a role or a place in an organisation at its first sign-in.';
alter table public.invitations enable row level security;
create policy "an administrator reads invitations" on public.invitations for select to authenticated
  using (neighbourhood_id in (select private.my_neighbourhoods(array['administrator'])));
create policy "an administrator invites" on public.invitations for insert to authenticated
  with check (neighbourhood_id in (select private.my_neighbourhoods(array['administrator'])));
create policy "an administrator withdraws an invitation" on public.invitations for delete to authenticated
  using (neighbourhood_id in (select private.my_neighbourhoods(array['administrator'])));

create table public.outbox_mails (
  id uuid primary key default gen_random_uuid(),
  recipient text not null,
  subject text not null,
  body text not null,
  created_at timestamptz not null default now(),
  sent_at timestamptz
);
comment on table public.outbox_mails is 'Mail as it was or would be sent. Without SMTP_URL it stays here. No policy: system only.';
alter table public.outbox_mails enable row level security;

create table public.idempotency_keys (
  participant_id uuid not null,
  key text not null check (length(key) between 8 and 100),
  request_hash text not null,
  response jsonb,
  created_at timestamptz not null default now(),
  primary key (participant_id, key)
);
comment on table public.idempotency_keys is 'What was answered to a request, so that a retry is the same thing twice. Scoped to the actor, kept seven days.';
alter table public.idempotency_keys enable row level security;
