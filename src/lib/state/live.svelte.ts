import { createContext } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import type { IdeaFacts } from '#lib/domain/idea/types.ts';
import { openSharedStream, type SharedStream } from './live-sharing.ts';
import type { LiveMessage } from './live-stream.ts';

const longestStaleMilliseconds = 800;

/** `waiting` before the first connection and while the page is hidden; `lost` while it tries to come back. */
export type LiveConnection = 'waiting' | 'live' | 'lost';

export interface LiveOptions {
  /** The neighbourhood, by its address name. */
  wijk: string;
  /** Position of the snapshot the page was made from. */
  position: number;
  /** Called when a change came that only reading the page again shows: a place, a pearl, or a new start. */
  onstale: () => void;
}

/**
 * What others do while a page is open. Make one per page of a neighbourhood, put it in context, and `start()` it in an
 * effect; nothing happens on the server.
 */
export class Live {
  connection = $state<LiveConnection>('waiting');
  /** Ideas that changed since the page was made, by id; null is gone. */
  readonly ideas = new SvelteMap<string, IdeaFacts | null>();
  #wijk: string;
  #position: number;
  #onstale: () => void;
  #stream: SharedStream | null = null;
  /** Where each change stands in the log, to know which a newer page has in it. */
  #positions = new Map<string, number>();
  /** `asked`: something was missed and is on its way; `replaying`: what is still missing then stays missing. */
  #catchingUp: 'no' | 'asked' | 'replaying' = 'no';
  #stale: ReturnType<typeof setTimeout> | undefined;

  constructor({ wijk, position, onstale }: LiveOptions) {
    this.#wijk = wijk;
    this.#position = position;
    this.#onstale = onstale;
  }

  /** How far this page is. */
  get position(): number {
    return this.#position;
  }

  /** Listens while the page is visible; returns how to stop. */
  start(): () => void {
    const listenWhileVisible = () => {
      if (document.visibilityState === 'visible') this.#listen();
      else this.#pause();
    };
    document.addEventListener('visibilitychange', listenWhileVisible);
    listenWhileVisible();
    return () => {
      document.removeEventListener('visibilitychange', listenWhileVisible);
      this.#pause();
    };
  }

  /** The page was made anew from a snapshot at this position: what it has in it is no change any more. */
  rebase(position: number): void {
    for (const [id, at] of this.#positions) {
      if (at > position) continue;
      this.#positions.delete(id);
      this.ideas.delete(id);
    }
    this.#position = Math.max(this.#position, position);
  }

  #listen(): void {
    this.#stream ??= openSharedStream({
      name: `samenspel-live-${this.#wijk}`,
      address: `/api/v1/live?wijk=${encodeURIComponent(this.#wijk)}`,
      position: () => this.#position,
      onmessage: (message) => this.#take(message),
      onreplay: (since) => this.#replay(since),
      onopen: () => {
        this.connection = 'live';
      },
      onlost: () => {
        this.connection = 'lost';
      }
    });
  }

  #pause(): void {
    this.#stream?.close();
    this.#stream = null;
    this.#catchingUp = 'no';
    clearTimeout(this.#stale);
    this.connection = 'waiting';
  }

  #replay(since: number): void {
    if (since <= this.#position) this.#catchingUp = 'replaying';
    else this.#ask();
  }

  #ask(): void {
    this.#catchingUp = 'asked';
    this.#stream?.askAgain();
  }

  #take(message: LiveMessage): void {
    if (message.kind === 'reset') return this.#reset(message.position);
    const { change } = message;
    // Told before: another tab asked for it.
    if (change.position <= this.#position) return;
    const isNext = change.position === this.#position + 1;
    if (!isNext && this.#catchingUp === 'no') return this.#ask();
    if (!isNext && this.#catchingUp === 'asked') return;
    this.#position = change.position;
    this.#catchingUp = 'no';
    if (change.entity === 'idea' && change.facts !== undefined) {
      this.ideas.set(change.id, change.facts);
      this.#positions.set(change.id, change.position);
    }
    // A claim comes with its idea; anything else is not in these facts.
    if (!isNext || (change.entity !== 'idea' && change.entity !== 'claim')) this.#becomeStale();
  }

  #reset(position: number): void {
    // Meant for a tab that was further behind.
    if (position === this.#position) return;
    this.#position = position;
    this.#catchingUp = 'no';
    this.#becomeStale();
  }

  /** Everybody hears it at the same moment: they do not all read the page again at the same moment. */
  #becomeStale(): void {
    clearTimeout(this.#stale);
    this.#stale = setTimeout(this.#onstale, Math.random() * longestStaleMilliseconds);
  }
}

export const [getLive, setLive] = createContext<Live>();
