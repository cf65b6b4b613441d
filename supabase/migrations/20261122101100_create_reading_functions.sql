-- Compiling these queries takes longer than running them (2.0 s against 0.8 s for 5,000 ideas on PostgreSQL 15): jit = off.

-- The public facts of many ideas at once: one plan for all of them, every part by an index, so that it grows with the
-- number of ideas and not with its square.
create function private.facts_of(of_ideas uuid[])
returns table (idea_id uuid, created_at timestamptz, facts jsonb)
language sql stable security invoker set search_path = '' set jit = off
as $$
  select i.id, i.created_at, jsonb_build_object(
    'id', i.id, 'kind', i.kind, 'title', i.title, 'description', i.description,
    'theme', (select t.key from public.themes t where t.id = i.theme_id),
    'size', i.size, 'placeNeeded', i.place_needed, 'placeId', i.place_id, 'state', i.state,
    'lon', round(extensions.st_x(i.point)::numeric, 6)::float8, 'lat', round(extensions.st_y(i.point)::numeric, 6)::float8,
    'shape', case when extensions.geometrytype(i.location) <> 'POINT' then extensions.st_asgeojson(i.location, 6)::jsonb end,
    'street', i.street, 'ground', i.ground, 'name', i.author_name,
    'supportCount', i.support_count, 'helperCount', i.helper_count, 'commentCount', i.comment_count,
    'readBefore', i.read_before, 'read', i.read_at is not null, 'realisedOn', i.realised_on,
    'createdAt', i.created_at, 'changedAt', i.changed_at, 'version', i.version,
    'coalition', (select jsonb_build_object('id', c.id, 'state', c.state, 'name', c.name, 'keptGoingSince', c.kept_going_since,
        'nextCheckIn', c.next_check_in,
        'memberCount', (select count(*) from public.coalition_members m where m.coalition_id = c.id and m.left_at is null and m.role <> 'supporter'),
        'lead', (select jsonb_build_object('name', m.shown_name) from public.coalition_members m
          where m.coalition_id = c.id and m.left_at is null and m.role = 'lead' limit 1))
      from public.coalitions c where c.idea_id = i.id order by (c.state <> 'dissolved') desc, c.created_at desc limit 1),
    'claims', coalesce((select jsonb_agg(jsonb_build_object('id', k.id, 'state', k.state, 'placeId', k.place_id, 'answerBy', k.answer_by,
        'granted', k.granted_at is not null, 'silent', k.silent_since is not null, 'size', k.size, 'asksWhom', k.asks_whom,
        'asksBefore', k.asks_before, 'otherPlaceId', k.other_place_id, 'nextCheckIn', k.next_check_in) order by k.created_at)
      from public.claims k where k.idea_id = i.id), '[]'),
    'nextStep', (select jsonb_build_object('what', s.what, 'who', s.who, 'due', s.due) from public.next_steps s
      where s.idea_id = i.id and s.done_at is null order by s.due limit 1),
    'nextPromise', (select jsonb_build_object('what', p.what, 'who', p.shown_name, 'due', p.due,
        'organisation', (select o.name from public.organisations o where o.id = p.organisation_id))
      from public.commitments p where p.idea_id = i.id and p.done_at is null and p.dropped_at is null order by p.due limit 1),
    'openNeeds', coalesce((select jsonb_agg(n.kind order by n.position, n.created_at) from public.needs n
      where n.idea_id = i.id and n.covered_at is null), '[]'),
    'answer', (select jsonb_build_object('kind', a.kind, 'organisation', o.name, 'number', a.number, 'reason', a.reason)
      from public.answers a join public.organisations o on o.id = a.organisation_id where a.idea_id = i.id and a.published),
    'answered', exists (select 1 from public.updates u where u.idea_id = i.id and u.kind = 'answer'),
    'photo', (select u.id from public.uploads u where u.idea_id = i.id and not u.hidden order by u.created_at desc limit 1)
  )
  from unnest(of_ideas) wanted (id) join public.ideas i on i.id = wanted.id
$$;
grant execute on function private.facts_of to anon, authenticated, service_role;

create function private.place_facts(of_place public.places)
returns jsonb language sql stable security invoker set search_path = ''
as $$
  select jsonb_build_object('id', of_place.id, 'kind', of_place.kind, 'name', of_place.name, 'description', of_place.description,
    'street', of_place.street, 'lon', extensions.st_x(of_place.location), 'lat', extensions.st_y(of_place.location),
    'shape', extensions.st_asgeojson(of_place.shape, 6)::jsonb, 'mapObjectId', of_place.map_object_id,
    'sharing', of_place.sharing, 'icon', of_place.icon, 'example', of_place.example, 'source', of_place.source,
    'sourceDate', of_place.source_date, 'certainty', of_place.certainty,
    'steward', (select jsonb_build_object('id', o.id, 'name', o.name) from public.organisations o where o.id = of_place.steward_organisation_id))
$$;
grant execute on function private.place_facts to anon, authenticated, service_role;

create function public.map_snapshot(neighbourhood_slug text)
returns jsonb language sql stable security invoker set search_path = '' set jit = off
as $$
  select jsonb_build_object(
    'position', coalesce((select c.position from public.change_counters c where c.neighbourhood_id = n.id), 0),
    'neighbourhood', jsonb_build_object('id', n.id, 'slug', n.slug, 'name', n.name, 'kind', n.kind, 'sentence', n.sentence,
      'contact', n.contact, 'languages', n.languages, 'demo', n.demo, 'timeZone', n.time_zone,
      'settings', n.settings, 'border', extensions.st_asgeojson(n.border, 6)::jsonb),
    'themes', coalesce((select jsonb_agg(jsonb_build_object('key', t.key, 'names', t.names, 'icon', t.icon) order by t.position)
      from public.themes t where t.neighbourhood_id = n.id), '[]'),
    'ideas', coalesce((select jsonb_agg(f.facts order by f.created_at desc) from private.facts_of(
      (select array_agg(i.id) from public.ideas i where i.neighbourhood_id = n.id and not i.hidden and not i.relayed)) f), '[]'),
    'places', coalesce((select jsonb_agg(private.place_facts(p) order by p.name) from public.places p where p.neighbourhood_id = n.id), '[]'),
    'organisations', coalesce((select jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name, 'kind', o.kind, 'words', o.words,
        'reach', o.reach, 'lon', extensions.st_x(o.location), 'lat', extensions.st_y(o.location), 'example', o.example) order by o.name)
      from public.organisations o where o.neighbourhood_id = n.id), '[]'),
    'pearls', coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'title', p.title, 'why', p.why, 'street', p.street,
        'ground', p.ground, 'lon', extensions.st_x(p.location), 'lat', extensions.st_y(p.location), 'name', p.author_name,
        'example', p.example) order by p.created_at)
      from public.pearls p where p.neighbourhood_id = n.id and not p.hidden), '[]'),
    'gatherings', coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'title', g.title, 'ideaId', g.idea_id, 'placeId', g.place_id,
        'where', g.where_words, 'words', g.words, 'startsAt', g.starts_at, 'endsAt', g.ends_at) order by g.starts_at)
      from public.gatherings g where g.neighbourhood_id = n.id and g.cancelled_at is null
        and (g.idea_id is null or exists (select 1 from public.ideas i where i.id = g.idea_id and not i.hidden and not i.relayed))), '[]'),
    'offerCount', private.count_offers(n.id)
  )
  from public.neighbourhoods n where n.slug = neighbourhood_slug
$$;
comment on function public.map_snapshot is 'Everything a visitor may see of a neighbourhood, with the position of the change log it belongs to: one stable statement, so both are of the same moment. Null when there is no such neighbourhood.';
grant execute on function public.map_snapshot to anon, authenticated, service_role;

create function public.idea_facts(ideas uuid[])
returns jsonb language sql stable security invoker set search_path = '' set jit = off
as $$
  select coalesce(jsonb_agg(f.facts), '[]') from private.facts_of(
    (select array_agg(i.id) from public.ideas i where i.id = any (idea_facts.ideas) and not i.hidden and not i.relayed)) f
$$;
comment on function public.idea_facts is 'The public facts of these ideas, as map_snapshot has them; what is gone or hidden is left out. For live updates.';
grant execute on function public.idea_facts to anon, authenticated, service_role;

create function public.idea_page(idea uuid)
returns jsonb language sql stable security invoker set search_path = '' set jit = off
as $$
  select (select f.facts from private.facts_of(array[i.id]) f) || jsonb_build_object(
    'wijk', (select n.slug from public.neighbourhoods n where n.id = i.neighbourhood_id),
    'original', i.original, 'language', i.language, 'canDo', i.can_do, 'hidden', i.hidden, 'relayed', i.relayed,
    'location', extensions.st_asgeojson(i.location, 6)::jsonb, 'movedToStreet', i.moved_to_street,
    'moderation', (select m.reason from public.moderations m where m.idea_id = i.id),
    'place', (select private.place_facts(p) from public.places p where p.id = i.place_id),
    'needs', coalesce((select jsonb_agg(jsonb_build_object('id', n.id, 'kind', n.kind, 'words', n.words, 'amount', n.amount,
        'covered', n.covered_at is not null, 'coveredBy', n.covered_by,
        'organisation', (select o.name from public.organisations o where o.id = n.organisation_id)) order by n.position, n.created_at)
      from public.needs n where n.idea_id = i.id), '[]'),
    'members', coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'role', m.role, 'name', m.shown_name, 'says', m.says,
        'organisation', (select jsonb_build_object('id', o.id, 'name', o.name) from public.organisations o where o.id = m.organisation_id),
        'joinedAt', m.joined_at) order by array_position(array['lead', 'member', 'partner', 'supporter'], m.role), m.joined_at)
      from public.coalition_members m join public.coalitions c on c.id = m.coalition_id
      where c.idea_id = i.id and c.state <> 'dissolved' and m.left_at is null), '[]'),
    'composition', (select jsonb_build_object('people', x.people, 'residents', x.residents, 'households', x.households)
      from public.coalitions c, private.coalition_composition(c.id) x
      where c.idea_id = i.id and c.state <> 'dissolved' order by c.created_at desc limit 1),
    'claimDetails', coalesce((select jsonb_agg(jsonb_build_object('id', k.id, 'coalitionId', k.coalition_id, 'purpose', k.purpose, 'size', k.size,
        'startsOn', k.starts_on, 'endsOn', k.ends_on, 'weekly', k.weekly, 'state', k.state, 'answerBy', k.answer_by,
        'silent', k.silent_since is not null, 'asksWhom', k.asks_whom, 'asksBefore', k.asks_before,
        'lookedAfterBy', k.looked_after_by, 'nextCheckIn', k.next_check_in, 'realisedOn', k.realised_on, 'version', k.version,
        'place', (select private.place_facts(p) from public.places p where p.id = k.place_id),
        'otherPlace', (select jsonb_build_object('id', p.id, 'name', p.name) from public.places p where p.id = k.other_place_id),
        'rivals', coalesce((select jsonb_agg(jsonb_build_object('ideaId', r.idea_id, 'title', ri.title, 'state', r.state))
          from public.claims r join public.ideas ri on ri.id = r.idea_id
          where r.place_id = k.place_id and r.id <> k.id and r.during operator(pg_catalog.&&) k.during
            and r.state in ('requested', 'in_talks', 'granted', 'in_progress', 'realised', 'in_stewardship', 'resting')), '[]'),
        'agreement', (select jsonb_build_object('id', a.id, 'version', a.version, 'what', a.what, 'startsOn', a.starts_on, 'endsOn', a.ends_on,
            'groupDoes', a.group_does, 'ownerDoes', a.owner_does, 'conditions', a.conditions, 'costs', a.costs, 'insurance', a.insurance,
            'ending', a.ending, 'madeBy', a.made_by, 'createdAt', a.created_at,
            'keyHolder', d.key_holder, 'whoToCall', d.who_to_call,
            'confirmations', coalesce((select jsonb_agg(jsonb_build_object('side', f.side, 'onPaper', f.on_paper, 'at', f.confirmed_at))
              from public.agreement_confirmations f where f.agreement_id = a.id), '[]'))
          from public.agreements a left join public.agreement_details d on d.agreement_id = a.id
          where a.claim_id = k.id order by a.version desc limit 1)
        ) order by k.created_at) from public.claims k where k.idea_id = i.id), '[]'),
    'promises', coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'what', p.what, 'due', p.due, 'name', p.shown_name,
        'organisation', (select o.name from public.organisations o where o.id = p.organisation_id),
        'done', p.done_at is not null, 'dropped', p.dropped_at is not null) order by p.done_at nulls first, p.due)
      from public.commitments p where p.idea_id = i.id), '[]'),
    'updates', coalesce((select jsonb_agg(jsonb_build_object('id', u.id, 'kind', u.kind, 'body', u.body, 'name', u.shown_name,
        'organisation', (select o.name from public.organisations o where o.id = u.organisation_id),
        'photo', (select jsonb_build_object('id', f.id, 'description', f.description, 'width', f.width, 'height', f.height)
          from public.uploads f where f.id = u.upload_id), 'at', u.created_at) order by u.created_at desc)
      from public.updates u where u.idea_id = i.id and not u.hidden), '[]'),
    'photos', coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'description', f.description, 'width', f.width, 'height', f.height) order by f.created_at desc)
      from public.uploads f where f.idea_id = i.id and not f.hidden), '[]'),
    'comments', coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'body', c.body, 'name', c.author_name, 'at', c.created_at) order by c.created_at)
      from public.comments c where c.idea_id = i.id and not c.hidden), '[]'),
    'checkIns', coalesce((select jsonb_agg(jsonb_build_object('askedOn', k.asked_on, 'answeredAt', k.answered_at, 'answer', k.answer, 'words', k.words) order by k.asked_on desc)
      from public.check_ins k where k.idea_id = i.id), '[]'),
    'history', coalesce((select jsonb_agg(jsonb_build_object('kind', e.kind, 'entity', e.entity, 'role', e.actor_role,
        'label', coalesce((select m.shown_name from public.coalition_members m where m.id = e.member_id),
          case when e.kind = 'need_covered' then (select n.covered_by from public.needs n where n.id = (e.detail ->> 'needId')::uuid)
            -- the author's name, unless another took the idea over since
            when e.actor_role = 'author' and not exists (select 1 from public.events t where t.idea_id = i.id
              and t.kind = 'taken_over' and t.actor_role <> 'author' and t.at > e.at) then i.author_name end,
          e.actor_label),
        'organisation', (select o.name from public.organisations o where o.id = e.organisation_id), 'reason', e.reason, 'detail', e.detail, 'at', e.at)
        order by e.at desc, e.position desc) from public.events e where e.idea_id = i.id and e.kind not in ('hidden', 'shown', 'relayed')), '[]')
  )
  from public.ideas i where i.id = idea
$$;
comment on function public.idea_page is 'One idea with everything its page shows, as far as the caller may see; null when there is none for them.';
grant execute on function public.idea_page to anon, authenticated, service_role;

create function public.coalition_idea(coalition uuid)
returns uuid language sql stable security invoker set search_path = ''
as $$ select c.idea_id from public.coalitions c where c.id = coalition $$;
comment on function public.coalition_idea is 'The idea a group belongs to; null when the caller may not see it.';
grant execute on function public.coalition_idea to anon, authenticated, service_role;

create function public.place_page(place uuid)
returns jsonb language sql stable security invoker set search_path = '' set jit = off
as $$
  select private.place_facts(p) || jsonb_build_object(
    'wijk', (select n.slug from public.neighbourhoods n where n.id = p.neighbourhood_id),
    'ideas', coalesce((select jsonb_agg(f.facts order by f.created_at desc) from private.facts_of((select array_agg(i.id) from public.ideas i
      where (i.place_id = p.id or i.id in (select c.idea_id from public.claims c where c.place_id = p.id)) and not i.hidden and not i.relayed)) f), '[]'),
    'gatherings', coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'title', g.title, 'startsAt', g.starts_at, 'endsAt', g.ends_at) order by g.starts_at)
      from public.gatherings g where g.place_id = p.id and g.cancelled_at is null and g.starts_at > now() - interval '3 hours'
        and (g.idea_id is null or exists (select 1 from public.ideas i where i.id = g.idea_id and not i.hidden and not i.relayed))), '[]'),
    'uses', coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'ideaId', c.idea_id, 'title', i.title, 'state', c.state, 'startsOn', c.starts_on,
        'endsOn', c.ends_on, 'weekly', c.weekly) order by c.starts_on)
      from public.claims c join public.ideas i on i.id = c.idea_id and not i.hidden and not i.relayed where c.place_id = p.id), '[]'))
  from public.places p where p.id = place
$$;
comment on function public.place_page is 'One place with its ideas, moments and uses; null when there is none.';
grant execute on function public.place_page to anon, authenticated, service_role;

create function public.map_object(neighbourhood_slug text, object_id text)
returns jsonb language sql stable security invoker set search_path = ''
as $$
  select jsonb_build_object('id', o.id, 'kind', o.kind, 'name', o.name, 'street', o.street, 'houseNumber', o.house_number,
    'streetCertain', o.street_certain, 'detail', o.detail, 'source', o.source, 'sourceDate', o.source_date,
    'areaSquareMetres', round(extensions.st_area(o.geometry::extensions.geography)),
    'lon', extensions.st_x(extensions.st_pointonsurface(o.geometry)), 'lat', extensions.st_y(extensions.st_pointonsurface(o.geometry)),
    'geometry', extensions.st_asgeojson(o.geometry, 6)::jsonb,
    'nearStreet', (select here.street from private.locate(n.id, extensions.st_pointonsurface(o.geometry)) here),
    'placeId', (select p.id from public.places p where p.neighbourhood_id = n.id and p.map_object_id = o.id limit 1))
  from public.map_objects o join public.neighbourhoods n on n.id = o.neighbourhood_id
  where n.slug = neighbourhood_slug and o.id = object_id
$$;
comment on function public.map_object is 'A building or green area of the base map: what and where it is, and the place it belongs to when somebody made it one.';
grant execute on function public.map_object to anon, authenticated, service_role;

create function public.search_neighbourhood(neighbourhood_slug text, words text)
returns jsonb language sql stable security invoker set search_path = '' set jit = off
as $$
  with asked as (
    select n.id as home, btrim(left(words, 80)) as said, replace(replace(replace(btrim(left(words, 80)), '\', '\\'), '%', '\%'), '_', '\_') as pattern
    from public.neighbourhoods n where n.slug = neighbourhood_slug
  ),
  hits as (
    select 'place' as kind, p.id::text as id, p.name as title, p.street as detail, extensions.st_x(p.location) as lon, extensions.st_y(p.location) as lat,
      1 + extensions.word_similarity(a.said, p.name) as score
    from public.places p, asked a where p.neighbourhood_id = a.home and p.name ilike '%' || a.pattern || '%'
    union all
    select 'organisation', o.id::text, o.name, null, extensions.st_x(o.location), extensions.st_y(o.location), 0.9 + extensions.word_similarity(a.said, o.name)
    from public.organisations o, asked a where o.neighbourhood_id = a.home and o.name ilike '%' || a.pattern || '%'
    union all
    select 'idea', i.id::text, i.title, i.street, extensions.st_x(i.point), extensions.st_y(i.point), 0.8 + extensions.word_similarity(a.said, i.title)
    from public.ideas i, asked a where i.neighbourhood_id = a.home and not i.hidden and not i.relayed
      and (i.title ilike '%' || a.pattern || '%' or i.description ilike '%' || a.pattern || '%')
    union all
    select 'street', min(o.id), o.street, null, extensions.st_x(extensions.st_centroid(extensions.st_collect(o.geometry))),
      extensions.st_y(extensions.st_centroid(extensions.st_collect(o.geometry))), 1.1 + extensions.word_similarity(a.said, o.street)
    from public.map_objects o, asked a where o.neighbourhood_id = a.home and o.kind in ('street', 'address') and o.street ilike '%' || a.pattern || '%'
    group by o.street, a.said
    union all
    select 'address', o.id, o.street || ' ' || o.house_number, null, extensions.st_x(extensions.st_pointonsurface(o.geometry)),
      extensions.st_y(extensions.st_pointonsurface(o.geometry)),
      1.2 + case when lower(o.street || ' ' || o.house_number) = lower(a.said) then 2 else 0 end
    from public.map_objects o, asked a where o.neighbourhood_id = a.home and o.kind = 'address' and o.street_certain and a.said ~ '[0-9]'
      and (o.street || ' ' || o.house_number) ilike a.pattern || '%'
  )
  select coalesce(jsonb_agg(jsonb_build_object('kind', h.kind, 'id', h.id, 'title', h.title, 'detail', h.detail, 'lon', h.lon, 'lat', h.lat) order by h.score desc, h.title), '[]')
  from (select * from hits, asked where length(asked.said) >= 2 order by score desc, title limit 20) h
$$;
comment on function public.search_neighbourhood is 'Streets, house numbers, places, organisations and ideas by words, at most 20, best first, from our own data.';
grant execute on function public.search_neighbourhood to anon, authenticated, service_role;

create function public.similar_ideas(neighbourhood_slug text, longitude double precision, latitude double precision, words text)
returns jsonb language sql stable security invoker set search_path = '' set jit = off
as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'title', s.title, 'description', s.description, 'street', s.street, 'metres', s.metres) order by s.alike desc), '[]')
  from (
    select i.id, i.title, i.description, i.street, round(extensions.st_distance(i.point::extensions.geography, spot.here)) as metres,
      greatest(extensions.word_similarity(i.title, spot.said), extensions.word_similarity(spot.said, i.title || ' ' || i.description)) as alike
    from public.ideas i
    join public.neighbourhoods n on n.id = i.neighbourhood_id and n.slug = neighbourhood_slug
    cross join (select extensions.st_setsrid(extensions.st_point(longitude, latitude), 4326)::extensions.geography as here,
      left(btrim(words), 200) as said) spot
    where not i.hidden and not i.relayed and i.kind = 'wish' and i.state in ('open', 'taken_up', 'realised')
      -- 250 m is at most 0.008 degrees of longitude in the Netherlands: a cheap sieve before the exact measure
      and (longitude is null or i.point is null or (abs(extensions.st_x(i.point) - longitude) < 0.008
        and abs(extensions.st_y(i.point) - latitude) < 0.008 and extensions.st_dwithin(i.point::extensions.geography, spot.here, 250)))
    order by alike desc limit 3
  ) s where s.alike >= 0.35
$$;
comment on function public.similar_ideas is 'At most three ideas alike in words and, when a spot is given, within 250 m of it (or without a place).';
grant execute on function public.similar_ideas to anon, authenticated, service_role;

create function public.my_part(idea uuid)
returns jsonb language sql stable security invoker set search_path = ''
as $$
  select jsonb_build_object(
    'author', i.id in (select private.my_ideas()),
    'followCode', (select f.code from public.follow_codes f where f.idea_id = i.id and i.id in (select private.my_ideas())),
    'support', (select s.degree from public.supports s where s.idea_id = i.id and s.participant_id = auth.uid()),
    'channel', (select f.channel from public.follows f where f.idea_id = i.id and f.participant_id = auth.uid()),
    'member', (select jsonb_build_object('id', m.id, 'role', m.role, 'name', m.shown_name) from public.coalition_people p
      join public.coalition_members m on m.id = p.member_id and m.left_at is null
      join public.coalitions c on c.id = m.coalition_id and c.idea_id = i.id and c.state <> 'dissolved'
      where p.participant_id = auth.uid() order by array_position(array['lead', 'member', 'partner', 'supporter'], m.role) limit 1),
    'promises', coalesce((select jsonb_agg(p.commitment_id) from public.commitment_people p
      join public.commitments c on c.id = p.commitment_id and c.idea_id = i.id where p.participant_id = auth.uid()), '[]'),
    'hats', coalesce((select jsonb_object_agg(c.id, private.claim_actors(c.id)) from public.claims c where c.idea_id = i.id), '{}'),
    'facilitator', private.has_role(i.neighbourhood_id, array['facilitator'])
  )
  from public.ideas i where i.id = idea
$$;
comment on function public.my_part is 'What the caller is and did in one idea: author, support, member, promises, hats per claim.';
grant execute on function public.my_part to authenticated;

create function public.my_overview(neighbourhood_slug text)
returns jsonb language sql stable security invoker set search_path = '' set jit = off
as $$
  select jsonb_build_object(
    'firstName', (select p.first_name from public.participants p where p.id = auth.uid()),
    'email', (select a.email from public.accounts a where a.participant_id = auth.uid()),
    'roles', coalesce((select jsonb_agg(m.role order by m.role) from public.memberships m where m.participant_id = auth.uid() and m.neighbourhood_id = n.id), '[]'),
    'organisations', coalesce((select jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name, 'mandate', m.mandate) order by o.name)
      from public.organisation_members m join public.organisations o on o.id = m.organisation_id
      where m.participant_id = auth.uid() and o.neighbourhood_id = n.id), '[]'),
    'ideas', coalesce((select jsonb_agg(f.facts order by f.created_at desc) from private.facts_of((select array_agg(i.id) from public.ideas i
      where i.neighbourhood_id = n.id and i.id in (select private.my_ideas()))) f), '[]'),
    'coalitions', coalesce((select jsonb_agg(f.facts order by f.created_at desc) from private.facts_of((select array_agg(i.id) from public.ideas i
      where i.neighbourhood_id = n.id and i.id in (select c.idea_id from public.coalitions c
        where c.id in (select private.my_coalitions(array['lead', 'member', 'partner']))))) f), '[]'),
    'inbox', coalesce((select jsonb_agg(jsonb_build_object('claimId', c.id, 'ideaId', c.idea_id, 'title', i.title, 'purpose', c.purpose, 'state', c.state,
        'size', c.size, 'place', p.name, 'answerBy', c.answer_by, 'silent', c.silent_since is not null) order by c.answer_by)
      from public.claims c join public.places p on p.id = c.place_id join public.ideas i on i.id = c.idea_id
      where c.neighbourhood_id = n.id and c.state in ('requested', 'in_talks')
        and p.steward_organisation_id in (select private.my_organisations(array['steward', 'deputy']))), '[]'),
    'toRead', case when private.has_role(n.id, array['facilitator']) then coalesce((select jsonb_agg(f.facts order by f.created_at)
      from private.facts_of((select array_agg(i.id) from public.ideas i
        where i.neighbourhood_id = n.id and i.state = 'open' and i.read_at is null and not i.hidden)) f), '[]') else '[]' end,
    'promises', coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'ideaId', c.idea_id, 'what', c.what, 'due', c.due) order by c.due)
      from public.commitments c where c.neighbourhood_id = n.id and c.done_at is null and c.dropped_at is null
        and c.id in (select p.commitment_id from public.commitment_people p where p.participant_id = auth.uid())), '[]')
  )
  from public.neighbourhoods n where n.slug = neighbourhood_slug
$$;
comment on function public.my_overview is 'What the caller has here: ideas, groups, promises, roles, requests to answer, ideas to read.';
grant execute on function public.my_overview to authenticated;
