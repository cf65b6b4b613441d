create table public.events (
  id uuid primary key default gen_random_uuid(),
  position bigint generated always as identity,
  neighbourhood_id uuid not null references public.neighbourhoods (id) on delete cascade,
  idea_id uuid,
  entity text not null check (entity in ('idea', 'coalition', 'claim', 'agreement', 'commitment', 'check_in', 'pearl')),
  entity_id uuid not null,
  kind text not null,
  actor_role text not null check (actor_role in ('author', 'participant', 'member', 'lead', 'partner', 'steward', 'deputy', 'facilitator', 'administrator', 'clock')),
  actor_label text check (length(actor_label) <= 80),
  member_id uuid,
  organisation_id uuid,
  reason text check (length(reason) <= 1000),
  detail jsonb not null default '{}' check (length(detail::text) <= 4000),
  at timestamptz not null default now()
);
comment on table public.events is 'What happened, when and why: append-only; position orders what happened at one moment. Visible as far as its idea is. Whoever did it is named by id only: an organisation, or member_id, the public row of a group member whose shown name is looked up, so that taking a name back takes it back here too. actor_label is for history from paper or an import.';
create index events_idea on public.events (idea_id, at);
create index events_entity on public.events (entity_id, at);
alter table public.events enable row level security;
create policy "everybody reads the history of ideas they can read" on public.events for select to anon, authenticated
  using (kind not in ('hidden', 'shown', 'relayed') and exists (select 1 from public.ideas i where i.id = events.idea_id));
create policy "a facilitator reads all history" on public.events for select to authenticated
  using (neighbourhood_id in (select private.my_neighbourhoods(array['facilitator'])));

create table public.event_actors (
  event_id uuid primary key references public.events (id),
  participant_id uuid not null,
  on_behalf_of text
);
comment on table public.event_actors is 'Which person did it, by id only: deleting a person empties the person''s row and not the history. For that person and the facilitator.';
create index event_actors_participant on public.event_actors (participant_id);
alter table public.event_actors enable row level security;
create policy "a person reads what they did" on public.event_actors for select to authenticated
  using (participant_id = (select auth.uid()));
create policy "a facilitator reads who did what" on public.event_actors for select to authenticated
  using (exists (select 1 from public.events e where e.id = event_actors.event_id
    and e.neighbourhood_id in (select private.my_neighbourhoods(array['facilitator']))));

create function private.refuse_rewriting()
returns trigger language plpgsql security invoker set search_path = ''
as $$
begin
  perform private.refuse('PT403', 'history_fixed');
  return null;
end
$$;
create trigger events_append_only before update or delete on public.events
  for each row execute function private.refuse_rewriting();
create trigger events_never_emptied before truncate on public.events
  for each statement execute function private.refuse_rewriting();
create trigger event_actors_append_only before update or delete on public.event_actors
  for each row execute function private.refuse_rewriting();
create trigger event_actors_never_emptied before truncate on public.event_actors
  for each statement execute function private.refuse_rewriting();

create function private.record_event(
  in_neighbourhood uuid, of_idea uuid, of_entity text, of_entity_id uuid, event_kind text, by_role text,
  for_organisation uuid default null, with_reason text default null, with_detail jsonb default '{}',
  by_member uuid default null, on_behalf text default null
) returns uuid
language plpgsql security definer set search_path = ''
as $$
declare
  made uuid := gen_random_uuid();
begin
  -- definer: events has no insert policy, only what happens makes history; granted to no request role
  insert into public.events (id, neighbourhood_id, idea_id, entity, entity_id, kind, actor_role, organisation_id, reason, detail, member_id)
  values (made, in_neighbourhood, of_idea, of_entity, of_entity_id, event_kind, by_role, for_organisation, with_reason,
    coalesce(with_detail, '{}'), by_member);
  if auth.uid() is not null then
    insert into public.event_actors (event_id, participant_id, on_behalf_of) values (made, auth.uid(), on_behalf);
  end if;
  return made;
end
$$;

create function private.record_new_idea()
returns trigger language plpgsql security definer set search_path = ''
as $$
begin
  -- definer: record_event is granted to no request role
  perform private.record_event(new.neighbourhood_id, new.id, 'idea', new.id, 'created', 'author');
  return null;
end
$$;
create trigger ideas_record after insert on public.ideas
  for each row execute function private.record_new_idea();

-- Live feed: the counter row of the neighbourhood is taken last, in a deferred trigger, so that position order is
-- commit order without gaps (measured: an identity column lost 13 of 2,000 changes, this none).
create table public.change_counters (
  neighbourhood_id uuid primary key references public.neighbourhoods (id) on delete cascade,
  position bigint not null default 0
);
comment on table public.change_counters is 'The last position of the change log of a neighbourhood.';
alter table public.change_counters enable row level security;
create policy "everybody reads the position" on public.change_counters for select to anon, authenticated using (true);

create table public.changes (
  neighbourhood_id uuid not null references public.neighbourhoods (id) on delete cascade,
  position bigint not null,
  kind text not null,
  entity text not null,
  entity_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  primary key (neighbourhood_id, position)
);
comment on table public.changes is 'That something visible changed: neighbourhood, position, kind, entity and id, no payload. Readers fetch what they may see.';
create index changes_at on public.changes (at);
alter table public.changes enable row level security;
create policy "everybody reads the change log" on public.changes for select to anon, authenticated using (true);

create function private.append_change(in_neighbourhood uuid, change_kind text, of_entity text, of_entity_id uuid)
returns void language plpgsql security definer set search_path = ''
as $$
declare
  next_position bigint;
begin
  -- definer: the log has no insert policy; granted to no request role
  if exists (select 1 from public.changes c join public.change_counters k on k.neighbourhood_id = c.neighbourhood_id
    where c.neighbourhood_id = in_neighbourhood and c.position > k.position - 50
      and c.entity = of_entity and c.entity_id = of_entity_id
      and (c.kind = change_kind or (c.kind = of_entity || '.created' and change_kind = of_entity || '.changed'))
      and c.xmin = pg_current_xact_id()::xid) then
    return; -- said before in this transaction, which holds the counter since, so that its rows are the last ones
  end if;
  insert into public.change_counters as c (neighbourhood_id, position) values (in_neighbourhood, 1)
  on conflict (neighbourhood_id) do update set position = c.position + 1
  returning c.position into next_position;
  insert into public.changes (neighbourhood_id, position, kind, entity, entity_id)
  values (in_neighbourhood, next_position, change_kind, of_entity, of_entity_id);
  perform pg_notify('changes', format('%s %s', in_neighbourhood, next_position));
end
$$;

create function private.log_change()
returns trigger language plpgsql security definer set search_path = ''
as $$
declare
  entity_name text := tg_argv[0];
  new_row jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
  old_row jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
  this_row jsonb := coalesce(new_row, old_row);
  visible_now boolean;
  visible_before boolean;
  in_neighbourhood uuid;
begin
  -- definer: append_change is granted to no request role; an import of many rows logs one itself
  if current_setting('samenspel.bulk', true) = 'on' then
    return null;
  end if;
  visible_now := new_row is not null and not coalesce((new_row ->> 'hidden')::boolean, false)
    and not coalesce((new_row ->> 'relayed')::boolean, false);
  visible_before := old_row is not null and not coalesce((old_row ->> 'hidden')::boolean, false)
    and not coalesce((old_row ->> 'relayed')::boolean, false);
  if entity_name <> 'idea' and this_row ->> 'idea_id' is not null and not exists (select 1 from public.ideas i
    where i.id = (this_row ->> 'idea_id')::uuid and not i.hidden and not i.relayed) then
    return null; -- hidden, or gone, and then the idea says so itself
  end if;
  if not visible_now and not visible_before then
    return null;
  end if;
  in_neighbourhood := (this_row ->> 'neighbourhood_id')::uuid;
  perform private.append_change(
    in_neighbourhood,
    entity_name || case when visible_now and not visible_before then '.created'
      when visible_before and not visible_now then '.removed' else '.changed' end,
    entity_name,
    (this_row ->> 'id')::uuid
  );
  return null;
end
$$;

create constraint trigger ideas_log after insert or update or delete on public.ideas
  deferrable initially deferred for each row execute function private.log_change('idea');
create constraint trigger places_log after insert or update or delete on public.places
  deferrable initially deferred for each row execute function private.log_change('place');
create constraint trigger organisations_log after insert or update or delete on public.organisations
  deferrable initially deferred for each row execute function private.log_change('organisation');
create constraint trigger pearls_log after insert or update or delete on public.pearls
  deferrable initially deferred for each row execute function private.log_change('pearl');

-- What hangs on an idea and shows on its page changes the idea for whoever watches.
create function private.log_idea_part()
returns trigger language plpgsql security definer set search_path = ''
as $$
declare
  part jsonb := to_jsonb(coalesce(new, old));
  found_idea record;
begin
  -- definer: append_change is granted to no request role
  if current_setting('samenspel.bulk', true) = 'on' then
    return null;
  end if;
  select i.id, i.neighbourhood_id into found_idea from public.ideas i
  where i.id = (part ->> 'idea_id')::uuid and not i.hidden and not i.relayed;
  if found_idea.id is not null then
    perform private.append_change(found_idea.neighbourhood_id, 'idea.changed', 'idea', found_idea.id);
  end if;
  return null;
end
$$;
create constraint trigger needs_log after insert or update or delete on public.needs
  deferrable initially deferred for each row execute function private.log_idea_part();
create constraint trigger next_steps_log after insert or update or delete on public.next_steps
  deferrable initially deferred for each row execute function private.log_idea_part();
create constraint trigger answers_log after insert or update or delete on public.answers
  deferrable initially deferred for each row execute function private.log_idea_part();

-- What the snapshot shows of the neighbourhood itself: an offer counts there as one number, so its own id stays out.
create function private.log_neighbourhood()
returns trigger language plpgsql security definer set search_path = ''
as $$
declare
  part jsonb := to_jsonb(coalesce(new, old));
  changed uuid := coalesce(part ->> 'neighbourhood_id', part ->> 'id')::uuid;
begin
  -- definer: append_change is granted to no request role
  if current_setting('samenspel.bulk', true) is distinct from 'on' then
    perform private.append_change(changed, 'neighbourhood.changed', 'neighbourhood', changed);
  end if;
  return null;
end
$$;
create constraint trigger neighbourhoods_log after insert or update on public.neighbourhoods
  deferrable initially deferred for each row execute function private.log_neighbourhood();
create constraint trigger themes_log after insert or update or delete on public.themes
  deferrable initially deferred for each row execute function private.log_neighbourhood();
create constraint trigger offers_log after insert or update or delete on public.offers
  deferrable initially deferred for each row execute function private.log_neighbourhood();
