create function private.idea_json(of_idea uuid)
returns jsonb language sql stable security definer set search_path = ''
-- definer: only for answers to the author, who may read the row
as $$
  select jsonb_build_object(
    'id', i.id, 'wijk', n.slug, 'kind', i.kind, 'title', i.title, 'description', i.description, 'language', i.language,
    'theme', t.key, 'size', i.size, 'placeNeeded', i.place_needed, 'placeId', i.place_id, 'state', i.state,
    'location', extensions.st_asgeojson(i.location, 6)::jsonb, 'street', i.street, 'ground', i.ground,
    'movedToStreet', i.moved_to_street, 'name', i.author_name, 'readBefore', i.read_before,
    'supportCount', i.support_count, 'version', i.version, 'createdAt', i.created_at
  )
  from public.ideas i join public.neighbourhoods n on n.id = i.neighbourhood_id
  left join public.themes t on t.id = i.theme_id
  where i.id = of_idea
$$;

-- The location of a request, WGS84 [longitude, latitude]; null when it has none.
create function private.take_location(request jsonb)
returns extensions.geometry language plpgsql stable security invoker set search_path = ''
as $$
declare
  given jsonb := request -> 'location';
  shape extensions.geometry;
  is_sound boolean;
begin
  if coalesce(jsonb_typeof(given), 'null') = 'null' then
    return null;
  end if;
  -- 500 corners fit; reading and checking many more would keep everybody waiting
  if jsonb_typeof(given) <> 'object' or length(given::text) > 40000
    or coalesce(given #>> '{crs,properties,name}', 'EPSG:4326') not in ('EPSG:4326', 'urn:ogc:def:crs:OGC:1.3:CRS84') then
    perform private.refuse('PT422', 'location_malformed', 'location');
  end if;
  begin
    shape := extensions.st_force2d(extensions.st_setsrid(extensions.st_geomfromgeojson(given::text), 4326));
    is_sound := private.is_measurable(shape);
    if is_sound then
      is_sound := extensions.st_isvalid(shape);
    end if;
  exception when others then
    -- whatever PostGIS says of it: it cannot be read
    is_sound := false;
  end;
  if is_sound is not true then
    perform private.refuse('PT422', 'location_malformed', 'location');
  end if;
  return shape;
end
$$;

-- The answer to whoever made it: the same the second time as the first.
create function private.own_idea_json(of_idea uuid)
returns jsonb language sql stable security definer set search_path = ''
-- definer: as idea_json
as $$
  select private.idea_json(of_idea) || jsonb_build_object('followCode',
    (select f.code from public.follow_codes f where f.idea_id = of_idea))
$$;

create function private.make_follow_code(for_idea uuid, in_neighbourhood uuid)
returns text language plpgsql volatile security definer set search_path = ''
as $$
declare
  words text[] := array['WILG', 'BEUK', 'EIK', 'LINDE', 'BERK', 'ESDOORN', 'ROOS', 'TULP', 'KLAVER', 'VAREN', 'MOS', 'HEIDE',
    'DEN', 'SPAR', 'HAZEL', 'VLIER', 'MEES', 'MEREL', 'MUS', 'SPREEUW', 'UIL', 'REIGER', 'EGEL', 'HAAS', 'BIJ', 'VLINDER',
    'APPEL', 'PEER', 'PRUIM', 'KERS', 'BRAAM', 'PEEN', 'PRINS', 'MOLEN', 'BRUG', 'ANKER', 'STER', 'MAAN', 'ZON', 'WOLK'];
  made text;
begin
  -- definer: follow_codes has no insert policy
  for attempt in 1..60 loop
    made := words[1 + floor(random() * array_length(words, 1))::int] || '-'
      || lpad(floor(random() * case when attempt < 20 then 90 else 9000 end + 10)::text, 2, '0');
    insert into public.follow_codes (idea_id, neighbourhood_id, code) values (for_idea, in_neighbourhood, made)
    on conflict do nothing;
    if found then
      return made;
    end if;
    select f.code into made from public.follow_codes f where f.idea_id = for_idea;
    if made is not null then
      return made;
    end if;
  end loop;
  perform private.refuse('PT409', 'no_code_free');
  return null;
end
$$;

create function private.create_idea(request jsonb, idempotency_key text)
returns jsonb language plpgsql security definer set search_path = ''
as $$
declare
  person uuid := private.me();
  earlier jsonb := private.answer_before(idempotency_key, request);
  home record;
  new_id uuid;
  shape extensions.geometry;
  theme uuid;
  at_place record;
  need jsonb;
begin
  -- definer: writes several tables that have no insert policy; every field is taken by name below
  if earlier is not null then
    return earlier;
  end if;
  new_id := coalesce(private.take_id(request, 'id'), gen_random_uuid());
  if exists (select 1 from public.idea_authors a where a.idea_id = new_id and a.participant_id = person) then
    return private.keep_answer(idempotency_key, private.own_idea_json(new_id)); -- the same submission again
  end if;
  select n.id, n.slug, n.time_zone into home from public.neighbourhoods n where n.slug = request ->> 'wijk';
  if home.id is null then
    perform private.refuse('PT422', 'neighbourhood_unknown', 'wijk');
  end if;
  if coalesce(request ->> 'kind', 'wish') not in ('wish', 'report', 'question') then
    perform private.refuse('PT422', 'kind_unknown', 'kind');
  end if;
  if coalesce(request ->> 'size', 'lasting') not in ('small', 'lasting') then
    perform private.refuse('PT422', 'size_unknown', 'size');
  end if;
  if coalesce(nullif(request ->> 'language', ''), 'nl') !~ '^[a-z]{2,3}$' then
    perform private.refuse('PT422', 'language_malformed', 'language');
  end if;
  shape := private.take_location(request);
  if request ->> 'theme' is not null then
    select t.id into theme from public.themes t where t.neighbourhood_id = home.id and t.key = request ->> 'theme';
    if theme is null then
      perform private.refuse('PT422', 'theme_unknown', 'theme');
    end if;
  end if;
  select p.id, p.location into at_place from public.places p
  where p.id = private.take_id(request, 'placeId') and p.neighbourhood_id = home.id;
  if request ->> 'placeId' is not null and at_place.id is null then
    perform private.refuse('PT422', 'place_unknown', 'placeId');
  end if;

  insert into public.ideas (id, neighbourhood_id, kind, title, description, original, language, theme_id, size, place_needed, place_id,
    location, author_name, can_do, read_before)
  values (
    new_id, home.id, coalesce(request ->> 'kind', 'wish'),
    private.take_text(request, 'title', 120, true),
    coalesce(private.take_text(request, 'description', 2000), ''),
    null,
    coalesce(nullif(request ->> 'language', ''), 'nl'),
    theme,
    coalesce(request ->> 'size', 'lasting'),
    private.take_choice(request, 'placeNeeded', true),
    at_place.id,
    coalesce(shape, at_place.location),
    private.take_text(request, 'name', 40),
    private.take_text(request, 'canDo', 500),
    private.next_friday((now() at time zone home.time_zone)::date)
  ) on conflict (id) do nothing;
  if not found then
    -- the same id at the same moment: the other one is there now
    if exists (select 1 from public.idea_authors a where a.idea_id = new_id and a.participant_id = person) then
      return private.keep_answer(idempotency_key, private.own_idea_json(new_id));
    end if;
    perform private.refuse('PT409', 'already_exists', 'id');
  end if;

  if jsonb_typeof(request -> 'needs') = 'array' then
    if jsonb_array_length(request -> 'needs') > 12 then
      perform private.refuse('PT422', 'too_many', 'needs');
    end if;
    for need in select * from jsonb_array_elements(request -> 'needs') loop
      if coalesce(need ->> 'kind', '') not in ('hands', 'skill', 'tools', 'partner', 'place', 'permission', 'key', 'money', 'insurance', 'other') then
        perform private.refuse('PT422', 'need_unknown', 'needs');
      end if;
      insert into public.needs (id, idea_id, kind, words)
      values (gen_random_uuid(), new_id, need ->> 'kind', coalesce(private.take_text(need, 'words', 200), ''));
    end loop;
  end if;
  perform private.make_follow_code(new_id, home.id);
  return private.keep_answer(idempotency_key, private.own_idea_json(new_id));
end
$$;
grant execute on function private.create_idea to authenticated;

create function public.create_idea(request jsonb, idempotency_key text default null)
returns jsonb language sql security invoker set search_path = ''
as $$ select private.create_idea(private.as_request(request), idempotency_key) $$;
comment on function public.create_idea is 'A participant pins an idea, with or without a place. The same key or id again gives the same idea; 422 names the field.';
grant execute on function public.create_idea to authenticated;

create function private.own_idea(of_idea uuid)
returns public.ideas language plpgsql security definer set search_path = ''
as $$
declare
  found_idea public.ideas;
begin
  -- definer: locks the row for the author or the facilitator, refuses anybody else without telling whether it exists
  perform private.me();
  select * into found_idea from public.ideas i where i.id = of_idea
    and (i.id in (select private.my_ideas()) or private.has_role(i.neighbourhood_id, array['facilitator']))
  for no key update;
  if found_idea.id is null then
    perform private.refuse_idea(of_idea, 'not_yours');
  end if;
  return found_idea;
end
$$;

-- 403 for an idea that everybody sees; a hidden or relayed one is not there for whoever has no business with it.
create function private.refuse_idea(of_idea uuid, code text)
returns void language plpgsql stable security definer set search_path = ''
as $$
begin
  -- definer: must know of hidden ideas in order not to tell of them
  if exists (select 1 from public.ideas i where i.id = of_idea and not i.hidden and not i.relayed) then
    perform private.refuse('PT403', code);
  end if;
  perform private.refuse('PT404', 'idea_unknown');
end
$$;

create function private.change_idea(of_idea uuid, request jsonb)
returns jsonb language plpgsql security definer set search_path = ''
as $$
declare
  known public.ideas := private.own_idea(of_idea);
  theme uuid := known.theme_id;
  shape extensions.geometry := known.location;
begin
  -- definer: ideas has no update policy, what may change is listed here
  if private.take_number(request, 'version', 1, 2000000) <> known.version then
    perform private.refuse('PT409', 'version_conflict', 'version');
  end if;
  if known.state in ('declined', 'withdrawn') then
    perform private.refuse('PT409', 'idea_closed');
  end if;
  if request ? 'theme' then
    select t.id into theme from public.themes t where t.neighbourhood_id = known.neighbourhood_id and t.key = request ->> 'theme';
    if theme is null and request ->> 'theme' is not null then
      perform private.refuse('PT422', 'theme_unknown', 'theme');
    end if;
  end if;
  if request ? 'location' then
    shape := private.take_location(request);
  end if;
  if coalesce(request ->> 'size', 'lasting') not in ('small', 'lasting') then
    perform private.refuse('PT422', 'size_unknown', 'size');
  end if;
  update public.ideas i set
    title = case when request ? 'title' then private.take_text(request, 'title', 120, true) else i.title end,
    description = case when request ? 'description' then coalesce(private.take_text(request, 'description', 2000), '') else i.description end,
    author_name = case when request ? 'name' then private.take_text(request, 'name', 40) else i.author_name end,
    can_do = case when request ? 'canDo' then private.take_text(request, 'canDo', 500) else i.can_do end,
    size = coalesce(request ->> 'size', i.size),
    place_needed = private.take_choice(request, 'placeNeeded', i.place_needed),
    theme_id = theme,
    location = shape
  where i.id = of_idea;
  return private.idea_json(of_idea);
end
$$;
grant execute on function private.change_idea to authenticated;

create function public.change_idea(idea uuid, request jsonb)
returns jsonb language sql security invoker set search_path = ''
as $$ select private.change_idea(idea, private.as_request(request)) $$;
comment on function public.change_idea is 'Its author (or the facilitator for them) changes an idea. With version: 409 instead of overwriting.';
grant execute on function public.change_idea to authenticated;

create function private.withdraw_idea(of_idea uuid, reason text)
returns jsonb language plpgsql security definer set search_path = ''
as $$
declare
  known public.ideas := private.own_idea(of_idea);
begin
  -- definer: the state of an idea is not written directly
  if known.state = 'withdrawn' then
    return private.idea_json(of_idea);
  elsif known.state not in ('open', 'taken_up', 'passed_on') then
    perform private.refuse('PT409', 'idea_closed');
  end if;
  update public.ideas i set state = 'withdrawn' where i.id = of_idea;
  perform private.record_event(known.neighbourhood_id, of_idea, 'idea', of_idea, 'withdrawn',
    case when of_idea in (select private.my_ideas()) then 'author' else 'facilitator' end,
    with_reason => nullif(btrim(left(reason, 500)), ''));
  return private.idea_json(of_idea);
end
$$;
grant execute on function private.withdraw_idea to authenticated;

create function public.withdraw_idea(idea uuid, reason text default null)
returns jsonb language sql security invoker set search_path = ''
as $$ select private.withdraw_idea(idea, reason) $$;
comment on function public.withdraw_idea is 'Its author withdraws an idea; from then on it is free for another to take over.';
grant execute on function public.withdraw_idea to authenticated;

create function private.take_over_idea(of_idea uuid)
returns jsonb language plpgsql security definer set search_path = ''
as $$
declare
  person uuid := private.me();
  known public.ideas;
  again boolean := of_idea in (select private.my_ideas());
begin
  -- definer: ideas and idea_authors are not written directly
  select * into known from public.ideas i where i.id = of_idea and not i.hidden and not i.relayed for no key update;
  if known.id is null then
    perform private.refuse('PT404', 'idea_unknown');
  elsif known.state <> 'withdrawn' then
    perform private.refuse('PT409', 'idea_not_free');
  end if;
  -- another person's idea from now on: it no longer carries the name and the promise of who let it go
  update public.ideas i set
    state = case when exists (select 1 from public.coalitions c
      where c.idea_id = of_idea and c.state <> 'dissolved') then 'taken_up' else 'open' end,
    author_name = case when again then i.author_name end,
    can_do = case when again then i.can_do end
  where i.id = of_idea;
  insert into public.idea_authors (idea_id, participant_id) values (of_idea, person)
  on conflict (idea_id) do update set participant_id = person, entered_by = null, consent_note = null;
  perform private.count_support_of(of_idea);
  perform private.record_event(known.neighbourhood_id, of_idea, 'idea', of_idea, 'taken_over',
    case when again then 'author' else 'participant' end);
  return private.idea_json(of_idea);
end
$$;
grant execute on function private.take_over_idea to authenticated;

create function public.take_over_idea(idea uuid)
returns jsonb language sql security invoker set search_path = ''
as $$ select private.take_over_idea(idea) $$;
comment on function public.take_over_idea is 'Somebody goes on with an idea that its author let go; the author may change their mind too.';
grant execute on function public.take_over_idea to authenticated;

create function private.facilitate_idea(of_idea uuid, act text, request jsonb)
returns jsonb language plpgsql security definer set search_path = ''
as $$
declare
  known public.ideas;
  organisation uuid := private.take_id(request, 'organisationId');
  acting_role text;
begin
  -- definer: what a facilitator (or, for a no, the organisation that says it) may do with an idea, each act by name
  perform private.me();
  select * into known from public.ideas i where i.id = of_idea for no key update;
  if known.id is null then
    perform private.refuse('PT404', 'idea_unknown');
  end if;
  if private.has_role(known.neighbourhood_id, array['facilitator']) then
    acting_role := 'facilitator';
  elsif act = 'decline' and not known.hidden and not known.relayed
    -- who answers for the place may say no; an owner elsewhere in the neighbourhood has nothing to say about it
    and exists (select 1 from public.places p where p.steward_organisation_id = organisation
      and (p.id = known.place_id or p.id in (select c.place_id from public.claims c where c.idea_id = of_idea))) then
    acting_role := case when organisation in (select private.my_organisations(array['steward'])) then 'steward'
      when organisation in (select private.my_organisations(array['deputy'])) then 'deputy' end;
  end if;
  if acting_role is null then
    perform private.refuse_idea(of_idea, 'role_missing');
  end if;
  if organisation is not null and not exists (select 1 from public.organisations o
    where o.id = organisation and o.neighbourhood_id = known.neighbourhood_id) then
    perform private.refuse('PT422', 'organisation_unknown', 'organisationId');
  end if;

  if act = 'read' then
    if known.read_at is null then
      update public.ideas i set read_at = now() where i.id = of_idea;
      perform private.record_event(known.neighbourhood_id, of_idea, 'idea', of_idea, 'read', acting_role);
    end if;
  elsif act = 'hide' then
    insert into public.moderations (idea_id, reason) values (of_idea, private.take_text(request, 'reason', 1000, true))
    on conflict (idea_id) do update set reason = excluded.reason;
    update public.ideas i set hidden = true where i.id = of_idea;
    perform private.record_event(known.neighbourhood_id, of_idea, 'idea', of_idea, 'hidden', acting_role);
  elsif act = 'show' then
    delete from public.moderations m where m.idea_id = of_idea;
    update public.ideas i set hidden = false where i.id = of_idea;
    perform private.record_event(known.neighbourhood_id, of_idea, 'idea', of_idea, 'shown', acting_role);
  elsif act = 'relay' then
    update public.ideas i set relayed = true where i.id = of_idea;
    perform private.record_event(known.neighbourhood_id, of_idea, 'idea', of_idea, 'relayed', acting_role);
  elsif act = 'pass_on' then
    if known.state not in ('open', 'passed_on') then
      perform private.refuse('PT409', 'idea_closed');
    end if;
    if organisation is null then
      perform private.refuse('PT422', 'organisation_missing', 'organisationId');
    end if;
    insert into public.answers (idea_id, kind, organisation_id, number, reason, published)
    values (of_idea, 'passed_on', organisation, private.take_text(request, 'number', 40), private.take_text(request, 'reason', 1000), true)
    on conflict (idea_id) do update set kind = 'passed_on', organisation_id = excluded.organisation_id, number = excluded.number,
      reason = excluded.reason, published = true;
    update public.ideas i set kind = 'report', state = 'passed_on', read_at = coalesce(i.read_at, now()) where i.id = of_idea;
    perform private.record_event(known.neighbourhood_id, of_idea, 'idea', of_idea, 'passed_on', acting_role, organisation,
      private.take_text(request, 'reason', 1000), jsonb_build_object('number', private.take_text(request, 'number', 40)));
  elsif act = 'decline' then
    if known.state not in ('open', 'taken_up') then
      perform private.refuse('PT409', 'idea_closed');
    end if;
    if organisation is null then
      perform private.refuse('PT422', 'organisation_missing', 'organisationId');
    end if;
    insert into public.answers (idea_id, kind, organisation_id, reason, called_first, publish_at)
    values (of_idea, 'declined', organisation, private.take_text(request, 'reason', 1000, true),
      private.take_choice(request, 'calledFirst', false), now() + interval '24 hours')
    on conflict (idea_id) do nothing;
    if not found then
      perform private.refuse('PT409', 'already_answered');
    end if;
    -- on no idea's history yet, so that only the facilitator reads it before it is public; who said no stays known
    perform private.record_event(known.neighbourhood_id, null, 'idea', of_idea, 'decline_announced', acting_role, organisation,
      private.take_text(request, 'reason', 1000));
  elsif act = 'plan' then
    update public.next_steps s set done_at = now() where s.idea_id = of_idea and s.done_at is null;
    insert into public.next_steps (id, idea_id, what, who, due) values (gen_random_uuid(), of_idea,
      private.take_text(request, 'what', 300, true), private.take_text(request, 'who', 80, true), private.take_date(request, 'due', true));
  else
    perform private.refuse('PT422', 'act_unknown', 'act');
  end if;
  return private.idea_json(of_idea);
end
$$;
grant execute on function private.facilitate_idea to authenticated;

create function public.facilitate_idea(idea uuid, act text, request jsonb default '{}')
returns jsonb language sql security invoker set search_path = ''
as $$ select private.facilitate_idea(idea, act, private.as_request(request)) $$;
comment on function public.facilitate_idea is 'What a facilitator does with an idea: read, hide, show, relay, pass_on (a report, with a number), decline (a named party with a reason, public after 24 hours), plan (the next step).';
grant execute on function public.facilitate_idea to authenticated;

create function private.publish_due_answers()
returns integer language plpgsql security definer set search_path = ''
as $$
declare
  due record;
  published integer := 0;
begin
  -- definer: run by the clock; visibility never depends on the clock inside a policy, so the clock writes a row
  for due in select a.idea_id, a.organisation_id, a.reason, i.neighbourhood_id
    from public.answers a join public.ideas i on i.id = a.idea_id
    where not a.published and a.kind = 'declined' and a.publish_at <= now() and i.state in ('open', 'taken_up')
    for no key update of a loop
    update public.answers a set published = true where a.idea_id = due.idea_id;
    update public.ideas i set state = 'declined' where i.id = due.idea_id;
    perform private.record_event(due.neighbourhood_id, due.idea_id, 'idea', due.idea_id, 'declined', 'steward',
      due.organisation_id, due.reason);
    published := published + 1;
  end loop;
  return published;
end
$$;
grant execute on function private.publish_due_answers to service_role;

create function private.follow_status(in_neighbourhood text, follow_code text)
returns jsonb language sql stable security definer set search_path = ''
-- definer: a code gives the public status of its idea and nothing else; hidden and relayed ideas give nothing
as $$
  select jsonb_build_object('wijk', n.slug, 'ideaId', i.id, 'title', i.title, 'state', i.state)
  from public.follow_codes f
  join public.ideas i on i.id = f.idea_id and not i.hidden and not i.relayed
  join public.neighbourhoods n on n.id = f.neighbourhood_id
  where n.slug = in_neighbourhood and f.code = upper(btrim(follow_code))
$$;
grant execute on function private.follow_status to anon, authenticated, service_role;

create function public.follow_status(neighbourhood_slug text, code text)
returns jsonb language sql stable security invoker set search_path = ''
as $$ select private.follow_status(neighbourhood_slug, code) $$;
comment on function public.follow_status is 'Public status by follow code; null when there is no such code.';
grant execute on function public.follow_status to anon, authenticated, service_role;
