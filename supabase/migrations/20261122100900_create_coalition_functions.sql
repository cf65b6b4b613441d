create function private.is_professional(in_neighbourhood uuid)
returns boolean language sql stable security definer set search_path = ''
-- definer: reads who works here; gives a yes or no about the caller only
as $$
  select private.has_role(in_neighbourhood, array['facilitator', 'planner', 'administrator'])
    or exists (select 1 from public.organisation_members m join public.organisations o on o.id = m.organisation_id
      where m.participant_id = auth.uid() and m.mandate in ('steward', 'deputy') and o.neighbourhood_id = in_neighbourhood)
$$;
grant execute on function private.is_professional to authenticated;

create function private.add_member(to_coalition uuid, in_neighbourhood uuid, wanted_role text, request jsonb,
  out member uuid, out is_new boolean)
language plpgsql security definer set search_path = ''
as $$
declare
  person uuid := private.me();
  professional boolean := private.is_professional(in_neighbourhood);
  organisation uuid := private.take_id(request, 'organisationId');
begin
  -- definer: coalition_members and coalition_people are not written directly
  if organisation is not null and organisation not in (select private.my_organisations(array['steward', 'deputy', 'member'])) then
    perform private.refuse('PT403', 'not_your_organisation', 'organisationId');
  end if;
  select m.id into member from public.coalition_members m join public.coalition_people p on p.member_id = m.id
  where m.coalition_id = to_coalition and p.participant_id = person and m.left_at is null;
  is_new := member is null;
  if not is_new then
    update public.coalition_members m set
      says = coalesce(private.take_text(request, 'says', 500), m.says),
      shown_name = case when request ? 'name' then private.take_text(request, 'name', 40) else m.shown_name end,
      role = case when m.role = 'supporter' and wanted_role in ('member', 'lead') then wanted_role else m.role end
    where m.id = add_member.member;
    return;
  end if;
  member := gen_random_uuid();
  insert into public.coalition_members (id, coalition_id, role, shown_name, organisation_id, says)
  values (member, to_coalition,
    case when organisation is not null or (professional and wanted_role = 'lead') then 'partner' else wanted_role end,
    private.take_text(request, 'name', 40), organisation, private.take_text(request, 'says', 500));
  insert into public.coalition_people (member_id, participant_id, household, resident, professional)
  values (member, person,
    coalesce((select p.household from public.coalition_people p join public.coalition_members m on m.id = p.member_id
      where m.coalition_id = to_coalition and m.id = private.take_id(request, 'livesWithMemberId')), gen_random_uuid()),
    not professional, professional);
end
$$;

create function private.start_coalition(of_idea uuid, request jsonb)
returns jsonb language plpgsql security definer set search_path = ''
as $$
declare
  known public.ideas;
  made uuid := coalesce(private.take_id(request, 'id'), gen_random_uuid());
  added record;
  mine record;
begin
  -- definer: coalitions is not written directly
  perform private.me();
  select * into known from public.ideas i where i.id = of_idea and not i.hidden for no key update;
  if known.id is null or (known.relayed and not (known.id in (select private.my_ideas())
    or private.has_role(known.neighbourhood_id, array['facilitator']))) then
    perform private.refuse('PT404', 'idea_unknown');
  end if;
  if exists (select 1 from public.coalitions c where c.id = made) then
    if exists (select 1 from public.coalitions c where c.id = made and c.idea_id = of_idea
      and c.id in (select private.my_coalitions(array['lead', 'member', 'partner']))) then
      return jsonb_build_object('id', made, 'ideaId', of_idea); -- the same submission again
    end if;
    perform private.refuse('PT409', 'already_exists', 'id');
  end if;
  if known.state not in ('open', 'taken_up') or known.kind <> 'wish' then
    perform private.refuse('PT409', 'idea_closed');
  end if;
  if exists (select 1 from public.coalitions c where c.idea_id = of_idea and c.state in ('forming', 'active', 'resting')) then
    perform private.refuse('PT409', 'coalition_exists');
  end if;
  insert into public.coalitions (id, neighbourhood_id, idea_id, name)
  values (made, known.neighbourhood_id, of_idea, private.take_text(request, 'groupName', 120));
  select a.member into added from private.add_member(made, known.neighbourhood_id, 'lead', request) a;
  select m.id, m.role, m.organisation_id into mine from public.coalition_members m where m.id = added.member;
  update public.ideas i set state = 'taken_up' where i.id = of_idea;
  perform private.record_event(known.neighbourhood_id, of_idea, 'coalition', made, 'started',
    case when mine.role = 'lead' then 'lead' when private.has_role(known.neighbourhood_id, array['facilitator']) then 'facilitator'
      else 'partner' end, mine.organisation_id, by_member => mine.id);
  return jsonb_build_object('id', made, 'ideaId', of_idea);
end
$$;
grant execute on function private.start_coalition to authenticated;

create function public.start_coalition(idea uuid, request jsonb default '{}')
returns jsonb language sql security invoker set search_path = ''
as $$ select private.start_coalition(idea, private.as_request(request)) $$;
comment on function public.start_coalition is 'Somebody takes an idea on and becomes the lead; a professional becomes a partner, never the lead by default.';
grant execute on function public.start_coalition to authenticated;

create function private.known_coalition(of_coalition uuid)
returns public.coalitions language plpgsql security definer set search_path = ''
as $$
declare
  known public.coalitions;
begin
  -- definer: locks the group of an idea that is not hidden, nor somebody else's one-to-one wish. Always the group first,
  -- then its claim, then its idea, so that no two wait for each other.
  perform private.me();
  select c.* into known from public.coalitions c join public.ideas i on i.id = c.idea_id and not i.hidden
  where c.id = of_coalition and (not i.relayed or i.id in (select private.my_ideas())
    or private.has_role(i.neighbourhood_id, array['facilitator'])
    or c.id in (select private.my_coalitions(array['lead', 'member', 'partner'])))
  for no key update of c;
  if known.id is null then
    perform private.refuse('PT404', 'coalition_unknown');
  end if;
  return known;
end
$$;

create function private.join_coalition(of_coalition uuid, request jsonb)
returns jsonb language plpgsql security definer set search_path = ''
as $$
declare
  known public.coalitions := private.known_coalition(of_coalition);
  added record;
  mine record;
begin
  -- definer: as add_member
  if known.state in ('completed', 'dissolved') then
    perform private.refuse('PT409', 'coalition_closed');
  end if;
  if coalesce(request ->> 'role', 'member') not in ('member', 'supporter') then
    perform private.refuse('PT422', 'role_unknown', 'role');
  end if;
  select a.member, a.is_new into added
  from private.add_member(of_coalition, known.neighbourhood_id, coalesce(request ->> 'role', 'member'), request) a;
  select m.id, m.role, m.organisation_id into mine from public.coalition_members m where m.id = added.member;
  if known.state = 'resting' then
    update public.coalitions c set state = 'active' where c.id = of_coalition;
    perform private.record_event(known.neighbourhood_id, known.idea_id, 'coalition', of_coalition, 'woken', 'member',
      by_member => mine.id);
  end if;
  if added.is_new then
    perform private.record_event(known.neighbourhood_id, known.idea_id, 'coalition', of_coalition, 'joined',
      case when mine.role = 'partner' then 'partner' else 'member' end, mine.organisation_id, by_member => mine.id);
  end if;
  return jsonb_build_object('memberId', mine.id, 'id', of_coalition, 'ideaId', known.idea_id);
end
$$;
grant execute on function private.join_coalition to authenticated;

create function public.join_coalition(coalition uuid, request jsonb default '{}')
returns jsonb language sql security invoker set search_path = ''
as $$ select private.join_coalition(coalition, private.as_request(request)) $$;
comment on function public.join_coalition is 'Join a group as member or supporter, for yourself or for your organisation; asks only what you can and want to do. Joining wakes a resting group.';
grant execute on function public.join_coalition to authenticated;

create function private.change_coalition(of_coalition uuid, act text, request jsonb)
returns jsonb language plpgsql security definer set search_path = ''
as $$
declare
  known public.coalitions := private.known_coalition(of_coalition);
  mine record;
  other record;
  facilitator boolean := private.has_role(known.neighbourhood_id, array['facilitator']);
  lead boolean;
  acting_role text;
  home public.neighbourhoods;
  today date;
  next_question date;
  promise public.commitments;
  new_id uuid := coalesce(private.take_id(request, 'id'), gen_random_uuid());
  open_claim record;
begin
  -- definer: what members do with their group, each act by name; the person is looked up, never sent
  select * into home from public.neighbourhoods n where n.id = known.neighbourhood_id;
  today := (now() at time zone home.time_zone)::date;
  next_question := today + 7 * coalesce((home.settings ->> 'check_in_weeks')::int, 8);
  select m.* into mine from public.coalition_members m join public.coalition_people p on p.member_id = m.id
  where m.coalition_id = of_coalition and p.participant_id = auth.uid() and m.left_at is null
  order by array_position(array['lead', 'member', 'partner', 'supporter'], m.role) limit 1;
  lead := coalesce(mine.role = 'lead', false);
  acting_role := case when mine.id is not null then case when lead then 'lead' when mine.role = 'partner' then 'partner' else 'member' end
    when facilitator then 'facilitator' end;
  if acting_role is null then
    perform private.refuse('PT403', 'not_in_group');
  end if;
  if (known.state = 'dissolved' and act <> 'leave') or (known.state = 'completed' and act not in ('leave', 'update')) then
    perform private.refuse('PT409', 'coalition_closed');
  end if;

  if act = 'leave' then
    if mine.id is null then
      perform private.refuse('PT403', 'not_in_group');
    end if;
    update public.coalition_members m set left_at = now() where m.id = mine.id;
    perform private.record_event(known.neighbourhood_id, known.idea_id, 'coalition', of_coalition, 'left', acting_role,
      by_member => mine.id);
    return jsonb_build_object('id', of_coalition, 'ideaId', known.idea_id);
  elsif act = 'wake' then
    if known.state <> 'resting' then
      perform private.refuse('PT409', 'transition_refused');
    end if;
    update public.coalitions c set state = 'active' where c.id = of_coalition;
    perform private.record_event(known.neighbourhood_id, known.idea_id, 'coalition', of_coalition, 'woken', acting_role,
      by_member => mine.id);
    return jsonb_build_object('id', of_coalition, 'ideaId', known.idea_id);
  elsif act = 'answer_check_in' then
    if coalesce(request ->> 'answer', '') not in ('going', 'needs_help', 'stopped') then
      perform private.refuse('PT422', 'answer_missing', 'answer');
    end if;
    if known.kept_going_since is null then
      perform private.refuse('PT409', 'transition_refused');
    end if;
    insert into public.check_ins (id, coalition_id, idea_id, asked_on, answered_at, answer, words)
    values (gen_random_uuid(), of_coalition, known.idea_id, coalesce(known.next_check_in, today), now(),
      request ->> 'answer', private.take_text(request, 'words', 500));
    update public.coalitions c set next_check_in = next_question where c.id = of_coalition;
    update public.claims c set next_check_in = next_question where c.coalition_id = of_coalition and c.state = 'in_stewardship';
    perform private.record_event(known.neighbourhood_id, known.idea_id, 'check_in', of_coalition, 'check_in_answered', acting_role,
      with_detail => jsonb_build_object('answer', request ->> 'answer'), by_member => mine.id);
    return jsonb_build_object('id', of_coalition, 'ideaId', known.idea_id);
  elsif act = 'take_lead' then
    -- nobody leads: any resident of the group may
    if mine.id is null or mine.role <> 'member' or exists (select 1 from public.coalition_members m
      where m.coalition_id = of_coalition and m.role = 'lead' and m.left_at is null) then
      perform private.refuse('PT409', 'lead_taken');
    end if;
    update public.coalition_members m set role = 'lead' where m.id = mine.id;
    perform private.record_event(known.neighbourhood_id, known.idea_id, 'coalition', of_coalition, 'lead_taken', 'lead',
      by_member => mine.id);
    return jsonb_build_object('id', of_coalition, 'ideaId', known.idea_id);
  end if;

  if act in ('update', 'promise', 'drop_promise', 'keep_promise', 'add_need', 'cover_need') then
    if mine.role = 'supporter' then
      perform private.refuse('PT403', 'role_missing');
    end if;
  elsif not lead and not facilitator then
    perform private.refuse('PT403', 'lead_only');
  end if;

  if act = 'hand_over' then
    select m.* into other from public.coalition_members m join public.coalition_people p on p.member_id = m.id
    where m.id = private.take_id(request, 'memberId', true) and m.coalition_id = of_coalition and m.left_at is null
      and m.role = 'member' and not p.professional;
    if other.id is null then
      perform private.refuse('PT422', 'member_unknown', 'memberId');
    end if;
    update public.coalition_members m set role = 'member' where m.coalition_id = of_coalition and m.role = 'lead' and m.left_at is null;
    update public.coalition_members m set role = 'lead' where m.id = other.id;
    perform private.record_event(known.neighbourhood_id, known.idea_id, 'coalition', of_coalition, 'handed_over', acting_role,
      by_member => other.id);
  elsif act = 'add_need' then
    if coalesce(request ->> 'kind', '') not in ('hands', 'skill', 'tools', 'partner', 'place', 'permission', 'key', 'money', 'insurance', 'other') then
      perform private.refuse('PT422', 'need_unknown', 'kind');
    end if;
    insert into public.needs (id, idea_id, kind, words) values (gen_random_uuid(), known.idea_id, request ->> 'kind',
      coalesce(private.take_text(request, 'words', 200), ''));
  elsif act = 'cover_need' then
    update public.needs n set covered_at = now(), covered_by = coalesce(private.take_text(request, 'coveredBy', 120), mine.shown_name),
      organisation_id = mine.organisation_id
    where n.id = private.take_id(request, 'needId', true) and n.idea_id = known.idea_id and n.covered_at is null;
    if not found then
      perform private.refuse('PT409', 'need_covered', 'needId');
    end if;
  elsif act = 'promise' then
    if mine.id is null then
      perform private.refuse('PT403', 'not_in_group');
    end if;
    if private.take_date(request, 'due', true) < today then
      perform private.refuse('PT422', 'date_past', 'due');
    end if;
    if exists (select 1 from public.commitments c join public.commitment_people p on p.commitment_id = c.id
      where c.id = new_id and c.coalition_id = of_coalition and p.participant_id = auth.uid()) then
      return jsonb_build_object('id', of_coalition, 'ideaId', known.idea_id); -- the same submission again
    end if;
    insert into public.commitments (id, neighbourhood_id, idea_id, coalition_id, what, due, shown_name, organisation_id)
    values (new_id, known.neighbourhood_id, known.idea_id, of_coalition,
      private.take_text(request, 'what', 300, true), private.take_date(request, 'due', true), mine.shown_name, mine.organisation_id)
    on conflict (id) do nothing;
    if not found then
      perform private.refuse('PT409', 'already_exists', 'id');
    end if;
    insert into public.commitment_people (commitment_id, participant_id) values (new_id, auth.uid());
    perform private.record_event(known.neighbourhood_id, known.idea_id, 'commitment', new_id, 'promised', acting_role,
      mine.organisation_id, by_member => mine.id,
      with_detail => jsonb_build_object('what', private.take_text(request, 'what', 300), 'due', private.take_date(request, 'due')));
  elsif act in ('keep_promise', 'drop_promise') then
    select * into promise from public.commitments c
    where c.id = private.take_id(request, 'commitmentId', true) and c.coalition_id = of_coalition for no key update;
    if promise.id is null then
      perform private.refuse('PT404', 'promise_unknown', 'commitmentId');
    elsif not (lead or facilitator or exists (select 1 from public.commitment_people p
      where p.commitment_id = promise.id and p.participant_id = auth.uid())) then
      perform private.refuse('PT403', 'role_missing', 'commitmentId');
    elsif promise.done_at is not null or promise.dropped_at is not null then
      perform private.refuse('PT409', 'promise_closed', 'commitmentId');
    end if;
    update public.commitments c set
      done_at = case when act = 'keep_promise' then now() end,
      dropped_at = case when act = 'drop_promise' then now() end,
      version = c.version + 1
    where c.id = promise.id;
    perform private.record_event(known.neighbourhood_id, known.idea_id, 'commitment', promise.id,
      case when act = 'keep_promise' then 'promise_kept' else 'promise_dropped' end, acting_role, mine.organisation_id,
      by_member => mine.id);
  elsif act = 'update' then
    if exists (select 1 from public.updates u where u.id = new_id and u.idea_id = known.idea_id) then
      return jsonb_build_object('id', of_coalition, 'ideaId', known.idea_id); -- the same submission again
    end if;
    insert into public.updates (id, neighbourhood_id, idea_id, body, shown_name, organisation_id, upload_id)
    values (new_id, known.neighbourhood_id, known.idea_id,
      private.take_text(request, 'body', 2000, true), mine.shown_name, mine.organisation_id,
      private.known_upload(known.idea_id, request))
    on conflict (id) do nothing;
    if not found then
      perform private.refuse('PT409', 'already_exists', 'id');
    end if;
  elsif act = 'realise' then
    -- the same chain without a place
    if known.state not in ('forming', 'active') then
      perform private.refuse('PT409', 'transition_refused');
    end if;
    if private.take_text(request, 'body', 2000) is null and private.known_upload(known.idea_id, request) is null then
      perform private.refuse('PT422', 'evidence_missing', 'body');
    end if;
    if exists (select 1 from public.claims c where c.coalition_id = of_coalition
      and c.state in ('requested', 'in_talks', 'granted', 'in_progress')) then
      perform private.refuse('PT409', 'claim_open');
    end if;
    perform private.finish_idea(known.idea_id, private.take_date(request, 'on', true), request, mine.shown_name, mine.organisation_id);
    update public.coalitions c set state = 'active' where c.id = of_coalition;
    perform private.record_event(known.neighbourhood_id, known.idea_id, 'coalition', of_coalition, 'realised', acting_role,
      mine.organisation_id, by_member => mine.id);
  elsif act = 'keep_going' then
    if not exists (select 1 from public.ideas i where i.id = known.idea_id and i.state = 'realised') or known.state <> 'active' then
      perform private.refuse('PT409', 'transition_refused');
    end if;
    update public.coalitions c set kept_going_since = coalesce(c.kept_going_since, today),
      looked_after_by = private.take_text(request, 'lookedAfterBy', 120, true),
      next_check_in = next_question
    where c.id = of_coalition;
    perform private.record_event(known.neighbourhood_id, known.idea_id, 'coalition', of_coalition, 'kept_going', acting_role,
      by_member => mine.id);
  elsif act in ('complete', 'dissolve', 'rest') then
    if (act = 'complete' and known.state <> 'active') or (act = 'rest' and known.state = 'resting') then
      perform private.refuse('PT409', 'transition_refused');
    end if;
    if act <> 'rest' and exists (select 1 from public.claims c where c.coalition_id = of_coalition
      and (c.held or (act = 'complete' and c.state in ('requested', 'in_talks')))) then
      perform private.refuse('PT409', 'claim_open');
    end if;
    update public.coalitions c set state = case act when 'complete' then 'completed' when 'rest' then 'resting' else 'dissolved' end
    where c.id = of_coalition;
    if act = 'dissolve' then
      for open_claim in update public.claims c set state = 'withdrawn'
        where c.coalition_id = of_coalition and c.state in ('requested', 'in_talks') returning c.id loop
        perform private.record_event(known.neighbourhood_id, known.idea_id, 'claim', open_claim.id, 'withdrawn', acting_role,
          with_detail => jsonb_build_object('to', 'withdrawn'), by_member => mine.id);
      end loop;
      update public.ideas i set state = 'open' where i.id = known.idea_id and i.state = 'taken_up';
    end if;
    perform private.record_event(known.neighbourhood_id, known.idea_id, 'coalition', of_coalition,
      case act when 'complete' then 'completed' when 'rest' then 'rested' else 'dissolved' end, acting_role,
      with_reason => private.take_text(request, 'reason', 500), by_member => mine.id);
  else
    perform private.refuse('PT422', 'act_unknown', 'act');
  end if;
  return jsonb_build_object('id', of_coalition, 'ideaId', known.idea_id);
end
$$;
grant execute on function private.change_coalition to authenticated;

-- The photo a request names, when it is a photo of this idea.
create function private.known_upload(of_idea uuid, request jsonb)
returns uuid language sql stable security definer set search_path = ''
-- definer: called by functions that have checked who asks
as $$ select u.id from public.uploads u where u.id = private.take_id(request, 'uploadId') and u.idea_id = of_idea $$;

create function private.finish_idea(of_idea uuid, day date, request jsonb, label text, organisation uuid)
returns void language plpgsql security definer set search_path = ''
as $$
declare
  body text := coalesce(private.take_text(request, 'body', 2000), '');
  home record;
begin
  -- definer: called by change_coalition and transition_claim only; granted to no request role
  select n.id, (now() at time zone n.time_zone)::date as today, i.state into home
  from public.ideas i join public.neighbourhoods n on n.id = i.neighbourhood_id where i.id = of_idea for no key update of i;
  if home.state not in ('open', 'taken_up', 'realised') then
    perform private.refuse('PT409', 'idea_closed');
  end if;
  if day > home.today then
    perform private.refuse('PT422', 'date_future', 'on');
  end if;
  update public.ideas i set state = 'realised', realised_on = day where i.id = of_idea;
  insert into public.updates (id, neighbourhood_id, idea_id, kind, body, shown_name, organisation_id, upload_id)
  values (gen_random_uuid(), home.id, of_idea, 'realised', case when body = '' then '✓' else body end, label, organisation,
    private.known_upload(of_idea, request));
end
$$;

create function public.change_coalition(coalition uuid, act text, request jsonb default '{}')
returns jsonb language sql security invoker set search_path = ''
as $$ select private.change_coalition(coalition, act, private.as_request(request)) $$;
comment on function public.change_coalition is 'What members do with their group: leave, wake, take_lead, hand_over, add_need, cover_need, promise, keep_promise, drop_promise, update, realise, keep_going, answer_check_in, complete, rest, dissolve.';
grant execute on function public.change_coalition to authenticated;

create function private.offer_for_need(of_need uuid, request jsonb)
returns jsonb language plpgsql security definer set search_path = ''
as $$
declare
  known record;
begin
  -- definer: "I have that": anybody may cover what a public idea lacks
  perform private.me();
  select n.id, n.idea_id, i.neighbourhood_id, n.covered_at into known from public.needs n
  join public.ideas i on i.id = n.idea_id and not i.hidden and not i.relayed and i.state in ('open', 'taken_up')
  where n.id = of_need for no key update of n;
  if known.id is null then
    perform private.refuse('PT404', 'need_unknown');
  elsif known.covered_at is not null then
    perform private.refuse('PT409', 'need_covered');
  end if;
  update public.needs n set covered_at = now(), covered_by = private.take_text(request, 'name', 40) where n.id = of_need;
  perform private.record_event(known.neighbourhood_id, known.idea_id, 'idea', known.idea_id, 'need_covered', 'participant',
    with_detail => jsonb_build_object('needId', of_need));
  return jsonb_build_object('id', of_need, 'ideaId', known.idea_id);
end
$$;
grant execute on function private.offer_for_need to authenticated;

create function public.offer_for_need(need uuid, request jsonb default '{}')
returns jsonb language sql security invoker set search_path = ''
as $$ select private.offer_for_need(need, private.as_request(request)) $$;
comment on function public.offer_for_need is 'Somebody has what an idea lacks.';
grant execute on function public.offer_for_need to authenticated;
