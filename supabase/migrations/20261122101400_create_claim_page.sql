create function public.claim_page(claim uuid)
returns jsonb language sql stable security invoker set search_path = ''
as $$
  select jsonb_build_object('id', c.id, 'ideaId', c.idea_id, 'coalitionId', c.coalition_id, 'reopenedOnce', c.reopened_once,
    -- which part of the idea's history is this claim's; its words are in idea_page
    'events', coalesce((select jsonb_agg(jsonb_build_object('kind', e.kind, 'at', e.at) order by e.at desc, e.position desc) from public.events e
      where (e.entity = 'claim' and e.entity_id = c.id)
        or (e.entity = 'agreement' and e.entity_id in (select a.id from public.agreements a where a.claim_id = c.id))), '[]'),
    'earlier', coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'version', a.version, 'what', a.what, 'startsOn', a.starts_on,
        'endsOn', a.ends_on, 'groupDoes', a.group_does, 'ownerDoes', a.owner_does, 'conditions', a.conditions, 'costs', a.costs,
        'insurance', a.insurance, 'ending', a.ending, 'madeBy', a.made_by, 'createdAt', a.created_at,
        'keyHolder', d.key_holder, 'whoToCall', d.who_to_call,
        'confirmations', coalesce((select jsonb_agg(jsonb_build_object('side', f.side, 'onPaper', f.on_paper, 'at', f.confirmed_at))
          from public.agreement_confirmations f where f.agreement_id = a.id), '[]')) order by a.version desc)
      from public.agreements a left join public.agreement_details d on d.agreement_id = a.id
      where a.claim_id = c.id and a.version < (select max(b.version) from public.agreements b where b.claim_id = c.id)), '[]'))
  from public.claims c where c.id = claim
$$;
comment on function public.claim_page is 'What the page of one claim shows beside idea_page: its idea, which events are its own and the earlier versions of its agreement; null when the caller may not see it.';
grant execute on function public.claim_page to anon, authenticated, service_role;
