create function private.create_upload(request jsonb)
returns jsonb language plpgsql security definer set search_path = ''
as $$
declare
  person uuid := private.me();
  known public.ideas;
  new_id uuid := coalesce(private.take_id(request, 'id'), gen_random_uuid());
  part record;
begin
  -- definer: photos are put up by those who belong to the idea, re-encoded by our server; tables are not written directly
  if jsonb_typeof(request -> 'variants') is distinct from 'object'
    or not (request -> 'variants') ?| array['small', 'large'] then
    perform private.refuse('PT422', 'photo_malformed', 'photo');
  end if;
  select * into known from public.ideas i where i.id = private.take_id(request, 'ideaId', true);
  if known.id is null then
    perform private.refuse('PT404', 'idea_unknown', 'ideaId');
  end if;
  if not (known.id in (select private.my_ideas())
    or private.has_role(known.neighbourhood_id, array['facilitator'])
    or exists (select 1 from public.coalitions c where c.idea_id = known.id and c.id in (select private.my_coalitions(array['lead', 'member', 'partner'])))
    or exists (select 1 from public.claims c where c.idea_id = known.id and private.claim_actors(c.id) && array['steward', 'deputy'])) then
    perform private.refuse_idea(known.id, 'not_in_group');
  end if;
  if exists (select 1 from public.upload_owners o where o.upload_id = new_id and o.participant_id = person) then
    return jsonb_build_object('id', new_id);
  elsif exists (select 1 from public.uploads u where u.id = new_id) then
    perform private.refuse('PT409', 'already_exists', 'id');
  end if;
  perform private.refuse_flood(60, 1 + (select count(*) from public.upload_owners o join public.uploads u on u.id = o.upload_id
    where o.participant_id = person and u.created_at > now() - interval '1 hour'));
  insert into public.uploads (id, neighbourhood_id, idea_id, description, width, height, people_agreed)
  values (new_id, known.neighbourhood_id, known.id, coalesce(private.take_text(request, 'description', 300), ''),
    private.take_number(request, 'width', 1, 8000), private.take_number(request, 'height', 1, 8000), private.take_choice(request, 'peopleAgreed'))
  on conflict (id) do nothing;
  if not found then
    if exists (select 1 from public.upload_owners o where o.upload_id = new_id and o.participant_id = person) then
      return jsonb_build_object('id', new_id); -- the same photo at the same moment
    end if;
    perform private.refuse('PT409', 'already_exists', 'id');
  end if;
  insert into public.upload_owners (upload_id, participant_id) values (new_id, person);
  for part in select key as variant, value as variant_value from jsonb_each(request -> 'variants') loop
    insert into public.upload_variants (upload_id, variant, media_type, bytes)
    values (new_id, part.variant, part.variant_value ->> 'mediaType', decode(part.variant_value ->> 'base64', 'base64'));
  end loop;
  return jsonb_build_object('id', new_id);
exception when check_violation or invalid_text_representation or invalid_parameter_value or not_null_violation then
  perform private.refuse('PT422', 'photo_malformed', 'photo');
  return null;
end
$$;
grant execute on function private.create_upload to authenticated;

create function public.create_upload(request jsonb)
returns jsonb language sql security invoker set search_path = ''
as $$ select private.create_upload(private.as_request(request, 1000000)) $$;
comment on function public.create_upload is 'Puts a re-encoded photo on an idea: {id, ideaId, description, width, height, peopleAgreed, variants: {small, large: {mediaType, base64}}}.';
grant execute on function public.create_upload to authenticated;

create function public.upload_bytes(upload uuid, wanted text)
returns jsonb language sql stable security invoker set search_path = ''
as $$
  select jsonb_build_object('mediaType', v.media_type, 'base64', replace(encode(v.bytes, 'base64'), chr(10), ''))
  from public.upload_variants v where v.upload_id = upload and v.variant = wanted
$$;
comment on function public.upload_bytes is 'One variant of a photo as base64, when the caller may see it.';
grant execute on function public.upload_bytes to anon, authenticated, service_role;
