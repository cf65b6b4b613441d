create table public.ideas (
  id uuid primary key,
  neighbourhood_id uuid not null references public.neighbourhoods (id) on delete cascade,
  kind text not null default 'wish' check (kind in ('wish', 'report', 'question')),
  title text not null check (length(btrim(title)) between 1 and 120),
  description text not null default '' check (length(description) <= 2000),
  original text check (length(original) <= 2000),
  language text not null default 'nl' check (language ~ '^[a-z]{2,3}$'),
  theme_id uuid references public.themes (id) on delete set null,
  size text not null default 'lasting' check (size in ('small', 'lasting')),
  place_needed boolean not null default true,
  place_id uuid references public.places (id) on delete set null,
  location extensions.geometry(Geometry, 4326)
    check (case when private.is_measurable(location) then extensions.st_isvalid(location) else location is null end),
  point extensions.geometry(Point, 4326) generated always as (extensions.st_pointonsurface(location)) stored,
  street text,
  ground text,
  moved_to_street boolean not null default false,
  state text not null default 'open' check (state in ('open', 'taken_up', 'realised', 'passed_on', 'declined', 'withdrawn')),
  realised_on date,
  author_name text check (length(btrim(author_name)) between 1 and 40),
  can_do text check (length(can_do) <= 500),
  relayed boolean not null default false,
  hidden boolean not null default false,
  read_before date,
  read_at timestamptz,
  support_count integer not null default 0,
  helper_count integer not null default 0,
  comment_count integer not null default 0,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now()
);
comment on table public.ideas is 'A wish, a report of something broken, or a question; with or without a place. Its author stands in idea_authors, never here; relayed ideas are one-to-one wishes that never stand on the public map.';
comment on column public.ideas.original is 'What was said in the author''s own language, when title and description are a translation.';
comment on column public.ideas.can_do is 'The end of "I want to and can do myself ...".';
create index ideas_neighbourhood on public.ideas (neighbourhood_id, created_at desc);
create index ideas_location on public.ideas using gist (location);
create index ideas_point on public.ideas using gist (point);
create index ideas_place on public.ideas (place_id);
create index ideas_title on public.ideas using gin (title extensions.gin_trgm_ops);
alter table public.ideas enable row level security;

create table public.idea_authors (
  idea_id uuid primary key references public.ideas (id) on delete cascade,
  participant_id uuid not null,
  entered_by uuid,
  consent_note text
);
comment on table public.idea_authors is 'Who made an idea: readable by that person and the facilitator only. entered_by is the facilitator who wrote it down for somebody.';
create index idea_authors_participant on public.idea_authors (participant_id);
alter table public.idea_authors enable row level security;

create function private.my_ideas()
returns setof uuid language sql stable security definer set search_path = ''
-- definer: policies of ideas and idea_authors would otherwise call each other
as $$ select a.idea_id from public.idea_authors a where a.participant_id = auth.uid() $$;
grant execute on function private.my_ideas to anon, authenticated, service_role;

create policy "all read public ideas" on public.ideas for select to anon, authenticated
  using (not hidden and not relayed);
create policy "authors read their own idea" on public.ideas for select to authenticated
  using (id in (select private.my_ideas()));
create policy "facilitators read every idea" on public.ideas for select to authenticated
  using (neighbourhood_id in (select private.my_neighbourhoods(array['facilitator'])));
create policy "an author reads that they are the author" on public.idea_authors for select to authenticated
  using (participant_id = (select auth.uid()));
create policy "a facilitator reads authors" on public.idea_authors for select to authenticated
  using (exists (select 1 from public.ideas i where i.id = idea_authors.idea_id
    and i.neighbourhood_id in (select private.my_neighbourhoods(array['facilitator']))));

-- Policies are tried in the order of their names: the one that costs nothing and is nearly always true comes first.

-- True while a statement comes straight from the data API instead of from one of our definer functions.
create function private.called_directly()
returns boolean language sql stable security invoker set search_path = ''
as $$ select current_user in ('anon', 'authenticated') $$;
grant execute on function private.called_directly to anon, authenticated, service_role;

create function private.next_friday(from_day date)
returns date language sql immutable security invoker set search_path = ''
-- the first Friday that leaves at least two days to read
as $$ select from_day + (2 + (5 - extract(isodow from from_day + 2)::int + 7) % 7) $$;
grant execute on function private.next_friday to anon, authenticated, service_role;

-- A point in the border; of a line or an area the spot it is named after, and at least half of it.
create function private.lies_inside(border extensions.geometry, shape extensions.geometry)
returns boolean language sql immutable security invoker set search_path = ''
as $$
  select extensions.st_intersects(border, extensions.st_pointonsurface(shape)) and case extensions.st_dimension(shape)
    when 0 then true
    when 1 then extensions.st_length(extensions.st_intersection(shape, border)) >= 0.5 * extensions.st_length(shape)
    else extensions.st_area(extensions.st_intersection(shape, border)) >= 0.5 * extensions.st_area(shape) end
$$;
grant execute on function private.lies_inside to anon, authenticated, service_role;

create function private.prepare_idea()
returns trigger language plpgsql security invoker set search_path = ''
as $$
declare
  here record;
  home record;
begin
  select n.id, n.border, n.time_zone into home from public.neighbourhoods n where n.id = new.neighbourhood_id;
  if home.id is null then
    perform private.refuse('PT404', 'neighbourhood_unknown');
  end if;
  if tg_op = 'UPDATE' then
    if new.id <> old.id or new.neighbourhood_id <> old.neighbourhood_id then
      perform private.refuse('PT403', 'neighbourhood_fixed');
    end if;
    -- what its author edits, and nothing that others change meanwhile; shapes as text, for without a search path
    -- geometry has no equals sign
    if (new.title, new.description, new.location::text, new.theme_id, new.author_name, new.can_do, new.size, new.place_needed)
      is distinct from (old.title, old.description, old.location::text, old.theme_id, old.author_name, old.can_do, old.size,
        old.place_needed) then
      new.version := old.version + 1;
    end if;
  end if;

  if new.theme_id is not null and (tg_op = 'INSERT' or new.theme_id is distinct from old.theme_id)
    and not exists (select 1 from public.themes t where t.id = new.theme_id and t.neighbourhood_id = new.neighbourhood_id) then
    perform private.refuse('PT422', 'theme_unknown', 'theme');
  end if;

  new.changed_at := now();
  if new.location is not null and (tg_op = 'INSERT' or new.location::text is distinct from old.location::text) then
    if not private.is_measurable(new.location)
      or extensions.geometrytype(new.location) not in ('POINT', 'LINESTRING', 'POLYGON', 'MULTIPOLYGON')
      or extensions.st_npoints(new.location) > 500 then
      perform private.refuse('PT422', 'location_malformed', 'location');
    end if;
    if not private.lies_inside(home.border, new.location) then
      perform private.refuse('PT422', 'location_outside', 'location');
    end if;
    select * into here from private.locate(new.neighbourhood_id, extensions.st_pointonsurface(new.location));
    new.street := here.street;
    new.ground := here.ground;
    new.moved_to_street := false;
    -- a shape drawn round one house marks that house as much as a pin does; a larger one marks a piece of the village
    if here.ground in ('home', 'yard') and (extensions.geometrytype(new.location) = 'POINT'
      or exists (select 1 from public.map_objects o where o.neighbourhood_id = new.neighbourhood_id and o.id = here.object_id
        and extensions.st_coveredby(new.location, o.geometry))) then
      if here.moved is null then
        perform private.refuse('PT422', 'location_on_home', 'location');
      end if;
      new.location := here.moved;
      new.ground := 'road';
      new.moved_to_street := true;
    end if;
  elsif new.location is null then
    new.street := null;
    new.ground := null;
    new.moved_to_street := false;
  end if;
  return new;
end
$$;
create trigger ideas_prepare before insert or update on public.ideas
  for each row execute function private.prepare_idea();

create function private.remember_author()
returns trigger language plpgsql security definer set search_path = ''
as $$
begin
  -- definer: idea_authors has no insert policy, so that nobody can claim somebody else's idea
  if auth.uid() is not null then
    insert into public.idea_authors (idea_id, participant_id) values (new.id, auth.uid())
    on conflict (idea_id) do nothing;
  end if;
  return null;
end
$$;
create trigger ideas_remember_author after insert on public.ideas
  for each row execute function private.remember_author();

-- Rows that hang on an idea are visible exactly as far as the idea is.
create function private.idea_neighbourhood(of_idea uuid)
returns uuid language sql stable security definer set search_path = ''
-- definer: answers for ideas the caller may see and for triggers alike; it gives an id away, nothing else
as $$ select i.neighbourhood_id from public.ideas i where i.id = of_idea $$;
grant execute on function private.idea_neighbourhood to anon, authenticated, service_role;

create table public.moderations (
  idea_id uuid primary key references public.ideas (id) on delete cascade,
  reason text not null check (length(btrim(reason)) between 1 and 1000),
  created_at timestamptz not null default now()
);
comment on table public.moderations is 'Why an idea is hidden: for its author and the facilitator.';
alter table public.moderations enable row level security;
create policy "an author reads why" on public.moderations for select to authenticated
  using (idea_id in (select private.my_ideas()));
create policy "a facilitator reads why" on public.moderations for select to authenticated
  using (exists (select 1 from public.ideas i where i.id = moderations.idea_id
    and i.neighbourhood_id in (select private.my_neighbourhoods(array['facilitator']))));

create table public.answers (
  idea_id uuid primary key references public.ideas (id) on delete cascade,
  kind text not null check (kind in ('passed_on', 'declined')),
  organisation_id uuid not null references public.organisations (id) on delete cascade,
  number text,
  reason text check (length(reason) <= 1000),
  called_first boolean not null default false,
  publish_at timestamptz not null default now(),
  published boolean not null default false,
  created_at timestamptz not null default now()
);
comment on table public.answers is 'A named party''s word on an idea: a report passed on with its number, or a no with a reason in plain words, public once the clock has published it.';
alter table public.answers enable row level security;
create policy "everybody reads published answers" on public.answers for select to anon, authenticated
  using (published and exists (select 1 from public.ideas i where i.id = answers.idea_id));
create policy "a facilitator reads answers" on public.answers for select to authenticated
  using (exists (select 1 from public.ideas i where i.id = answers.idea_id
    and i.neighbourhood_id in (select private.my_neighbourhoods(array['facilitator']))));
create policy "an author reads the answer" on public.answers for select to authenticated
  using (idea_id in (select private.my_ideas()));

create table public.needs (
  id uuid primary key,
  idea_id uuid not null references public.ideas (id) on delete cascade,
  kind text not null check (kind in ('hands', 'skill', 'tools', 'partner', 'place', 'permission', 'key', 'money', 'insurance', 'other')),
  words text not null default '' check (length(words) <= 200),
  amount integer check (amount between 1 and 1000000),
  covered_at timestamptz,
  covered_by text check (length(covered_by) <= 120),
  organisation_id uuid references public.organisations (id) on delete set null,
  position smallint not null default 0,
  created_at timestamptz not null default now()
);
comment on table public.needs is 'What an idea lacks and who covers it. amount is whole euros for money, people for hands. covered_by is the name as shown.';
create index needs_idea on public.needs (idea_id);
alter table public.needs enable row level security;
create policy "everybody reads needs of ideas they can read" on public.needs for select to anon, authenticated
  using (exists (select 1 from public.ideas i where i.id = needs.idea_id));

create table public.supports (
  idea_id uuid not null references public.ideas (id) on delete cascade,
  participant_id uuid not null,
  degree text not null default 'want' check (degree in ('want', 'make', 'help', 'come', 'say')),
  created_at timestamptz not null default now(),
  primary key (idea_id, participant_id)
);
comment on table public.supports is '"I want this too" and how much somebody will do. Counts are public, names are not.';
create index supports_participant on public.supports (participant_id);
alter table public.supports enable row level security;
create policy "a person reads their own support" on public.supports for select to authenticated
  using (participant_id = (select auth.uid()));
create policy "a facilitator reads who supports" on public.supports for select to authenticated
  using (exists (select 1 from public.ideas i where i.id = supports.idea_id
    and i.neighbourhood_id in (select private.my_neighbourhoods(array['facilitator']))));
create policy "a person supports an idea they can read" on public.supports for insert to authenticated
  with check (participant_id = (select auth.uid()) and exists (select 1 from public.ideas i where i.id = supports.idea_id));
create policy "a person changes their own support" on public.supports for update to authenticated
  using (participant_id = (select auth.uid()))
  with check (participant_id = (select auth.uid()) and exists (select 1 from public.ideas i where i.id = supports.idea_id));
create policy "a person takes their support back" on public.supports for delete to authenticated
  using (participant_id = (select auth.uid()));

create function private.count_support_of(of_idea uuid)
returns void language plpgsql security definer set search_path = ''
as $$
begin
  -- definer: a supporter may not update the idea itself; the author's own degree does not count as support.
  -- The row is taken first: of two supports at the same moment the second must count after the first is there.
  perform 1 from public.ideas i where i.id = of_idea for no key update;
  update public.ideas i set
    support_count = (select count(*) from public.supports s where s.idea_id = of_idea
      and s.participant_id not in (select a.participant_id from public.idea_authors a where a.idea_id = of_idea)),
    helper_count = (select count(*) from public.supports s where s.idea_id = of_idea and s.degree in ('make', 'help'))
  where i.id = of_idea;
end
$$;

create function private.count_supports()
returns trigger language plpgsql security definer set search_path = ''
as $$
begin
  -- definer: count_support_of is granted to no request role
  if tg_op = 'UPDATE' and (new.idea_id, new.participant_id, new.created_at)
    is distinct from (old.idea_id, old.participant_id, old.created_at) then
    perform private.refuse('PT403', 'field_derived');
  end if;
  perform private.count_support_of(coalesce(new.idea_id, old.idea_id));
  return null;
end
$$;
create trigger supports_count after insert or update or delete on public.supports
  for each row execute function private.count_supports();

create table public.comments (
  id uuid primary key,
  idea_id uuid not null references public.ideas (id) on delete cascade,
  body text not null check (length(btrim(body)) between 1 and 1000),
  author_name text check (length(btrim(author_name)) between 1 and 40),
  language text not null default 'nl' check (language ~ '^[a-z]{2,3}$'),
  hidden boolean not null default false,
  created_at timestamptz not null default now()
);
comment on table public.comments is 'What people say under an idea; who said it stands in comment_authors.';
create index comments_idea on public.comments (idea_id, created_at);
alter table public.comments enable row level security;

create table public.comment_authors (
  comment_id uuid primary key references public.comments (id) on delete cascade,
  participant_id uuid not null
);
comment on table public.comment_authors is 'Who wrote a comment: that person and the facilitator only.';
create index comment_authors_participant on public.comment_authors (participant_id);
alter table public.comment_authors enable row level security;

create function private.my_comments()
returns setof uuid language sql stable security definer set search_path = ''
-- definer: policies of comments and comment_authors would otherwise call each other
as $$ select a.comment_id from public.comment_authors a where a.participant_id = auth.uid() $$;
grant execute on function private.my_comments to anon, authenticated, service_role;

create policy "everybody reads comments of ideas they can read" on public.comments for select to anon, authenticated
  using (not hidden and exists (select 1 from public.ideas i where i.id = comments.idea_id));
create policy "a facilitator reads every comment" on public.comments for select to authenticated
  using (exists (select 1 from public.ideas i where i.id = comments.idea_id
    and i.neighbourhood_id in (select private.my_neighbourhoods(array['facilitator']))));
create policy "an author reads their own comment" on public.comments for select to authenticated
  using (id in (select private.my_comments()));
create policy "a participant comments on an idea they can read" on public.comments for insert to authenticated
  with check ((select auth.uid()) is not null and not hidden and exists (select 1 from public.ideas i where i.id = comments.idea_id));
create policy "a facilitator hides a comment" on public.comments for update to authenticated
  using (exists (select 1 from public.ideas i where i.id = comments.idea_id
    and i.neighbourhood_id in (select private.my_neighbourhoods(array['facilitator']))))
  with check (exists (select 1 from public.ideas i where i.id = comments.idea_id
    and i.neighbourhood_id in (select private.my_neighbourhoods(array['facilitator']))));
create policy "an author removes their own comment" on public.comments for delete to authenticated
  using (id in (select private.my_comments()));
create policy "an author reads that they wrote it" on public.comment_authors for select to authenticated
  using (participant_id = (select auth.uid()));
create policy "a facilitator reads who commented" on public.comment_authors for select to authenticated
  using (exists (select 1 from public.comments c join public.ideas i on i.id = c.idea_id where c.id = comment_authors.comment_id
    and i.neighbourhood_id in (select private.my_neighbourhoods(array['facilitator']))));

create function private.guard_comment()
returns trigger language plpgsql security invoker set search_path = ''
as $$
begin
  if private.called_directly() then
    if tg_op = 'INSERT' then
      new.created_at := now();
    elsif (new.id, new.idea_id, new.body, new.author_name, new.language, new.created_at)
      is distinct from (old.id, old.idea_id, old.body, old.author_name, old.language, old.created_at) then
      perform private.refuse('PT403', 'field_derived'); -- it can be hidden, not rewritten
    end if;
  end if;
  return new;
end
$$;
create trigger comments_guard before insert or update on public.comments
  for each row execute function private.guard_comment();

create function private.after_comment()
returns trigger language plpgsql security definer set search_path = ''
as $$
begin
  -- definer: comment_authors has no insert policy, and a commenter may not update the idea
  if tg_op = 'INSERT' and auth.uid() is not null then
    insert into public.comment_authors (comment_id, participant_id) values (new.id, auth.uid());
    perform private.refuse_flood(120, (select count(*) from public.comment_authors a join public.comments c on c.id = a.comment_id
      where a.participant_id = auth.uid() and c.created_at > now() - interval '1 hour'));
  end if;
  -- taken first, as in count_support_of
  perform 1 from public.ideas i where i.id = coalesce(new.idea_id, old.idea_id) for no key update;
  update public.ideas i set comment_count =
    (select count(*) from public.comments c where c.idea_id = i.id and not c.hidden)
  where i.id = coalesce(new.idea_id, old.idea_id);
  return null;
end
$$;
create trigger comments_after after insert or update or delete on public.comments
  for each row execute function private.after_comment();

create table public.next_steps (
  id uuid primary key,
  idea_id uuid not null references public.ideas (id) on delete cascade,
  what text not null check (length(btrim(what)) between 1 and 300),
  who text not null check (length(who) between 1 and 80),
  due date not null,
  done_at timestamptz,
  created_at timestamptz not null default now()
);
comment on table public.next_steps is 'What happens next with an idea, as a person put it: what, who (as shown), before when. Without one the next step is derived from facts.';
create index next_steps_idea on public.next_steps (idea_id);
alter table public.next_steps enable row level security;
create policy "everybody reads next steps of ideas they can read" on public.next_steps for select to anon, authenticated
  using (exists (select 1 from public.ideas i where i.id = next_steps.idea_id));

create table public.follow_codes (
  idea_id uuid primary key references public.ideas (id) on delete cascade,
  neighbourhood_id uuid not null references public.neighbourhoods (id) on delete cascade,
  code text not null check (code ~ '^[A-Z]{3,8}-[0-9]{2,4}$'),
  unique (neighbourhood_id, code)
);
comment on table public.follow_codes is 'A short code to follow an idea by: gives its public status, nothing else. Readable by its author and the facilitator.';
alter table public.follow_codes enable row level security;
create policy "an author reads their follow code" on public.follow_codes for select to authenticated
  using (idea_id in (select private.my_ideas()));
create policy "a facilitator reads follow codes" on public.follow_codes for select to authenticated
  using (neighbourhood_id in (select private.my_neighbourhoods(array['facilitator'])));

create table public.follows (
  idea_id uuid not null references public.ideas (id) on delete cascade,
  participant_id uuid not null,
  channel text not null check (channel in ('self', 'call', 'card', 'mail', 'none')),
  created_at timestamptz not null default now(),
  primary key (idea_id, participant_id)
);
comment on table public.follows is 'How somebody wants to hear what happens with an idea.';
alter table public.follows enable row level security;
create policy "a person reads how they follow" on public.follows for select to authenticated
  using (participant_id = (select auth.uid()));
create policy "a facilitator reads who follows" on public.follows for select to authenticated
  using (exists (select 1 from public.ideas i where i.id = follows.idea_id
    and i.neighbourhood_id in (select private.my_neighbourhoods(array['facilitator']))));
create policy "a person follows an idea they can read" on public.follows for insert to authenticated
  with check (participant_id = (select auth.uid()) and exists (select 1 from public.ideas i where i.id = follows.idea_id));
create policy "a person changes how they follow" on public.follows for update to authenticated
  using (participant_id = (select auth.uid()))
  with check (participant_id = (select auth.uid()) and exists (select 1 from public.ideas i where i.id = follows.idea_id));
create policy "a person stops following" on public.follows for delete to authenticated
  using (participant_id = (select auth.uid()));

create table public.pearls (
  id uuid primary key,
  neighbourhood_id uuid not null references public.neighbourhoods (id) on delete cascade,
  title text not null check (length(btrim(title)) between 1 and 120),
  why text not null default '' check (length(why) <= 1000),
  location extensions.geometry(Point, 4326),
  street text,
  ground text,
  author_name text check (length(btrim(author_name)) between 1 and 40),
  example boolean not null default false,
  hidden boolean not null default false,
  created_at timestamptz not null default now()
);
comment on table public.pearls is 'What residents say is good as it is.';
create index pearls_neighbourhood on public.pearls (neighbourhood_id);
create index pearls_location on public.pearls using gist (location);
alter table public.pearls enable row level security;

create table public.pearl_authors (
  pearl_id uuid primary key references public.pearls (id) on delete cascade,
  participant_id uuid not null
);
comment on table public.pearl_authors is 'Who marked a pearl: that person and the facilitator only.';
alter table public.pearl_authors enable row level security;

create function private.my_pearls()
returns setof uuid language sql stable security definer set search_path = ''
-- definer: policies of pearls and pearl_authors would otherwise call each other
as $$ select a.pearl_id from public.pearl_authors a where a.participant_id = auth.uid() $$;
grant execute on function private.my_pearls to anon, authenticated, service_role;

create policy "everybody reads pearls" on public.pearls for select to anon, authenticated using (not hidden);
create policy "an author reads their own pearl" on public.pearls for select to authenticated
  using (id in (select private.my_pearls()));
create policy "a facilitator reads every pearl" on public.pearls for select to authenticated
  using (neighbourhood_id in (select private.my_neighbourhoods(array['facilitator'])));
create policy "a participant marks a pearl" on public.pearls for insert to authenticated
  with check ((select auth.uid()) is not null);
create policy "a facilitator hides a pearl" on public.pearls for update to authenticated
  using (neighbourhood_id in (select private.my_neighbourhoods(array['facilitator'])))
  with check (neighbourhood_id in (select private.my_neighbourhoods(array['facilitator'])));
create policy "an author removes their own pearl" on public.pearls for delete to authenticated
  using (id in (select private.my_pearls()));
create policy "an author reads that they marked it" on public.pearl_authors for select to authenticated
  using (participant_id = (select auth.uid()));
create policy "a facilitator reads who marked it" on public.pearl_authors for select to authenticated
  using (exists (select 1 from public.pearls p where p.id = pearl_authors.pearl_id
    and p.neighbourhood_id in (select private.my_neighbourhoods(array['facilitator']))));

create function private.prepare_pearl()
returns trigger language plpgsql security invoker set search_path = ''
as $$
declare
  here record;
begin
  if tg_op = 'UPDATE' then
    if (new.id, new.neighbourhood_id) is distinct from (old.id, old.neighbourhood_id) then
      perform private.refuse('PT403', 'neighbourhood_fixed');
    end if;
    if private.called_directly() and (to_jsonb(new) - 'hidden') <> (to_jsonb(old) - 'hidden') then
      perform private.refuse('PT403', 'field_derived'); -- it can be hidden, not rewritten
    end if;
  elsif private.called_directly() then
    new.hidden := false;
    new.example := false;
    new.created_at := now();
    new.street := null;
    new.ground := null;
  end if;
  if new.location is not null and (tg_op = 'INSERT' or new.location::text is distinct from old.location::text) then
    if not private.is_measurable(new.location) then
      perform private.refuse('PT422', 'location_malformed', 'location');
    end if;
    select * into here from private.locate(new.neighbourhood_id, new.location);
    if not here.inside then
      perform private.refuse('PT422', 'location_outside', 'location');
    end if;
    new.street := here.street;
    new.ground := here.ground;
    if here.ground in ('home', 'yard') then
      if here.moved is null then
        perform private.refuse('PT422', 'location_on_home', 'location');
      end if;
      new.location := here.moved;
      new.ground := 'road';
    end if;
  end if;
  return new;
end
$$;
create trigger pearls_prepare before insert or update on public.pearls
  for each row execute function private.prepare_pearl();

create function private.remember_pearl_author()
returns trigger language plpgsql security definer set search_path = ''
as $$
begin
  -- definer: pearl_authors has no insert policy, so that nobody can claim somebody else's pearl
  if auth.uid() is not null then
    insert into public.pearl_authors (pearl_id, participant_id) values (new.id, auth.uid());
    perform private.refuse_flood(60, (select count(*) from public.pearl_authors a join public.pearls p on p.id = a.pearl_id
      where a.participant_id = auth.uid() and p.created_at > now() - interval '1 hour'));
  end if;
  return null;
end
$$;
create trigger pearls_remember_author after insert on public.pearls
  for each row execute function private.remember_pearl_author();

create index pearl_authors_participant on public.pearl_authors (participant_id);

create table public.offers (
  id uuid primary key,
  neighbourhood_id uuid not null references public.neighbourhoods (id) on delete cascade,
  participant_id uuid not null,
  what text not null check (length(btrim(what)) between 2 and 500),
  when_words text not null default '' check (length(when_words) <= 200),
  how_far text not null default '' check (length(how_far) <= 200),
  first_name text check (length(btrim(first_name)) between 1 and 40),
  paused boolean not null default false,
  created_at timestamptz not null default now()
);
comment on table public.offers is 'What a volunteer can and wants to do. Never public as a person: the map shows one number for the neighbourhood.';
create index offers_neighbourhood on public.offers (neighbourhood_id);
create index offers_participant on public.offers (participant_id);
alter table public.offers enable row level security;
create policy "a helper reads their own offer" on public.offers for select to authenticated
  using (participant_id = (select auth.uid()));
create policy "a facilitator reads offers" on public.offers for select to authenticated
  using (neighbourhood_id in (select private.my_neighbourhoods(array['facilitator'])));
create policy "a participant offers something" on public.offers for insert to authenticated
  with check (participant_id = (select auth.uid()));
create policy "a helper changes their own offer" on public.offers for update to authenticated
  using (participant_id = (select auth.uid())) with check (participant_id = (select auth.uid()));
create policy "a helper removes their own offer" on public.offers for delete to authenticated
  using (participant_id = (select auth.uid()));

create function private.count_offers(in_neighbourhood uuid)
returns integer language sql stable security definer set search_path = ''
-- definer: gives one number, never a row
as $$ select count(*)::integer from public.offers o where o.neighbourhood_id = in_neighbourhood and not o.paused $$;
grant execute on function private.count_offers to anon, authenticated, service_role;

create table public.messages (
  id uuid primary key,
  neighbourhood_id uuid not null references public.neighbourhoods (id) on delete cascade,
  participant_id uuid not null,
  idea_id uuid references public.ideas (id) on delete set null,
  body text not null check (length(btrim(body)) between 1 and 2000),
  reply_to text check (length(reply_to) <= 200),
  read_at timestamptz,
  created_at timestamptz not null default now()
);
comment on table public.messages is 'A private word to the facilitator.';
create index messages_participant on public.messages (participant_id, created_at);
create index messages_neighbourhood on public.messages (neighbourhood_id, created_at desc);
alter table public.messages enable row level security;
create policy "a sender reads their own message" on public.messages for select to authenticated
  using (participant_id = (select auth.uid()));
create policy "a facilitator reads messages" on public.messages for select to authenticated
  using (neighbourhood_id in (select private.my_neighbourhoods(array['facilitator'])));
create policy "a participant writes to the facilitator" on public.messages for insert to authenticated
  with check (participant_id = (select auth.uid()));

-- The server limits how often somebody writes; on a hosted Supabase the data API is reachable without it, and one
-- request may carry a thousand rows.
create function private.refuse_flood(at_most integer, already bigint)
returns void language plpgsql stable security invoker set search_path = ''
as $$
begin
  if already > at_most then
    perform private.refuse('PT429', 'too_often');
  end if;
end
$$;
grant execute on function private.refuse_flood to anon, authenticated, service_role;

create function private.guard_offer()
returns trigger language plpgsql security definer set search_path = ''
as $$
begin
  -- definer: counts the rows of one person, whichever of them that person may read
  if auth.uid() is not null then
    if tg_op = 'INSERT' then
      new.created_at := now();
    else
      new.created_at := old.created_at;
    end if;
    perform private.refuse_flood(20, 1 + (select count(*) from public.offers o
      where o.participant_id = new.participant_id and o.id <> new.id));
  end if;
  return new;
end
$$;
create trigger offers_guard before insert or update on public.offers
  for each row execute function private.guard_offer();

create function private.guard_message()
returns trigger language plpgsql security definer set search_path = ''
as $$
begin
  -- definer: as guard_offer
  if auth.uid() is not null then
    new.created_at := now();
    new.read_at := null;
    perform private.refuse_flood(60, 1 + (select count(*) from public.messages m
      where m.participant_id = new.participant_id and m.created_at > now() - interval '1 hour'));
  end if;
  return new;
end
$$;
create trigger messages_guard before insert on public.messages
  for each row execute function private.guard_message();
