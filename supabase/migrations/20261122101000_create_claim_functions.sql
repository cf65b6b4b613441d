create table private.claim_transitions (
  from_state text not null,
  to_state text not null,
  actors text[] not null,
  requires text[] not null default '{}',
  primary key (from_state, to_state)
);
comment on table private.claim_transitions is 'The transitions of DESIGN §3; src/lib/domain/claim/transitions.ts is the same table and a test compares them.';
insert into private.claim_transitions (from_state, to_state, actors, requires) values
  ('requested', 'in_talks', array['steward', 'deputy'], '{}'),
  ('requested', 'refused', array['steward', 'deputy'], array['reason']),
  ('requested', 'withdrawn', array['lead'], '{}'),
  ('requested', 'requested', array['steward', 'deputy'], array['asks_whom', 'asks_before', 'once']),
  ('requested', 'granted', array['steward', 'deputy'], array['small']),
  ('in_talks', 'granted', array['steward', 'deputy'], array['agreement']),
  ('in_talks', 'refused', array['steward', 'deputy'], array['reason']),
  ('in_talks', 'withdrawn', array['lead'], '{}'),
  ('granted', 'in_progress', array['lead'], '{}'),
  ('granted', 'released', array['lead', 'steward', 'deputy'], array['reason']),
  ('in_progress', 'realised', array['lead'], array['date', 'evidence']),
  ('in_progress', 'released', array['lead', 'steward', 'deputy'], array['reason']),
  ('realised', 'in_stewardship', array['lead'], array['looked_after_by']),
  ('realised', 'released', array['lead', 'steward', 'deputy'], '{}'),
  ('realised', 'in_progress', array['steward', 'deputy', 'facilitator'], array['reason', 'photo', 'once']),
  ('in_stewardship', 'in_progress', array['steward', 'deputy', 'facilitator'], array['reason', 'photo', 'once']),
  ('in_stewardship', 'in_stewardship', array['lead'], '{}'),
  ('in_stewardship', 'resting', array['clock'], '{}'),
  ('in_stewardship', 'released', array['lead', 'steward', 'deputy'], '{}'),
  ('resting', 'in_stewardship', array['lead'], '{}'),
  ('resting', 'released', array['lead', 'steward', 'deputy', 'facilitator'], array['reason', 'called']);

create function private.guard_claim()
returns trigger language plpgsql security definer set search_path = ''
as $$
begin
  -- definer: reads the table of transitions; whoever writes, a state outside the table is refused
  if (new.id, new.neighbourhood_id, new.coalition_id, new.idea_id, new.place_id, new.created_at)
    is distinct from (old.id, old.neighbourhood_id, old.coalition_id, old.idea_id, old.place_id, old.created_at) then
    perform private.refuse('PT403', 'field_derived');
  end if;
  if new.state is distinct from old.state and not exists (select 1 from private.claim_transitions t
    where t.from_state = old.state and t.to_state = new.state) then
    perform private.refuse('PT409', 'transition_refused', 'to');
  end if;
  new.changed_at := now();
  new.version := old.version + 1;
  return new;
end
$$;
create trigger claims_guard before update on public.claims
  for each row execute function private.guard_claim();

-- Weekly slots as the request has them, nothing else kept; null without any.
create function private.take_slots(request jsonb)
returns jsonb language plpgsql immutable security invoker set search_path = ''
as $$
declare
  weekly jsonb := request -> 'weekly';
  slot jsonb;
  kept jsonb := '[]';
begin
  if coalesce(jsonb_typeof(weekly), 'null') = 'null' or weekly = '[]' then
    return null;
  end if;
  if jsonb_typeof(weekly) <> 'array' or jsonb_array_length(weekly) > 28 then
    perform private.refuse('PT422', 'slot_malformed', 'weekly');
  end if;
  for slot in select * from jsonb_array_elements(weekly) loop
    if coalesce(slot ->> 'day', '') !~ '^[1-7]$' or coalesce(slot ->> 'from', '') !~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'
      or coalesce(slot ->> 'to', '') !~ '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$' or (slot ->> 'to') <= (slot ->> 'from') then
      perform private.refuse('PT422', 'slot_malformed', 'weekly');
    end if;
    kept := kept || jsonb_build_array(jsonb_build_object('day', (slot ->> 'day')::int, 'from', slot ->> 'from', 'to', slot ->> 'to'));
  end loop;
  return kept;
end
$$;
grant execute on function private.take_slots to authenticated, service_role;

-- Weekly slots [{day: 1..7 (Monday = 1), from: "10:00", to: "12:00"}] in local time, as moments: a slot keeps its local
-- time when the clock changes. Without slots the whole days. An open end reaches 730 days for slots and for ever without
-- them.
create function private.expand_times(starts date, ends date, weekly jsonb, zone text)
returns tstzmultirange language plpgsql stable security invoker set search_path = ''
as $$
declare
  slots jsonb := private.take_slots(jsonb_build_object('weekly', weekly));
  times tstzmultirange;
begin
  if ends > starts + 3660 then
    perform private.refuse('PT422', 'period_too_long', 'endsOn');
  end if;
  if slots is null then
    return tstzmultirange(tstzrange(starts::timestamp at time zone zone,
      case when ends is not null then (ends + 1)::timestamp at time zone zone end, '[)'));
  end if;
  -- greatest: in the hour that the clock skips a slot can be over before it begins
  select range_agg(tstzrange(m.from_moment, greatest(m.from_moment, m.to_moment), '[)')) into times
  from (
    select (d.day + (slot.value ->> 'from')::interval) at time zone zone as from_moment,
      (d.day + (slot.value ->> 'to')::interval) at time zone zone as to_moment
    from jsonb_array_elements(slots) slot
    join generate_series(starts::timestamp, coalesce(ends, starts + 730)::timestamp, interval '1 day') d (day)
      on extract(isodow from d.day) = (slot.value ->> 'day')::int
  ) m;
  if times is null or isempty(times) then
    perform private.refuse('PT422', 'slot_never', 'weekly');
  end if;
  return times;
end
$$;
grant execute on function private.expand_times to authenticated, service_role;

create function private.answer_by(size text, zone text, settings jsonb)
returns timestamptz language plpgsql stable security invoker set search_path = ''
as $$
declare
  day date := (now() at time zone zone)::date;
  left_days integer := coalesce((settings ->> 'answer_working_days_small')::int, 5);
begin
  if size = 'lasting' then
    day := day + coalesce((settings ->> 'answer_days')::int, 14);
  else
    while left_days > 0 loop
      day := day + 1;
      if extract(isodow from day) < 6 then
        left_days := left_days - 1;
      end if;
    end loop;
  end if;
  return (day + time '23:59') at time zone zone;
end
$$;
grant execute on function private.answer_by to authenticated, service_role;

create function private.request_claim(request jsonb, idempotency_key text)
returns jsonb language plpgsql security definer set search_path = ''
as $$
declare
  earlier jsonb;
  known public.coalitions;
  place public.places;
  home public.neighbourhoods;
  count_of record;
  wanted_size text := coalesce(request ->> 'size', 'lasting');
  starts date := private.take_date(request, 'startsOn', true);
  ends date := private.take_date(request, 'endsOn');
  new_id uuid := coalesce(private.take_id(request, 'id'), gen_random_uuid());
begin
  -- definer: claims is not written directly; only the lead (or the facilitator for a group without e-mail) asks
  perform private.me();
  earlier := private.answer_before(idempotency_key, request);
  if earlier is not null then
    return earlier;
  end if;
  known := private.known_coalition(private.take_id(request, 'coalitionId', true));
  if not (known.id in (select private.my_coalitions(array['lead']))) and not private.has_role(known.neighbourhood_id, array['facilitator']) then
    perform private.refuse('PT403', 'lead_only');
  end if;
  if exists (select 1 from public.claims c where c.id = new_id and c.coalition_id = known.id) then
    return private.keep_answer(idempotency_key, private.claim_json(new_id)); -- the same submission again
  end if;
  if known.state not in ('forming', 'active') then
    perform private.refuse('PT409', 'coalition_closed');
  end if;
  if not exists (select 1 from public.ideas i where i.id = known.idea_id and i.state in ('open', 'taken_up', 'realised')) then
    perform private.refuse('PT409', 'idea_closed');
  end if;
  select * into home from public.neighbourhoods n where n.id = known.neighbourhood_id;
  select * into place from public.places p where p.id = private.take_id(request, 'placeId', true) and p.neighbourhood_id = home.id;
  if place.id is null then
    perform private.refuse('PT422', 'place_unknown', 'placeId');
  end if;
  if wanted_size not in ('small', 'lasting') then
    perform private.refuse('PT422', 'size_unknown', 'size');
  end if;
  if ends is not null and ends < starts then
    perform private.refuse('PT422', 'ends_before_start', 'endsOn');
  end if;
  if starts < (now() at time zone home.time_zone)::date then
    perform private.refuse('PT422', 'date_past', 'startsOn');
  end if;
  -- small is a single day or at most a set amount, nothing that stays
  if wanted_size = 'small' and private.take_choice(request, 'stays', false) then
    perform private.refuse('PT422', 'small_stays', 'size');
  end if;
  if wanted_size = 'small' and ends is null then
    ends := starts;
  end if;
  if wanted_size = 'small' and ends > starts then
    perform private.refuse('PT422', 'small_is_one_day', 'endsOn');
  end if;
  select * into count_of from private.coalition_composition(known.id);
  if (wanted_size = 'small' and count_of.people < 2)
    or (wanted_size = 'lasting' and (count_of.residents < coalesce((home.settings ->> 'lasting_residents')::int, 3)
      or count_of.households < coalesce((home.settings ->> 'lasting_households')::int, 2))) then
    perform private.refuse('PT409', 'not_ready_to_ask');
  end if;
  if exists (select 1 from public.claims c where c.coalition_id = known.id and c.place_id = place.id and c.state in ('requested', 'in_talks')) then
    perform private.refuse('PT409', 'already_asked', 'placeId');
  end if;

  insert into public.claims (id, neighbourhood_id, coalition_id, idea_id, place_id, purpose, size, starts_on, ends_on, weekly, during,
    exclusive, answer_by)
  values (new_id, home.id, known.id, known.idea_id, place.id, private.take_text(request, 'purpose', 500, true), wanted_size, starts, ends,
    private.take_slots(request),
    private.expand_times(starts, ends, request -> 'weekly', home.time_zone),
    case when place.sharing = 'exclusive' then 1 else 0 end,
    private.answer_by(wanted_size, home.time_zone, home.settings))
  on conflict (id) do nothing;
  if not found then
    perform private.refuse('PT409', 'already_exists', 'id');
  end if;
  update public.coalitions c set state = 'active' where c.id = known.id;
  update public.ideas i set place_id = place.id where i.id = known.idea_id and i.place_id is null;
  perform private.record_event(home.id, known.idea_id, 'claim', new_id, 'requested',
    case when known.id in (select private.my_coalitions(array['lead'])) then 'lead' else 'facilitator' end,
    with_detail => jsonb_build_object('placeId', place.id),
    on_behalf => case when not (known.id in (select private.my_coalitions(array['lead']))) then private.take_text(request, 'onBehalfOf', 120) end,
    by_member => private.my_member(known.id));
  return private.keep_answer(idempotency_key, private.claim_json(new_id));
end
$$;
grant execute on function private.request_claim to authenticated;

create function private.claim_json(of_claim uuid)
returns jsonb language sql stable security definer set search_path = ''
-- definer: public facts of a claim, for answers to a party of it
as $$
  select jsonb_build_object('id', c.id, 'wijk', n.slug, 'ideaId', c.idea_id, 'coalitionId', c.coalition_id, 'placeId', c.place_id,
    'purpose', c.purpose, 'size', c.size, 'startsOn', c.starts_on, 'endsOn', c.ends_on, 'weekly', c.weekly, 'state', c.state,
    'held', c.held, 'answerBy', c.answer_by, 'asksWhom', c.asks_whom, 'asksBefore', c.asks_before, 'otherPlaceId', c.other_place_id,
    'lookedAfterBy', c.looked_after_by, 'nextCheckIn', c.next_check_in, 'realisedOn', c.realised_on, 'version', c.version)
  from public.claims c join public.neighbourhoods n on n.id = c.neighbourhood_id where c.id = of_claim
$$;

create function public.request_claim(request jsonb, idempotency_key text default null)
returns jsonb language sql security invoker set search_path = ''
as $$ select private.request_claim(private.as_request(request), idempotency_key) $$;
comment on function public.request_claim is 'A group that is ready asks a place for a purpose and a period. Rival requests are allowed; overlap is refused when it is granted.';
grant execute on function public.request_claim to authenticated;

create function private.claim_actors(of_claim uuid)
returns text[] language sql stable security definer set search_path = ''
-- definer: which hats the caller wears for this claim
as $$
  select array_remove(array[
    case when c.coalition_id in (select private.my_coalitions(array['lead'])) then 'lead' end,
    case when p.steward_organisation_id in (select private.my_organisations(array['steward'])) then 'steward' end,
    case when p.steward_organisation_id in (select private.my_organisations(array['deputy'])) then 'deputy' end,
    case when private.has_role(c.neighbourhood_id, array['facilitator']) then 'facilitator' end,
    case when auth.role() = 'service_role' then 'clock' end
  ], null)
  from public.claims c join public.places p on p.id = c.place_id where c.id = of_claim
$$;
grant execute on function private.claim_actors to authenticated, service_role;

-- Under which public row the caller takes part in a group; null for whoever is not in it.
create function private.my_member(of_coalition uuid)
returns uuid language sql stable security definer set search_path = ''
-- definer: about the caller only
as $$
  select m.id from public.coalition_members m join public.coalition_people p on p.member_id = m.id
  where m.coalition_id = of_coalition and p.participant_id = auth.uid() and m.left_at is null
  order by array_position(array['lead', 'member', 'partner', 'supporter'], m.role) limit 1
$$;

-- Gives the place: for the period agreed on, and with the sharing that the place has now.
create function private.hold_place(known public.claims, starts date, ends date)
returns void language plpgsql security definer set search_path = ''
as $$
begin
  -- definer: called by transition_claim and confirm_agreement only
  update public.claims c set
    state = case when c.state in ('requested', 'in_talks') then 'granted' else c.state end,
    granted_at = coalesce(c.granted_at, now()),
    starts_on = starts,
    ends_on = ends,
    during = private.expand_times(starts, ends, known.weekly, (select n.time_zone from public.neighbourhoods n where n.id = known.neighbourhood_id)),
    exclusive = case when (select p.sharing from public.places p where p.id = known.place_id) = 'exclusive' then 1 else 0 end,
    silent_since = null
  where c.id = known.id;
exception when exclusion_violation then
  perform private.refuse('PT409', 'place_held', 'to');
end
$$;

create function private.transition_claim(of_claim uuid, to_state text, request jsonb, idempotency_key text)
returns jsonb language plpgsql security definer set search_path = ''
as $$
declare
  earlier jsonb;
  known public.claims;
  rule private.claim_transitions;
  hats text[];
  acting_role text;
  agreed public.agreements;
  mine uuid;
  reason text := private.take_text(request, 'reason', 1000);
  behalf text := private.take_text(request, 'onBehalfOf', 120);
  steward_organisation uuid;
  zone text;
  settings jsonb;
  other_place uuid := private.take_id(request, 'otherPlaceId');
begin
  -- definer: claims is not written directly; the table of transitions says who may do what and what it needs
  if coalesce(auth.role(), '') <> 'service_role' then
    perform private.me();
    earlier := private.answer_before(idempotency_key, jsonb_build_object('claim', of_claim, 'to', to_state, 'request', request));
    if earlier is not null then
      return earlier;
    end if;
  end if;
  -- the group before its claim, as known_coalition does
  perform 1 from public.coalitions g where g.id = (select c.coalition_id from public.claims c where c.id = of_claim) for no key update;
  select c.* into known from public.claims c join public.ideas i on i.id = c.idea_id and not i.hidden where c.id = of_claim for no key update of c;
  if known.id is null then
    perform private.refuse('PT404', 'claim_unknown');
  end if;
  select n.time_zone, n.settings into zone, settings from public.neighbourhoods n where n.id = known.neighbourhood_id;
  select p.steward_organisation_id into steward_organisation from public.places p where p.id = known.place_id;
  hats := private.claim_actors(of_claim);
  if hats = '{}' then
    if exists (select 1 from public.ideas i where i.id = known.idea_id and i.relayed) then
      perform private.refuse('PT404', 'claim_unknown');
    end if;
    perform private.refuse('PT403', 'not_a_party');
  end if;
  select * into rule from private.claim_transitions t where t.from_state = known.state and t.to_state = transition_claim.to_state;
  if rule.from_state is null then
    perform private.refuse('PT409', 'transition_refused', 'to');
  end if;
  select hat into acting_role from unnest(hats) hat where hat = any (rule.actors) limit 1;
  if acting_role is null then
    -- the facilitator may act for somebody without e-mail, recorded as such
    if 'facilitator' = any (hats) and behalf is not null and not ('clock' = any (rule.actors)) then
      acting_role := 'facilitator';
    else
      perform private.refuse('PT403', 'role_missing', 'to');
    end if;
  end if;

  -- nobody else speaks for another
  if acting_role <> 'facilitator' then
    behalf := null;
  end if;
  if 'reason' = any (rule.requires) and reason is null then
    perform private.refuse('PT422', 'reason_missing', 'reason');
  end if;
  if 'small' = any (rule.requires) and known.size <> 'small' then
    perform private.refuse('PT409', 'lasting_needs_agreement', 'to');
  end if;
  if 'asks_whom' = any (rule.requires) then
    if known.asks_whom is not null then
      perform private.refuse('PT409', 'asked_once', 'to');
    end if;
    if private.take_text(request, 'asksWhom', 120) is null then
      perform private.refuse('PT422', 'asksWhom_missing', 'asksWhom');
    end if;
    if private.take_date(request, 'asksBefore', true) < (now() at time zone zone)::date then
      perform private.refuse('PT422', 'date_past', 'asksBefore');
    end if;
  end if;
  if 'agreement' = any (rule.requires) then
    select a.* into agreed from public.agreements a where a.claim_id = of_claim order by a.version desc limit 1;
    if (select count(*) from public.agreement_confirmations k where k.agreement_id = agreed.id) < 2 then
      perform private.refuse('PT409', 'agreement_missing', 'to');
    end if;
  end if;
  if 'date' = any (rule.requires) then
    perform private.take_date(request, 'on', true);
  end if;
  if 'evidence' = any (rule.requires) and private.take_text(request, 'body', 2000) is null and private.known_upload(known.idea_id, request) is null then
    perform private.refuse('PT422', 'evidence_missing', 'body');
  end if;
  if 'photo' = any (rule.requires) and private.known_upload(known.idea_id, request) is null then
    perform private.refuse('PT422', 'photo_missing', 'uploadId');
  end if;
  if 'once' = any (rule.requires) and to_state = 'in_progress' and known.reopened_once then
    perform private.refuse('PT409', 'reopened_before', 'to');
  end if;
  if 'looked_after_by' = any (rule.requires) and private.take_text(request, 'lookedAfterBy', 120) is null then
    perform private.refuse('PT422', 'lookedAfterBy_missing', 'lookedAfterBy');
  end if;
  if 'called' = any (rule.requires) and not private.take_choice(request, 'called', false) then
    perform private.refuse('PT422', 'called_missing', 'called');
  end if;
  if other_place is not null and not exists (select 1 from public.places p
    where p.id = other_place and p.neighbourhood_id = known.neighbourhood_id) then
    perform private.refuse('PT422', 'place_unknown', 'otherPlaceId');
  end if;

  if to_state = 'granted' then
    perform private.hold_place(known, coalesce(agreed.starts_on, known.starts_on),
      case when agreed.id is null then known.ends_on else agreed.ends_on end);
  else
    update public.claims c set
      state = transition_claim.to_state,
      asks_whom = case when 'asks_whom' = any (rule.requires) then private.take_text(request, 'asksWhom', 120) else c.asks_whom end,
      asks_before = case when 'asks_whom' = any (rule.requires) then private.take_date(request, 'asksBefore') else c.asks_before end,
      answer_by = case when 'asks_whom' = any (rule.requires)
        then (private.take_date(request, 'asksBefore') + time '23:59') at time zone zone else c.answer_by end,
      other_place_id = case when to_state = 'refused' then other_place else c.other_place_id end,
      silent_since = null,
      realised_on = case when to_state = 'realised' then private.take_date(request, 'on') else c.realised_on end,
      reopened_once = c.reopened_once or (to_state = 'in_progress' and known.state <> 'granted'),
      looked_after_by = coalesce(private.take_text(request, 'lookedAfterBy', 120), c.looked_after_by),
      next_check_in = case to_state when 'in_stewardship'
        then (now() at time zone zone)::date + 7 * coalesce((settings ->> 'check_in_weeks')::int, 8)
        when 'resting' then c.next_check_in end
    where c.id = of_claim;
  end if;

  if to_state = 'granted' and known.state = 'requested' then
    -- one yes binds both to what was asked, so the period is the one of the request
    perform private.write_agreement(of_claim, (request - 'startsOn' - 'endsOn')
      || jsonb_build_object('what', coalesce(private.take_text(request, 'what', 1000), known.purpose)), 'steward', true);
  elsif to_state = 'realised' then
    mine := private.my_member(known.coalition_id);
    perform private.finish_idea(known.idea_id, private.take_date(request, 'on'), request,
      coalesce(private.take_text(request, 'name', 40), (select m.shown_name from public.coalition_members m where m.id = mine)), null);
  elsif to_state = 'in_progress' and known.state in ('realised', 'in_stewardship') then
    update public.ideas i set state = 'taken_up', realised_on = null where i.id = known.idea_id and i.state = 'realised';
    update public.coalitions c set kept_going_since = null, next_check_in = null where c.id = known.coalition_id;
  elsif to_state = 'in_stewardship' then
    update public.coalitions c set kept_going_since = coalesce(c.kept_going_since, (now() at time zone zone)::date),
      looked_after_by = coalesce(private.take_text(request, 'lookedAfterBy', 120), c.looked_after_by),
      next_check_in = (now() at time zone zone)::date + 7 * coalesce((settings ->> 'check_in_weeks')::int, 8),
      state = 'active'
    where c.id = known.coalition_id;
  end if;

  perform private.record_event(known.neighbourhood_id, known.idea_id, 'claim', of_claim,
    case when known.state = 'requested' and to_state = 'requested' then 'asked_further'
      when known.state in ('realised', 'in_stewardship') and to_state = 'in_progress' then 'reopened' else to_state end,
    acting_role,
    case when acting_role in ('steward', 'deputy')
      or (acting_role = 'facilitator' and behalf is not null and 'steward' = any (rule.actors) and not 'lead' = any (rule.actors))
      then steward_organisation end,
    reason,
    -- for whom somebody acted stands with the actor, which the public does not read
    jsonb_strip_nulls(jsonb_build_object('from', known.state, 'to', to_state, 'otherPlaceId', other_place,
      'asksWhom', private.take_text(request, 'asksWhom', 120), 'asksBefore', private.take_date(request, 'asksBefore'),
      'joinsWith', private.take_text(request, 'joinsWith', 300), 'meetAt', private.take_text(request, 'meetAt', 120),
      'actedFor', case when behalf is not null then true end)),
    on_behalf => behalf,
    by_member => case when acting_role = 'lead' then private.my_member(known.coalition_id) end);

  -- "yes, and we join": the organisation becomes a partner with its own visible task
  if acting_role in ('steward', 'deputy') and private.take_text(request, 'joinsWith', 300) is not null then
    perform private.steward_joins(known, steward_organisation, request);
  end if;
  if coalesce(auth.role(), '') = 'service_role' then
    return private.claim_json(of_claim);
  end if;
  return private.keep_answer(idempotency_key, private.claim_json(of_claim));
end
$$;
grant execute on function private.transition_claim to authenticated, service_role;

create function private.steward_joins(known public.claims, organisation uuid, request jsonb)
returns void language plpgsql security definer set search_path = ''
as $$
declare
  task uuid := gen_random_uuid();
begin
  -- definer: called by transition_claim only
  if organisation is null then
    return;
  end if;
  if private.take_date(request, 'joinsBefore') < now()::date then
    perform private.refuse('PT422', 'date_past', 'joinsBefore');
  end if;
  if not exists (select 1 from public.coalition_members m where m.coalition_id = known.coalition_id
    and m.organisation_id = organisation and m.left_at is null) then
    insert into public.coalition_members (id, coalition_id, role, organisation_id, says)
    values (gen_random_uuid(), known.coalition_id, 'partner', organisation, private.take_text(request, 'joinsWith', 300));
  end if;
  insert into public.commitments (id, neighbourhood_id, idea_id, coalition_id, what, due, organisation_id)
  values (task, known.neighbourhood_id, known.idea_id, known.coalition_id, private.take_text(request, 'joinsWith', 300, true),
    coalesce(private.take_date(request, 'joinsBefore'), now()::date + 14), organisation);
  insert into public.commitment_people (commitment_id, participant_id) values (task, auth.uid());
end
$$;

create function public.transition_claim(claim uuid, to_state text, request jsonb default '{}', idempotency_key text default null)
returns jsonb language sql security invoker set search_path = ''
as $$ select private.transition_claim(claim, to_state, private.as_request(request), idempotency_key) $$;
comment on function public.transition_claim is 'Moves a claim along the one table of transitions; 403 for the wrong person, 409 for a move that is not allowed or a place that is held, 422 for what is missing.';
grant execute on function public.transition_claim to authenticated, service_role;

create function private.text_list(request jsonb, field text)
returns text[] language plpgsql immutable security invoker set search_path = ''
as $$
begin
  if jsonb_typeof(request -> field) is distinct from 'array' then
    return '{}';
  end if;
  if jsonb_array_length(request -> field) > 20 then
    perform private.refuse('PT422', 'too_many', field);
  end if;
  return coalesce((select array_agg(left(btrim(line), 300)) from jsonb_array_elements_text(request -> field) line where btrim(line) <> ''), '{}');
end
$$;

create function private.write_agreement(of_claim uuid, request jsonb, side text, confirmed boolean)
returns uuid language plpgsql security definer set search_path = ''
as $$
declare
  known public.claims;
  made uuid := coalesce(private.take_id(request, 'agreementId'), gen_random_uuid());
  starts date;
  ends date;
begin
  -- definer: called by make_agreement and transition_claim only
  select * into known from public.claims c where c.id = of_claim;
  starts := coalesce(private.take_date(request, 'startsOn'), known.starts_on);
  ends := case when request ? 'endsOn' then private.take_date(request, 'endsOn') else known.ends_on end;
  if ends < starts then
    perform private.refuse('PT422', 'ends_before_start', 'endsOn');
  end if;
  -- here, and not when the second side says yes
  perform private.expand_times(starts, ends, known.weekly, 'UTC');
  insert into public.agreements (id, claim_id, version, what, starts_on, ends_on, group_does, owner_does, conditions, costs, insurance, ending, made_by)
  values (made, of_claim, 1 + coalesce((select max(a.version) from public.agreements a where a.claim_id = of_claim), 0),
    private.take_text(request, 'what', 1000, true), starts, ends,
    private.text_list(request, 'groupDoes'), private.text_list(request, 'ownerDoes'), private.text_list(request, 'conditions'),
    coalesce(private.take_text(request, 'costs', 500), ''), coalesce(private.take_text(request, 'insurance', 300), ''),
    coalesce(private.take_text(request, 'ending', 500), ''), side)
  on conflict (id) do nothing;
  if not found then
    perform private.refuse('PT409', 'already_exists', 'agreementId');
  end if;
  insert into public.agreement_details (agreement_id, key_holder, who_to_call)
  values (made, coalesce(private.take_text(request, 'keyHolder', 300), ''), coalesce(private.take_text(request, 'whoToCall', 300), ''));
  if confirmed then
    insert into public.agreement_confirmations (agreement_id, side) values (made, 'coalition'), (made, 'steward');
  end if;
  return made;
end
$$;

create function private.claim_side(hats text[], wanted text)
returns text language sql immutable security invoker set search_path = ''
as $$
  select case
    when 'lead' = any (hats) and coalesce(wanted, 'coalition') = 'coalition' then 'coalition'
    when hats && array['steward', 'deputy'] and coalesce(wanted, 'steward') = 'steward' then 'steward'
    when 'facilitator' = any (hats) then coalesce(wanted, 'facilitator')
  end
$$;

-- Which of their hats somebody wears when they speak for a side.
create function private.side_role(hats text[], side text)
returns text language sql immutable security invoker set search_path = ''
as $$
  select case
    when side = 'coalition' and 'lead' = any (hats) then 'lead'
    when side = 'steward' and 'steward' = any (hats) then 'steward'
    when side = 'steward' and 'deputy' = any (hats) then 'deputy'
    else 'facilitator'
  end
$$;

create function private.make_agreement(of_claim uuid, request jsonb)
returns jsonb language plpgsql security definer set search_path = ''
as $$
declare
  known public.claims;
  hats text[];
  made uuid;
  side text;
begin
  -- definer: agreements is not written directly; both parties and the facilitator may propose a version
  perform private.me();
  select c.* into known from public.claims c join public.ideas i on i.id = c.idea_id and not i.hidden
  where c.id = of_claim for no key update of c;
  if known.id is null then
    perform private.refuse('PT404', 'claim_unknown');
  end if;
  hats := private.claim_actors(of_claim);
  side := private.claim_side(hats, null);
  if side is null then
    perform private.refuse('PT403', 'not_a_party');
  end if;
  if known.state not in ('in_talks', 'granted', 'in_progress', 'in_stewardship') then
    perform private.refuse('PT409', 'transition_refused');
  end if;
  if exists (select 1 from public.agreements a where a.id = private.take_id(request, 'agreementId') and a.claim_id = of_claim) then
    return jsonb_build_object('id', private.take_id(request, 'agreementId'), 'claimId', of_claim); -- the same submission again
  end if;
  made := private.write_agreement(of_claim, request, side, false);
  perform private.record_event(known.neighbourhood_id, known.idea_id, 'agreement', made, 'proposed',
    private.side_role(hats, side),
    case when side = 'steward' then (select p.steward_organisation_id from public.places p where p.id = known.place_id) end,
    by_member => case when side = 'coalition' then private.my_member(known.coalition_id) end);
  return jsonb_build_object('id', made, 'claimId', of_claim);
end
$$;
grant execute on function private.make_agreement to authenticated;

create function public.make_agreement(claim uuid, request jsonb)
returns jsonb language sql security invoker set search_path = ''
as $$ select private.make_agreement(claim, private.as_request(request)) $$;
comment on function public.make_agreement is 'A new version of the agreement of a claim; needs both sides to confirm it anew.';
grant execute on function public.make_agreement to authenticated;

create function private.confirm_agreement(of_agreement uuid, request jsonb)
returns jsonb language plpgsql security definer set search_path = ''
as $$
declare
  known public.claims;
  agreement public.agreements;
  hats text[];
  chosen text;
  acting_role text;
  steward_organisation uuid;
begin
  -- definer: agreement_confirmations is not written directly; the second yes grants the claim
  perform private.me();
  select * into agreement from public.agreements a where a.id = of_agreement;
  select c.* into known from public.claims c join public.ideas i on i.id = c.idea_id and not i.hidden
  where c.id = agreement.claim_id for no key update of c;
  if known.id is null then
    perform private.refuse('PT404', 'agreement_unknown');
  end if;
  hats := private.claim_actors(known.id);
  chosen := private.claim_side(hats, nullif(request ->> 'side', ''));
  if chosen is null or chosen not in ('coalition', 'steward') then
    perform private.refuse('PT403', 'not_a_party', 'side');
  end if;
  -- the facilitator confirms for a side only with a signed paper
  acting_role := private.side_role(hats, chosen);
  if acting_role = 'facilitator' and not private.take_choice(request, 'onPaper', false) then
    perform private.refuse('PT422', 'paper_missing', 'onPaper');
  end if;
  if known.state not in ('in_talks', 'granted', 'in_progress', 'in_stewardship') then
    perform private.refuse('PT409', 'transition_refused');
  end if;
  if agreement.version <> (select max(a.version) from public.agreements a where a.claim_id = known.id) then
    perform private.refuse('PT409', 'version_conflict');
  end if;
  insert into public.agreement_confirmations (agreement_id, side, on_paper)
  values (of_agreement, chosen, private.take_choice(request, 'onPaper', false)) on conflict do nothing;
  if not found then
    return private.claim_json(known.id); -- said before
  end if;
  select p.steward_organisation_id into steward_organisation from public.places p where p.id = known.place_id;
  perform private.record_event(known.neighbourhood_id, known.idea_id, 'agreement', of_agreement, 'confirmed', acting_role,
    case when chosen = 'steward' then steward_organisation end,
    with_detail => jsonb_build_object('side', chosen, 'onPaper', private.take_choice(request, 'onPaper', false)),
    by_member => case when chosen = 'coalition' then private.my_member(known.coalition_id) end);
  if (select count(*) = 2 from public.agreement_confirmations k where k.agreement_id = of_agreement) then
    perform private.hold_place(known, agreement.starts_on, agreement.ends_on);
    if known.state = 'in_talks' then
      perform private.record_event(known.neighbourhood_id, known.idea_id, 'claim', known.id, 'granted', acting_role, steward_organisation,
        with_detail => jsonb_build_object('from', 'in_talks', 'to', 'granted', 'agreementId', of_agreement));
    end if;
  end if;
  return private.claim_json(known.id);
end
$$;
grant execute on function private.confirm_agreement to authenticated;

create function public.confirm_agreement(agreement uuid, request jsonb default '{}')
returns jsonb language sql security invoker set search_path = ''
as $$ select private.confirm_agreement(agreement, private.as_request(request)) $$;
comment on function public.confirm_agreement is 'One side says yes to the newest version; the second yes grants the claim. A signed paper counts.';
grant execute on function public.confirm_agreement to authenticated;
