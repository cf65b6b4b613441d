import type { Person } from '../fixtures/village.ts';
import { playedBy, roles } from './role-table.ts';

// Who may do what through the functions, act by act: + done, - refused because of who asks. The group is fatma's (lead) with
// joop (member), bep (supporter) and anja (partner, for the club); the idea is riet's; the place is the housing association's.

export const actors = [...roles, 'supporter', 'partner'] as const;
export type Actor = (typeof actors)[number];
export const actedBy: Record<Actor, Person | null> = { ...playedBy, supporter: 'bep', partner: 'anja' };

// prettier-ignore
export const actTable: Record<string, string> = {
  //                                   vis par aut mem led org ste dep fac pla adm fa2 ad2 sup prt
  'change_idea':                      ' -   -   +   -   -   -   -   -   +   -   -   -   -   -   - ',
  'withdraw_idea':                    ' -   -   +   -   -   -   -   -   +   -   -   -   -   -   - ',
  'take_over_idea':                   ' -   +   +   +   +   +   +   +   +   +   +   +   +   +   + ',
  'facilitate_idea read':             ' -   -   -   -   -   -   -   -   +   -   -   -   -   -   - ',
  'facilitate_idea hide':             ' -   -   -   -   -   -   -   -   +   -   -   -   -   -   - ',
  'facilitate_idea relay':            ' -   -   -   -   -   -   -   -   +   -   -   -   -   -   - ',
  'facilitate_idea plan':             ' -   -   -   -   -   -   -   -   +   -   -   -   -   -   - ',
  'facilitate_idea pass_on':          ' -   -   -   -   -   -   -   -   +   -   -   -   -   -   - ',
  'facilitate_idea decline':          ' -   -   -   -   -   -   +   +   +   -   -   -   -   -   - ',
  'start_coalition':                  ' -   +   +   +   +   +   +   +   +   +   +   +   +   +   + ',
  'join_coalition':                   ' -   +   +   +   +   +   +   +   +   +   +   +   +   +   + ',
  'offer_for_need':                   ' -   +   +   +   +   +   +   +   +   +   +   +   +   +   + ',
  'change_coalition leave':           ' -   -   -   +   +   -   -   -   -   -   -   -   -   +   + ',
  'change_coalition update':          ' -   -   -   +   +   -   -   -   +   -   -   -   -   -   + ',
  'change_coalition add_need':        ' -   -   -   +   +   -   -   -   +   -   -   -   -   -   + ',
  'change_coalition cover_need':      ' -   -   -   +   +   -   -   -   +   -   -   -   -   -   + ',
  'change_coalition promise':         ' -   -   -   +   +   -   -   -   -   -   -   -   -   -   + ',
  'change_coalition keep_promise':    ' -   -   -   +   +   -   -   -   +   -   -   -   -   -   - ',
  'change_coalition drop_promise':    ' -   -   -   +   +   -   -   -   +   -   -   -   -   -   - ',
  'change_coalition hand_over':       ' -   -   -   -   +   -   -   -   +   -   -   -   -   -   - ',
  'change_coalition take_lead':       ' -   -   -   +   -   -   -   -   -   -   -   -   -   -   - ',
  'change_coalition realise':         ' -   -   -   -   +   -   -   -   +   -   -   -   -   -   - ',
  'change_coalition keep_going':      ' -   -   -   -   +   -   -   -   +   -   -   -   -   -   - ',
  'change_coalition answer_check_in': ' -   -   -   +   +   -   -   -   +   -   -   -   -   +   + ',
  'change_coalition complete':        ' -   -   -   -   +   -   -   -   +   -   -   -   -   -   - ',
  'change_coalition rest':            ' -   -   -   -   +   -   -   -   +   -   -   -   -   -   - ',
  'change_coalition wake':            ' -   -   -   +   +   -   -   -   +   -   -   -   -   +   + ',
  'change_coalition dissolve':        ' -   -   -   -   +   -   -   -   +   -   -   -   -   -   - ',
  'request_claim':                    ' -   -   -   -   +   -   -   -   +   -   -   -   -   -   - ',
  'make_agreement':                   ' -   -   -   -   +   -   +   +   +   -   -   -   -   -   - ',
  'confirm_agreement':                ' -   -   -   -   +   -   +   +   -   -   -   -   -   -   - ',
  'confirm_agreement on paper':       ' -   -   -   -   -   -   +   +   +   -   -   -   -   -   - ',
  'create_upload':                    ' -   -   +   +   +   -   +   +   +   -   -   -   -   -   + '
};
