import type { Contact } from './validation.ts';

/** How somebody wants to hear back, as they left it. */
export interface OwnContact {
  channel: Contact['channel'];
  value: string;
}

/** What somebody offered to do. */
export interface OwnOffer {
  id: string;
  what: string;
  whenWords: string;
  howFar: string;
}
