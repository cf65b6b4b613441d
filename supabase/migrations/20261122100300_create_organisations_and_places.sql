create table public.organisations (
  id uuid primary key,
  neighbourhood_id uuid not null references public.neighbourhoods (id) on delete cascade,
  name text not null check (length(name) between 2 and 120),
  kind text not null default 'club' check (length(kind) between 1 and 60),
  words text not null default '' check (length(words) <= 2000),
  reach text not null default '' check (length(reach) <= 500),
  location extensions.geometry(Point, 4326) check (location is null or private.is_measurable(location)),
  example boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null default now()
);
comment on table public.organisations is 'A club, school, church, welfare organisation, housing association or municipality, in its own words. reach says how to reach it, as it wishes that public.';
create index organisations_neighbourhood on public.organisations (neighbourhood_id);
create index organisations_location on public.organisations using gist (location);
alter table public.organisations enable row level security;
create policy "everybody reads organisations" on public.organisations for select to anon, authenticated using (true);

create table public.organisation_members (
  organisation_id uuid not null references public.organisations (id) on delete cascade,
  participant_id uuid not null references public.participants (id) on delete cascade,
  mandate text not null default 'member' check (mandate in ('steward', 'deputy', 'member')),
  shown_name text check (length(shown_name) between 1 and 40),
  created_at timestamptz not null default now(),
  primary key (organisation_id, participant_id)
);
comment on table public.organisation_members is 'Who acts for an organisation: as steward of its places, as the deputy, or as a member.';
create index organisation_members_participant on public.organisation_members (participant_id);
alter table public.organisation_members enable row level security;

-- An invitation to an organisation comes from that organisation's own neighbourhood: an administrator elsewhere would
-- otherwise make themselves its steward.
alter table public.invitations add constraint invitations_organisation_id_fkey
  foreign key (organisation_id) references public.organisations (id) on delete cascade;
create function private.guard_invitation()
returns trigger language plpgsql security invoker set search_path = ''
as $$
begin
  if new.organisation_id is not null and not exists (select 1 from public.organisations o
    where o.id = new.organisation_id and o.neighbourhood_id = new.neighbourhood_id) then
    perform private.refuse('PT422', 'organisation_unknown', 'organisation_id');
  end if;
  return new;
end
$$;
create trigger invitations_guard before insert on public.invitations
  for each row execute function private.guard_invitation();

create function private.my_organisations(with_mandates text[])
returns setof uuid language sql stable security definer set search_path = ''
-- definer: the policy of organisation_members would otherwise call itself
as $$ select m.organisation_id from public.organisation_members m
      where m.participant_id = auth.uid() and m.mandate = any (with_mandates) $$;
grant execute on function private.my_organisations to anon, authenticated, service_role;

create function private.administered_organisations()
returns setof uuid language sql stable security definer set search_path = ''
-- definer: used by policies of tables that organisations' policies refer to
as $$ select o.id from public.organisations o
      where o.neighbourhood_id in (select private.my_neighbourhoods(array['administrator'])) $$;
grant execute on function private.administered_organisations to anon, authenticated, service_role;

create policy "members read who else acts for their organisation" on public.organisation_members for select to authenticated
  using (organisation_id in (select private.my_organisations(array['steward', 'deputy', 'member'])));
create policy "an administrator reads organisation members" on public.organisation_members for select to authenticated
  using (organisation_id in (select private.administered_organisations()));
create policy "a facilitator reads organisation members" on public.organisation_members for select to authenticated
  using (organisation_id in (select o.id from public.organisations o
    where o.neighbourhood_id in (select private.my_neighbourhoods(array['facilitator']))));
create policy "an administrator adds organisation members" on public.organisation_members for insert to authenticated
  with check (organisation_id in (select private.administered_organisations()));
create policy "an administrator changes organisation members" on public.organisation_members for update to authenticated
  using (organisation_id in (select private.administered_organisations()))
  with check (organisation_id in (select private.administered_organisations()));
create policy "an administrator removes organisation members" on public.organisation_members for delete to authenticated
  using (organisation_id in (select private.administered_organisations()));

create policy "members change their organisation" on public.organisations for update to authenticated
  using (id in (select private.my_organisations(array['steward', 'deputy', 'member'])))
  with check (id in (select private.my_organisations(array['steward', 'deputy', 'member'])));
create policy "an administrator changes organisations" on public.organisations for update to authenticated
  using (neighbourhood_id in (select private.my_neighbourhoods(array['administrator'])))
  with check (neighbourhood_id in (select private.my_neighbourhoods(array['administrator'])));
create policy "an administrator adds organisations" on public.organisations for insert to authenticated
  with check (neighbourhood_id in (select private.my_neighbourhoods(array['administrator'])));

create table public.places (
  id uuid primary key,
  neighbourhood_id uuid not null references public.neighbourhoods (id) on delete cascade,
  kind text not null check (kind in ('building', 'meeting', 'green', 'other')),
  name text not null check (length(name) between 2 and 120),
  description text not null default '' check (length(description) <= 2000),
  street text check (length(street) <= 120),
  location extensions.geometry(Point, 4326) not null check (private.is_measurable(location)),
  shape extensions.geometry(Geometry, 4326)
    check (case when private.is_measurable(shape) and extensions.st_npoints(shape) <= 5000 then extensions.st_isvalid(shape) else shape is null end),
  map_object_id text check (length(map_object_id) <= 120),
  steward_organisation_id uuid references public.organisations (id) on delete set null,
  sharing text not null default 'shared' check (sharing in ('shared', 'exclusive')),
  source text check (length(source) <= 300),
  source_date text check (length(source_date) <= 60),
  certainty text check (length(certainty) <= 300),
  icon text not null default 'map-pin' check (length(icon) between 1 and 60),
  example boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null default now()
);
comment on table public.places is 'A physical asset: building, meeting space, green or other. steward_organisation_id says who answers for it; null means not known yet, and then the screen says so.';
create index places_neighbourhood on public.places (neighbourhood_id);
create index places_location on public.places using gist (location);
create index places_shape on public.places using gist (shape);
create index places_steward on public.places (steward_organisation_id);
alter table public.places enable row level security;
create policy "everybody reads places" on public.places for select to anon, authenticated using (true);
create policy "stewards change their places" on public.places for update to authenticated
  using (steward_organisation_id in (select private.my_organisations(array['steward', 'deputy'])))
  with check (steward_organisation_id in (select private.my_organisations(array['steward', 'deputy'])));
create policy "administrators and facilitators add places" on public.places for insert to authenticated
  with check (neighbourhood_id in (select private.my_neighbourhoods(array['administrator', 'facilitator'])));
create policy "administrators and facilitators change places" on public.places for update to authenticated
  using (neighbourhood_id in (select private.my_neighbourhoods(array['administrator', 'facilitator'])))
  with check (neighbourhood_id in (select private.my_neighbourhoods(array['administrator', 'facilitator'])));

-- A row never moves to another neighbourhood, whoever asks: a policy that checks the new row alone would let
-- somebody carry a row of theirs into a neighbourhood where they have a role, and back out.
create function private.keep_neighbourhood()
returns trigger language plpgsql security invoker set search_path = ''
as $$
begin
  if new.neighbourhood_id is distinct from old.neighbourhood_id or new.id is distinct from old.id then
    raise exception 'a row stays in its neighbourhood' using errcode = 'PT403', hint = 'neighbourhood_fixed';
  end if;
  return new;
end
$$;
create trigger organisations_stay before update on public.organisations
  for each row execute function private.keep_neighbourhood();
create trigger places_stay before update on public.places
  for each row execute function private.keep_neighbourhood();
create trigger themes_stay before update on public.themes
  for each row execute function private.keep_neighbourhood();

create function private.guard_organisation()
returns trigger language plpgsql security invoker set search_path = ''
as $$
begin
  if tg_op = 'UPDATE' then
    -- "example" says that an organisation is invented: taking that away is not for those who act for it
    if private.called_directly() and (new.example, new.created_at) is distinct from (old.example, old.created_at) then
      perform private.refuse('PT403', 'field_derived');
    end if;
    new.version := old.version + 1;
  elsif private.called_directly() then
    new.version := 1;
    new.created_at := now();
  end if;
  return new;
end
$$;
create trigger organisations_guard before insert or update on public.organisations
  for each row execute function private.guard_organisation();

create function private.guard_place()
returns trigger language plpgsql security invoker set search_path = ''
as $$
begin
  if new.steward_organisation_id is not null and not exists (select 1 from public.organisations o
    where o.id = new.steward_organisation_id and o.neighbourhood_id = new.neighbourhood_id) then
    perform private.refuse('PT422', 'organisation_unknown', 'steward_organisation_id');
  end if;
  if tg_op = 'UPDATE' then
    if private.called_directly() and (new.example, new.created_at) is distinct from (old.example, old.created_at) then
      perform private.refuse('PT403', 'field_derived');
    end if;
    new.version := old.version + 1;
  elsif private.called_directly() then
    new.version := 1;
    new.created_at := now();
  end if;
  if not private.is_measurable(new.location) or (new.shape is not null and not private.is_measurable(new.shape)) then
    perform private.refuse('PT422', 'location_malformed', 'location');
  end if;
  if private.called_directly() and (tg_op = 'INSERT' or (new.location::text, new.shape::text) is distinct from (old.location::text, old.shape::text))
    and not exists (select 1 from public.neighbourhoods n where n.id = new.neighbourhood_id
      and extensions.st_intersects(n.border, new.location)
      and (new.shape is null or extensions.st_intersects(n.border, new.shape))) then
    perform private.refuse('PT422', 'location_outside', 'location');
  end if;
  return new;
end
$$;
create trigger places_guard before insert or update on public.places
  for each row execute function private.guard_place();
