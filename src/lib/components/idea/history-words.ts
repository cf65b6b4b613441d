import { m } from '#messages';
import { formatDay } from '#lib/components/shared/format.ts';
import type { HistoryEvent, IdeaPage } from '#lib/domain/idea/types.ts';

const answers: Record<string, () => string> = {
  going: m.coalition_check_in_going,
  needs_help: m.coalition_check_in_needs_help,
  stopped: m.coalition_check_in_stopped
};

/** The questions whether it still goes well, newest first, each with its answer. */
export function checkInEntries(checkIns: IdeaPage['checkIns']) {
  return checkIns.map(({ askedOn, answeredAt, answer, words }, index) => ({
    id: String(index),
    date: answeredAt ?? askedOn,
    text: answer ? (answers[answer]?.() ?? '') : m.idea_event_silent(),
    words
  }));
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Who did it, as the public may know: an organisation by name, a person only when they chose so. */
function actorOf(event: HistoryEvent): string {
  if (event.organisation) return event.organisation;
  if (event.label) return event.label;
  return event.role === 'author' || event.role === 'participant' ? m.story_unnamed() : m.story_somebody();
}

/** One sentence for what happened; a reason or a quote follows it in the person's own words. */
export function eventWords(event: HistoryEvent): string {
  const words = sentence(event);
  return event.reason ? `${words} ${m.idea_event_reason({ reason: event.reason })}` : words;
}

function sentence(event: HistoryEvent): string {
  const who = actorOf(event);
  const { detail } = event;
  const told = text(detail['text']);
  if (told) return told;
  switch (event.kind) {
    case 'created':
      return m.idea_event_created({ who });
    case 'read':
      return m.idea_event_read();
    case 'started':
      return m.idea_event_started({ who });
    case 'joined':
      return m.idea_event_joined({ who });
    case 'left':
      return m.idea_event_left({ who });
    case 'requested':
      return m.idea_event_requested();
    case 'in_talks':
      return m.idea_event_in_talks({ who });
    case 'asked_further':
      return m.idea_event_asked_further({
        who,
        whom: text(detail['asksWhom']),
        date: detail['asksBefore'] ? formatDay(text(detail['asksBefore'])) : ''
      });
    case 'refused':
      return m.idea_event_refused({ who });
    case 'granted':
      return m.idea_event_granted({ who });
    case 'in_progress':
      return m.idea_event_in_progress();
    case 'realised':
      return m.idea_event_realised();
    case 'in_stewardship':
      return m.idea_event_in_stewardship();
    case 'kept_going':
      return m.idea_event_kept_going();
    case 'resting':
      return m.idea_event_resting();
    case 'released':
      return m.idea_event_released();
    case 'withdrawn':
      return event.entity === 'claim' ? m.idea_event_withdrawn_claim() : m.idea_event_withdrawn({ who });
    case 'reopened':
      return m.idea_event_reopened({ who });
    case 'silent':
      return m.idea_event_silent();
    case 'proposed':
      return m.idea_event_proposed();
    case 'confirmed':
      return m.idea_event_confirmed({ who });
    case 'promised':
      return m.idea_event_promised({ who, what: text(detail['what']) });
    case 'promise_kept':
      return m.idea_event_promise_kept({ who });
    case 'promise_dropped':
      return m.idea_event_promise_dropped({ who });
    case 'need_covered':
      return m.idea_event_need_covered({ who });
    case 'check_in_answered':
      return m.idea_event_check_in_answered({ answer: answers[text(detail['answer'])]?.() ?? '' });
    case 'passed_on':
      return m.idea_event_passed_on({ who });
    case 'declined':
      return m.idea_event_declined({ who });
    case 'taken_over':
      return m.idea_event_taken_over();
    case 'handed_over':
      return m.idea_event_handed_over({ who });
    case 'lead_taken':
      return m.idea_event_lead_taken({ who });
    case 'woken':
      return m.idea_event_woken();
    case 'rested':
      return m.idea_event_rested();
    case 'completed':
      return m.idea_event_completed();
    case 'dissolved':
      return m.idea_event_dissolved();
    default:
      return m.idea_event_other();
  }
}
