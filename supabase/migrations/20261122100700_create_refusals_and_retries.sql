-- One way to say no. status is PT401, PT403, PT404, PT409 or PT422; code is what the screens translate; field names the input.
create function private.refuse(status text, code text, field text default null, words text default null)
returns void language plpgsql volatile security invoker set search_path = ''
as $$
begin
  raise exception '%', coalesce(words, code)
    using errcode = status, hint = code, detail = jsonb_build_object('field', field)::text;
end
$$;
grant execute on function private.refuse to anon, authenticated, service_role;

create function private.me()
returns uuid language plpgsql stable security invoker set search_path = ''
as $$
declare
  person uuid := auth.uid();
begin
  if person is null then
    perform private.refuse('PT401', 'not_signed_in');
  end if;
  return person;
end
$$;
grant execute on function private.me to anon, authenticated, service_role;

-- The request as the object it must be, and no heavier than one request may weigh. A client of the postgres backend hands
-- it over as a text that holds the object (its driver writes jsonb arguments twice), so that is looked into.
create function private.as_request(request jsonb, heaviest integer default 65536)
returns jsonb language plpgsql immutable security invoker set search_path = ''
as $$
declare
  taken jsonb := request;
begin
  if length(request::text) > heaviest then
    perform private.refuse('PT422', 'request_malformed', 'request');
  end if;
  if jsonb_typeof(request) = 'string' then
    taken := (request #>> '{}')::jsonb;
  end if;
  if jsonb_typeof(taken) is distinct from 'object' then
    perform private.refuse('PT422', 'request_malformed', 'request');
  end if;
  return taken;
exception when invalid_text_representation or untranslatable_character then
  perform private.refuse('PT422', 'request_malformed', 'request');
  return null;
end
$$;
grant execute on function private.as_request to anon, authenticated, service_role;

-- Text as typed, trimmed; refuses what is missing, too long or no text by field name.
create function private.take_text(request jsonb, field text, longest integer, required boolean default false)
returns text language plpgsql immutable security invoker set search_path = ''
as $$
declare
  value text := nullif(btrim(request ->> field, E' \t\r\n'), '');
begin
  if value is null and required then
    perform private.refuse('PT422', field || '_missing', field);
  end if;
  if jsonb_typeof(request -> field) in ('object', 'array') then
    perform private.refuse('PT422', 'text_malformed', field);
  end if;
  if length(value) > longest then
    perform private.refuse('PT422', 'text_too_long', field);
  end if;
  return value;
end
$$;
grant execute on function private.take_text to anon, authenticated, service_role;

create function private.take_date(request jsonb, field text, required boolean default false)
returns date language plpgsql immutable security invoker set search_path = ''
as $$
declare
  value text := nullif(btrim(request ->> field), '');
begin
  if value is null then
    if required then
      perform private.refuse('PT422', field || '_missing', field);
    end if;
    return null;
  end if;
  -- not what PostgreSQL takes for a date too: "infinity", "tomorrow", the year 90000
  if value !~ '^(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}$' then
    perform private.refuse('PT422', 'date_malformed', field);
  end if;
  return value::date;
exception when datetime_field_overflow or invalid_datetime_format then
  perform private.refuse('PT422', 'date_malformed', field);
  return null;
end
$$;
grant execute on function private.take_date to anon, authenticated, service_role;

create function private.take_id(request jsonb, field text, required boolean default false)
returns uuid language plpgsql immutable security invoker set search_path = ''
as $$
declare
  value text := nullif(btrim(request ->> field), '');
begin
  if value is null then
    if required then
      perform private.refuse('PT422', field || '_missing', field);
    end if;
    return null;
  end if;
  return value::uuid;
exception when invalid_text_representation then
  perform private.refuse('PT422', 'id_malformed', field);
  return null;
end
$$;
grant execute on function private.take_id to anon, authenticated, service_role;

create function private.take_choice(request jsonb, field text, otherwise boolean default null)
returns boolean language plpgsql immutable security invoker set search_path = ''
as $$
begin
  if coalesce(jsonb_typeof(request -> field), 'null') = 'null' then
    return otherwise;
  end if;
  if request ->> field not in ('true', 'false') then
    perform private.refuse('PT422', 'choice_malformed', field);
  end if;
  return (request ->> field)::boolean;
end
$$;
grant execute on function private.take_choice to anon, authenticated, service_role;

create function private.take_number(request jsonb, field text, lowest integer, highest integer)
returns integer language plpgsql immutable security invoker set search_path = ''
as $$
begin
  if coalesce(jsonb_typeof(request -> field), 'null') = 'null' then
    return null;
  end if;
  if request ->> field !~ '^-?[0-9]{1,9}$' or (request ->> field)::integer not between lowest and highest then
    perform private.refuse('PT422', 'number_malformed', field);
  end if;
  return (request ->> field)::integer;
end
$$;
grant execute on function private.take_number to anon, authenticated, service_role;

-- A retry is the same thing twice. Returns the earlier answer, or null when the caller is the first; a second
-- transaction with the same key waits for the first.
create function private.answer_before(key text, request jsonb)
returns jsonb language plpgsql security definer set search_path = ''
as $$
declare
  person uuid := private.me();
  hash text := encode(sha256(convert_to(request::text, 'UTF8')), 'hex');
  earlier record;
begin
  -- definer: idempotency_keys has no policy
  if key is null then
    return null;
  end if;
  if length(key) not between 8 and 100 then
    perform private.refuse('PT422', 'idempotency_key_malformed', 'Idempotency-Key');
  end if;
  insert into public.idempotency_keys as k (participant_id, key, request_hash) values (person, answer_before.key, hash)
  on conflict do nothing;
  if found then
    return null;
  end if;
  select k.request_hash, k.response into earlier from public.idempotency_keys k
  where k.participant_id = person and k.key = answer_before.key;
  if earlier.request_hash <> hash then
    perform private.refuse('PT422', 'idempotency_key_reused', 'Idempotency-Key');
  end if;
  return earlier.response;
end
$$;

create function private.keep_answer(key text, response jsonb)
returns jsonb language plpgsql security definer set search_path = ''
as $$
begin
  -- definer: as answer_before
  if key is not null then
    update public.idempotency_keys k set response = keep_answer.response
    where k.participant_id = auth.uid() and k.key = keep_answer.key;
  end if;
  return response;
end
$$;
