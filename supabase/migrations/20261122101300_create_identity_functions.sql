-- Called by the server's system client only: identity before there is an identity.
create function public.start_participant(participant uuid, token_hash text, language text default 'nl')
returns jsonb language plpgsql security invoker set search_path = ''
as $$
begin
  insert into public.participants (id, language) values (participant, coalesce(language, 'nl'));
  insert into public.sessions (token_hash, participant_id) values (start_participant.token_hash, participant);
  return jsonb_build_object('participantId', participant);
end
$$;
comment on function public.start_participant is 'A new participant with a first session. System only.';
grant execute on function public.start_participant to service_role;

create function public.session_person(token_hash text)
returns jsonb language sql stable security invoker set search_path = ''
as $$
  select jsonb_build_object('participantId', s.participant_id,
    'account', exists (select 1 from public.accounts a where a.participant_id = s.participant_id), 'expiresAt', s.expires_at)
  from public.sessions s
  where s.token_hash = session_person.token_hash and s.revoked_at is null and s.expires_at > now()
$$;
comment on function public.session_person is 'Who a session belongs to; null when it is unknown, revoked or over. System only.';
grant execute on function public.session_person to service_role;

create function public.sign_in_account(email text, auth_user uuid, token_hash text)
returns jsonb language plpgsql security invoker set search_path = ''
as $$
declare
  address text := lower(btrim(email));
  person uuid;
  invited record;
begin
  select a.participant_id into person from public.accounts a where a.email = address;
  if person is null then
    person := coalesce(auth_user, gen_random_uuid());
    insert into public.participants (id) values (person) on conflict do nothing;
    insert into public.accounts (participant_id, email) values (person, address);
  end if;
  for invited in select * from public.invitations i where i.email = address and i.accepted_at is null for no key update loop
    if invited.role is not null then
      insert into public.memberships (neighbourhood_id, participant_id, role)
      values (invited.neighbourhood_id, person, invited.role) on conflict do nothing;
    else
      insert into public.organisation_members (organisation_id, participant_id, mandate)
      values (invited.organisation_id, person, coalesce(invited.mandate, 'member'))
      on conflict (organisation_id, participant_id) do update set mandate = excluded.mandate;
    end if;
    update public.invitations i set accepted_at = now() where i.id = invited.id;
  end loop;
  insert into public.sessions (token_hash, participant_id) values (sign_in_account.token_hash, person);
  return jsonb_build_object('participantId', person);
end
$$;
comment on function public.sign_in_account is 'Opens a session for a proven e-mail address and turns its invitations into roles. System only.';
grant execute on function public.sign_in_account to service_role;

create function public.make_one_time_code(code_hash text, purpose text, participant uuid, email text, minutes integer)
returns jsonb language plpgsql security invoker set search_path = ''
as $$
begin
  insert into public.one_time_codes (code_hash, purpose, participant_id, email, expires_at)
  values (make_one_time_code.code_hash, make_one_time_code.purpose, participant, lower(make_one_time_code.email), now() + make_interval(mins => minutes));
  return jsonb_build_object('expiresAt', now() + make_interval(mins => minutes));
end
$$;
comment on function public.make_one_time_code is 'Keeps the hash of a code that may be used once. System only.';
grant execute on function public.make_one_time_code to service_role;

create function public.use_one_time_code(code_hash text, purpose text)
returns jsonb language plpgsql security invoker set search_path = ''
as $$
declare
  known record;
begin
  update public.one_time_codes c set used_at = now()
  where c.code_hash = use_one_time_code.code_hash and c.purpose = use_one_time_code.purpose
    and c.used_at is null and c.expires_at > now()
  returning c.participant_id, c.email into known;
  if not found then
    return null;
  end if;
  return jsonb_build_object('participantId', known.participant_id, 'email', known.email);
end
$$;
comment on function public.use_one_time_code is 'Uses a code up; null when it is unknown, used or over. System only.';
grant execute on function public.use_one_time_code to service_role;

create function public.move_session(participant uuid, token_hash text)
returns jsonb language plpgsql security invoker set search_path = ''
as $$
begin
  insert into public.sessions (token_hash, participant_id) values (move_session.token_hash, participant);
  return jsonb_build_object('participantId', participant);
end
$$;
comment on function public.move_session is 'Opens a session on another device for a person who proved who they are. System only.';
grant execute on function public.move_session to service_role;

create function public.let_administrator_in(email text)
returns jsonb language plpgsql security invoker set search_path = ''
as $$
declare
  made integer := 0;
  home record;
begin
  for home in select n.id from public.neighbourhoods n loop
    insert into public.invitations (neighbourhood_id, email, role) values (home.id, lower(btrim(let_administrator_in.email)), 'administrator');
    made := made + 1;
  end loop;
  return jsonb_build_object('neighbourhoods', made);
end
$$;
comment on function public.let_administrator_in is 'Invites a first administrator to every neighbourhood. System only.';
grant execute on function public.let_administrator_in to service_role;

create function public.run_clock()
returns jsonb language plpgsql security invoker set search_path = ''
as $$
declare
  published integer;
  silent integer;
begin
  published := private.publish_due_answers();
  -- the clock marks, it never takes anything from residents
  with marked as (
    update public.claims c set silent_since = now()
    where c.state = 'requested' and c.silent_since is null and c.answer_by < now()
    returning c.id, c.neighbourhood_id, c.idea_id
  )
  select count(private.record_clock_event(m.neighbourhood_id, m.idea_id, m.id)) into silent from marked m;
  delete from public.idempotency_keys k where k.created_at < now() - interval '7 days';
  delete from public.one_time_codes c where c.expires_at < now() - interval '1 day';
  delete from public.changes c where c.at < now() - interval '14 days';
  return jsonb_build_object('published', published, 'silent', silent);
end
$$;
comment on function public.run_clock is 'What time brings: answers become public, silence is marked, old keys and log rows go. System only.';
grant execute on function public.run_clock to service_role;

create function private.record_clock_event(in_neighbourhood uuid, of_idea uuid, of_claim uuid)
returns uuid language sql volatile security definer set search_path = ''
-- definer: record_event is granted to no request role
as $$ select private.record_event(in_neighbourhood, of_idea, 'claim', of_claim, 'silent', 'clock') $$;
grant execute on function private.record_clock_event to service_role;
