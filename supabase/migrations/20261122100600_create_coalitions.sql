create table public.coalitions (
  id uuid primary key,
  neighbourhood_id uuid not null references public.neighbourhoods (id) on delete cascade,
  idea_id uuid not null references public.ideas (id) on delete cascade,
  name text check (length(btrim(name)) between 1 and 120),
  state text not null default 'forming' check (state in ('forming', 'active', 'completed', 'resting', 'dissolved')),
  kept_going_since date,
  looked_after_by text check (length(looked_after_by) <= 120),
  next_check_in date,
  version integer not null default 1,
  created_at timestamptz not null default now()
);
comment on table public.coalitions is 'The group that takes an idea on. kept_going_since belongs to the group, with or without a place.';
create index coalitions_idea on public.coalitions (idea_id);
create index coalitions_neighbourhood on public.coalitions (neighbourhood_id);
alter table public.coalitions enable row level security;
create policy "everybody reads groups of ideas they can read" on public.coalitions for select to anon, authenticated
  using (exists (select 1 from public.ideas i where i.id = coalitions.idea_id));

create table public.coalition_members (
  id uuid primary key,
  coalition_id uuid not null references public.coalitions (id) on delete cascade,
  role text not null check (role in ('lead', 'member', 'partner', 'supporter')),
  shown_name text check (length(btrim(shown_name)) between 1 and 40),
  organisation_id uuid references public.organisations (id) on delete set null,
  says text check (length(says) <= 500),
  joined_at timestamptz not null default now(),
  left_at timestamptz
);
comment on table public.coalition_members is 'Who takes part in a group as the public may see it: shown_name null reads "somebody of the group". The person stands in coalition_people. left_at keeps history.';
create index coalition_members_coalition on public.coalition_members (coalition_id) where left_at is null;
alter table public.coalition_members enable row level security;

create table public.coalition_people (
  member_id uuid primary key references public.coalition_members (id) on delete cascade,
  participant_id uuid not null,
  household uuid not null default gen_random_uuid(),
  resident boolean not null default true,
  professional boolean not null default false
);
comment on table public.coalition_people is 'Which person a group member is, and with whom they share a home (for the composition rule). Read by the group and the facilitator only.';
create index coalition_people_participant on public.coalition_people (participant_id);
alter table public.coalition_people enable row level security;

create function private.my_coalitions(with_roles text[])
returns setof uuid language sql stable security definer set search_path = ''
-- definer: policies of coalition_members and coalition_people would otherwise call each other
as $$ select m.coalition_id from public.coalition_members m
      join public.coalition_people p on p.member_id = m.id
      where p.participant_id = auth.uid() and m.left_at is null and m.role = any (with_roles) $$;
grant execute on function private.my_coalitions to anon, authenticated, service_role;

create policy "everybody reads who is in a group they can read" on public.coalition_members for select to anon, authenticated
  using (exists (select 1 from public.coalitions c where c.id = coalition_members.coalition_id));
create policy "a member reads which person they are" on public.coalition_people for select to authenticated
  using (participant_id = (select auth.uid()));
create policy "a facilitator reads who is in a group" on public.coalition_people for select to authenticated
  using (exists (select 1 from public.coalition_members m join public.coalitions c on c.id = m.coalition_id
    where m.id = coalition_people.member_id
      and c.neighbourhood_id in (select private.my_neighbourhoods(array['facilitator']))));

create function private.coalition_composition(of_coalition uuid)
returns table (people integer, residents integer, households integer)
language sql stable security definer set search_path = ''
-- definer: counts only, never who. A professional who joins does not make a group of neighbours larger.
as $$
  select count(*) filter (where not p.professional)::integer,
    count(*) filter (where p.resident and not p.professional)::integer,
    count(distinct p.household) filter (where p.resident and not p.professional)::integer
  from public.coalition_members m join public.coalition_people p on p.member_id = m.id
  where m.coalition_id = of_coalition and m.left_at is null and m.role in ('lead', 'member')
$$;
grant execute on function private.coalition_composition to anon, authenticated, service_role;

create table public.claims (
  id uuid primary key,
  neighbourhood_id uuid not null references public.neighbourhoods (id) on delete cascade,
  coalition_id uuid not null references public.coalitions (id) on delete cascade,
  idea_id uuid not null references public.ideas (id) on delete cascade,
  place_id uuid not null references public.places (id) on delete cascade,
  purpose text not null check (length(btrim(purpose)) between 1 and 500),
  size text not null check (size in ('small', 'lasting')),
  starts_on date not null,
  ends_on date check (ends_on >= starts_on),
  weekly jsonb,
  during tstzmultirange not null check (not isempty(during)),
  exclusive smallint not null check (exclusive in (0, 1)),
  state text not null default 'requested' check (state in ('requested', 'in_talks', 'granted', 'refused', 'withdrawn',
    'in_progress', 'realised', 'in_stewardship', 'resting', 'released')),
  held boolean generated always as (state in ('granted', 'in_progress', 'realised', 'in_stewardship', 'resting')) stored,
  answer_by timestamptz,
  asks_whom text check (length(asks_whom) <= 120),
  asks_before date,
  silent_since timestamptz,
  other_place_id uuid references public.places (id) on delete set null,
  granted_at timestamptz,
  realised_on date,
  reopened_once boolean not null default false,
  looked_after_by text check (length(looked_after_by) <= 120),
  next_check_in date,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  -- An exclusive claim excludes every other held claim on that place and time, shared ones too.
  constraint claims_exclusive_excludes_exclusive exclude using gist (place_id with =, during with &&)
    where (exclusive = 1 and held),
  constraint claims_exclusive_excludes_shared exclude using gist (place_id with =, during with &&, exclusive with <>)
    where (held)
);
comment on table public.claims is 'A group''s request to use a place for a purpose and a period, and what became of it. during is the times as a multirange (weekly slots expanded in local time); overlap of held claims is refused by constraint.';
create index claims_place on public.claims (place_id);
create index claims_coalition on public.claims (coalition_id);
create index claims_idea on public.claims (idea_id);
create index claims_neighbourhood on public.claims (neighbourhood_id, state);
alter table public.claims enable row level security;
create policy "everybody reads claims of ideas they can read" on public.claims for select to anon, authenticated
  using (exists (select 1 from public.ideas i where i.id = claims.idea_id));

create table public.agreements (
  id uuid primary key,
  claim_id uuid not null references public.claims (id) on delete cascade,
  version integer not null,
  what text not null check (length(btrim(what)) between 1 and 1000),
  starts_on date not null,
  ends_on date,
  group_does text[] not null default '{}',
  owner_does text[] not null default '{}',
  conditions text[] not null default '{}',
  costs text not null default '' check (length(costs) <= 500),
  insurance text not null default '' check (length(insurance) <= 300),
  ending text not null default '' check (length(ending) <= 500),
  made_by text not null check (made_by in ('coalition', 'steward', 'facilitator')),
  created_at timestamptz not null default now(),
  unique (claim_id, version)
);
comment on table public.agreements is '"Our agreements": scope, period, conditions, who does what and how to end it nicely. A change is a new version.';
alter table public.agreements enable row level security;
create policy "everybody reads agreements of claims they can read" on public.agreements for select to anon, authenticated
  using (exists (select 1 from public.claims c where c.id = agreements.claim_id));

create table public.agreement_details (
  agreement_id uuid primary key references public.agreements (id) on delete cascade,
  key_holder text not null default '' check (length(key_holder) <= 300),
  who_to_call text not null default '' check (length(who_to_call) <= 300)
);
comment on table public.agreement_details is 'Who has the key and whom to call: for both parties and the facilitator only.';
alter table public.agreement_details enable row level security;

create table public.agreement_confirmations (
  agreement_id uuid not null references public.agreements (id) on delete cascade,
  side text not null check (side in ('coalition', 'steward')),
  on_paper boolean not null default false,
  confirmed_at timestamptz not null default now(),
  primary key (agreement_id, side)
);
comment on table public.agreement_confirmations is 'Which side agreed to which version, and whether on paper.';
alter table public.agreement_confirmations enable row level security;
create policy "everybody reads who agreed" on public.agreement_confirmations for select to anon, authenticated
  using (exists (select 1 from public.agreements a where a.id = agreement_confirmations.agreement_id));

-- Agreements a person is party to: as lead, as somebody who was in the group when it was made (anybody may join a
-- group, so joining later must not hand out a telephone number), as steward or deputy of the place, as facilitator.
create function private.my_agreements()
returns setof uuid language sql stable security definer set search_path = ''
-- definer: claims and places have policies of their own that this must not depend on
as $$
  select a.id from public.agreements a join public.claims c on c.id = a.claim_id
  where c.coalition_id in (select private.my_coalitions(array['lead']))
     or exists (select 1 from public.coalition_members m join public.coalition_people p on p.member_id = m.id
        where m.coalition_id = c.coalition_id and p.participant_id = auth.uid() and m.left_at is null
          and m.role in ('member', 'partner') and m.joined_at <= a.created_at)
     or c.place_id in (select p.id from public.places p
        where p.steward_organisation_id in (select private.my_organisations(array['steward', 'deputy'])))
     or c.neighbourhood_id in (select private.my_neighbourhoods(array['facilitator']))
$$;
grant execute on function private.my_agreements to anon, authenticated, service_role;

create policy "both parties read the private part" on public.agreement_details for select to authenticated
  using (agreement_id in (select private.my_agreements()));

create table public.commitments (
  id uuid primary key,
  neighbourhood_id uuid not null references public.neighbourhoods (id) on delete cascade,
  idea_id uuid not null references public.ideas (id) on delete cascade,
  coalition_id uuid not null references public.coalitions (id) on delete cascade,
  what text not null check (length(btrim(what)) between 1 and 300),
  due date not null,
  shown_name text check (length(btrim(shown_name)) between 1 and 40),
  organisation_id uuid references public.organisations (id) on delete set null,
  done_at timestamptz,
  dropped_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now()
);
comment on table public.commitments is 'One person''s or organisation''s promise: what, before when. Re-promising moves due; history keeps the old date.';
create index commitments_idea on public.commitments (idea_id);
create index commitments_coalition on public.commitments (coalition_id);
alter table public.commitments enable row level security;
create policy "everybody reads promises of ideas they can read" on public.commitments for select to anon, authenticated
  using (exists (select 1 from public.ideas i where i.id = commitments.idea_id));

create table public.commitment_people (
  commitment_id uuid primary key references public.commitments (id) on delete cascade,
  participant_id uuid not null
);
comment on table public.commitment_people is 'Which person promised: that person and the facilitator only.';
create index commitment_people_participant on public.commitment_people (participant_id);
alter table public.commitment_people enable row level security;
create policy "a person reads their own promises" on public.commitment_people for select to authenticated
  using (participant_id = (select auth.uid()));
create policy "a facilitator reads who promised" on public.commitment_people for select to authenticated
  using (exists (select 1 from public.commitments c where c.id = commitment_people.commitment_id
    and c.neighbourhood_id in (select private.my_neighbourhoods(array['facilitator']))));

create table public.uploads (
  id uuid primary key,
  neighbourhood_id uuid not null references public.neighbourhoods (id) on delete cascade,
  idea_id uuid references public.ideas (id) on delete cascade,
  description text not null default '' check (length(description) <= 300),
  width integer not null check (width between 1 and 8000),
  height integer not null check (height between 1 and 8000),
  people_agreed boolean,
  hidden boolean not null default false,
  created_at timestamptz not null default now()
);
comment on table public.uploads is 'A photo or drawing, re-encoded without metadata. people_agreed: whether people on it said yes; null when nobody is on it.';
create index uploads_idea on public.uploads (idea_id);
alter table public.uploads enable row level security;

create table public.upload_owners (
  upload_id uuid primary key references public.uploads (id) on delete cascade,
  participant_id uuid not null
);
comment on table public.upload_owners is 'Who put a photo up: that person and the facilitator only.';
alter table public.upload_owners enable row level security;

create function private.my_uploads()
returns setof uuid language sql stable security definer set search_path = ''
-- definer: policies of uploads and upload_owners would otherwise call each other
as $$ select o.upload_id from public.upload_owners o where o.participant_id = auth.uid() $$;
grant execute on function private.my_uploads to anon, authenticated, service_role;

create policy "everybody reads photos of ideas they can read" on public.uploads for select to anon, authenticated
  using (not hidden and exists (select 1 from public.ideas i where i.id = uploads.idea_id));
create policy "an owner reads their own photo" on public.uploads for select to authenticated
  using (id in (select private.my_uploads()));
create policy "a facilitator reads every photo" on public.uploads for select to authenticated
  using (neighbourhood_id in (select private.my_neighbourhoods(array['facilitator'])));
create policy "a facilitator hides a photo" on public.uploads for update to authenticated
  using (neighbourhood_id in (select private.my_neighbourhoods(array['facilitator'])))
  with check (neighbourhood_id in (select private.my_neighbourhoods(array['facilitator'])));
create policy "an owner removes their own photo" on public.uploads for delete to authenticated
  using (id in (select private.my_uploads()));
-- What somebody made can be hidden by the facilitator, not rewritten.
create function private.guard_hiding()
returns trigger language plpgsql security invoker set search_path = ''
as $$
begin
  if private.called_directly() and (to_jsonb(new) - 'hidden') <> (to_jsonb(old) - 'hidden') then
    perform private.refuse('PT403', 'field_derived');
  end if;
  return new;
end
$$;
create trigger uploads_stay before update on public.uploads
  for each row execute function private.guard_hiding();
create index upload_owners_participant on public.upload_owners (participant_id);
create policy "an owner reads that it is theirs" on public.upload_owners for select to authenticated
  using (participant_id = (select auth.uid()));
create policy "a facilitator reads whose photo it is" on public.upload_owners for select to authenticated
  using (exists (select 1 from public.uploads u where u.id = upload_owners.upload_id
    and u.neighbourhood_id in (select private.my_neighbourhoods(array['facilitator']))));

create table public.upload_variants (
  upload_id uuid not null references public.uploads (id) on delete cascade,
  variant text not null check (variant in ('small', 'large')),
  media_type text not null check (media_type in ('image/webp', 'image/jpeg')),
  bytes bytea not null check (octet_length(bytes) between 12 and 307200),
  primary key (upload_id, variant),
  -- what it says it is: on a hosted Supabase bytes can be sent without our server having made them
  check (case media_type when 'image/jpeg' then substring(bytes from 1 for 3) = '\xffd8ff'
    else substring(bytes from 1 for 4) = '\x52494646' and substring(bytes from 9 for 4) = '\x57454250' end)
);
comment on table public.upload_variants is 'The bytes of a photo, at most 300 kB a variant; readable as far as the photo is.';
alter table public.upload_variants enable row level security;
create policy "everybody reads bytes of photos they can read" on public.upload_variants for select to anon, authenticated
  using (exists (select 1 from public.uploads u where u.id = upload_variants.upload_id));

create table public.updates (
  id uuid primary key,
  neighbourhood_id uuid not null references public.neighbourhoods (id) on delete cascade,
  idea_id uuid not null references public.ideas (id) on delete cascade,
  kind text not null default 'news' check (kind in ('news', 'answer', 'realised')),
  body text not null check (length(btrim(body)) between 1 and 2000),
  shown_name text check (length(btrim(shown_name)) between 1 and 40),
  organisation_id uuid references public.organisations (id) on delete set null,
  upload_id uuid references public.uploads (id) on delete set null,
  hidden boolean not null default false,
  created_at timestamptz not null default now()
);
comment on table public.updates is 'Public progress on an idea, with or without a photo.';
create index updates_idea on public.updates (idea_id, created_at desc);
alter table public.updates enable row level security;
create policy "everybody reads news of ideas they can read" on public.updates for select to anon, authenticated
  using (not hidden and exists (select 1 from public.ideas i where i.id = updates.idea_id));
create policy "a facilitator reads all news" on public.updates for select to authenticated
  using (neighbourhood_id in (select private.my_neighbourhoods(array['facilitator'])));
create policy "a facilitator hides news" on public.updates for update to authenticated
  using (neighbourhood_id in (select private.my_neighbourhoods(array['facilitator'])))
  with check (neighbourhood_id in (select private.my_neighbourhoods(array['facilitator'])));
create trigger updates_stay before update on public.updates
  for each row execute function private.guard_hiding();

create table public.check_ins (
  id uuid primary key,
  coalition_id uuid not null references public.coalitions (id) on delete cascade,
  idea_id uuid not null references public.ideas (id) on delete cascade,
  asked_on date not null,
  answered_at timestamptz,
  answer text check (answer in ('going', 'needs_help', 'stopped')),
  words text check (length(words) <= 500)
);
comment on table public.check_ins is '"Is it still going well?": asked and answered.';
create index check_ins_coalition on public.check_ins (coalition_id, asked_on desc);
alter table public.check_ins enable row level security;
create policy "everybody reads check-ins of ideas they can read" on public.check_ins for select to anon, authenticated
  using (exists (select 1 from public.ideas i where i.id = check_ins.idea_id));

create table public.gatherings (
  id uuid primary key,
  neighbourhood_id uuid not null references public.neighbourhoods (id) on delete cascade,
  idea_id uuid references public.ideas (id) on delete cascade,
  place_id uuid references public.places (id) on delete set null,
  title text not null check (length(btrim(title)) between 2 and 120),
  where_words text not null default '' check (length(where_words) <= 200),
  words text not null default '' check (length(words) <= 500),
  starts_at timestamptz not null,
  ends_at timestamptz check (ends_at > starts_at),
  cancelled_at timestamptz,
  created_at timestamptz not null default now()
);
comment on table public.gatherings is 'A dated moment to come along to, on an idea, a group or the neighbourhood.';
create index gatherings_when on public.gatherings (neighbourhood_id, starts_at);
alter table public.gatherings enable row level security;
create policy "everybody reads moments of ideas they can read" on public.gatherings for select to anon, authenticated
  using (idea_id is null or exists (select 1 from public.ideas i where i.id = gatherings.idea_id));
create policy "a facilitator plans a moment" on public.gatherings for insert to authenticated
  with check (neighbourhood_id in (select private.my_neighbourhoods(array['facilitator'])));
create policy "a facilitator changes a moment" on public.gatherings for update to authenticated
  using (neighbourhood_id in (select private.my_neighbourhoods(array['facilitator'])))
  with check (neighbourhood_id in (select private.my_neighbourhoods(array['facilitator'])));
create trigger gatherings_stay before update on public.gatherings
  for each row execute function private.keep_neighbourhood();
create function private.guard_gathering()
returns trigger language plpgsql security invoker set search_path = ''
as $$
begin
  if new.idea_id is not null and not exists (select 1 from public.ideas i
    where i.id = new.idea_id and i.neighbourhood_id = new.neighbourhood_id) then
    perform private.refuse('PT422', 'idea_unknown', 'idea_id');
  end if;
  if new.place_id is not null and not exists (select 1 from public.places p
    where p.id = new.place_id and p.neighbourhood_id = new.neighbourhood_id) then
    perform private.refuse('PT422', 'place_unknown', 'place_id');
  end if;
  return new;
end
$$;
create trigger gatherings_guard before insert or update on public.gatherings
  for each row execute function private.guard_gathering();
create index gatherings_idea on public.gatherings (idea_id);
create index gatherings_place on public.gatherings (place_id);

create constraint trigger coalitions_log after insert or update or delete on public.coalitions
  deferrable initially deferred for each row execute function private.log_idea_part();
create constraint trigger claims_log after insert or update or delete on public.claims
  deferrable initially deferred for each row execute function private.log_change('claim');
create constraint trigger claims_log_idea after insert or update or delete on public.claims
  deferrable initially deferred for each row execute function private.log_idea_part();
create constraint trigger commitments_log after insert or update or delete on public.commitments
  deferrable initially deferred for each row execute function private.log_idea_part();
create constraint trigger uploads_log after insert or update or delete on public.uploads
  deferrable initially deferred for each row execute function private.log_idea_part();
create constraint trigger check_ins_log after insert or update or delete on public.check_ins
  deferrable initially deferred for each row execute function private.log_idea_part();
create constraint trigger updates_log after insert or update or delete on public.updates
  deferrable initially deferred for each row execute function private.log_idea_part();
create constraint trigger gatherings_log after insert or update or delete on public.gatherings
  deferrable initially deferred for each row execute function private.log_change('gathering');

create function private.log_coalition_member()
returns trigger language plpgsql security definer set search_path = ''
as $$
declare
  found_idea record;
begin
  -- definer: append_change is granted to no request role
  if current_setting('samenspel.bulk', true) = 'on' then
    return null;
  end if;
  select i.id, i.neighbourhood_id into found_idea
  from public.coalitions c join public.ideas i on i.id = c.idea_id
  where c.id = coalesce(new.coalition_id, old.coalition_id) and not i.hidden and not i.relayed;
  if found_idea.id is not null then
    perform private.append_change(found_idea.neighbourhood_id, 'idea.changed', 'idea', found_idea.id);
  end if;
  return null;
end
$$;
create constraint trigger coalition_members_log after insert or update or delete on public.coalition_members
  deferrable initially deferred for each row execute function private.log_coalition_member();

create function private.log_agreement()
returns trigger language plpgsql security definer set search_path = ''
as $$
declare
  part jsonb := to_jsonb(coalesce(new, old));
  found_claim record;
begin
  -- definer: append_change is granted to no request role
  if current_setting('samenspel.bulk', true) = 'on' then
    return null;
  end if;
  select i.id, i.neighbourhood_id into found_claim
  from public.claims c join public.ideas i on i.id = c.idea_id and not i.hidden and not i.relayed
  where c.id = coalesce((part ->> 'claim_id')::uuid,
    (select a.claim_id from public.agreements a where a.id = (part ->> 'agreement_id')::uuid));
  if found_claim.id is not null then
    perform private.append_change(found_claim.neighbourhood_id, 'idea.changed', 'idea', found_claim.id);
  end if;
  return null;
end
$$;
create constraint trigger agreements_log after insert or update or delete on public.agreements
  deferrable initially deferred for each row execute function private.log_agreement();
create constraint trigger agreement_confirmations_log after insert or update or delete on public.agreement_confirmations
  deferrable initially deferred for each row execute function private.log_agreement();
