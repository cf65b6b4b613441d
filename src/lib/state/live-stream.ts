import { changeNames, type LiveChange } from '#lib/domain/change/types.ts';

/** What comes in: a change, or the word that everything has to be read anew. */
export type LiveMessage =
  { kind: 'change'; name: string; change: LiveChange } | { kind: 'reset'; position: number; since: number };

export interface LiveStreamOptions {
  /** Address of the event stream of one neighbourhood, without a position. */
  address: string;
  /** The last position that is known. */
  since: number;
  onmessage: (message: LiveMessage) => void;
  onopen: () => void;
  onlost: () => void;
}

const firstWait = 2000;
const longestWait = 60_000;

/** An event stream that comes back by itself, and starts after the last position it had. */
export class LiveStream {
  #options: LiveStreamOptions;
  #position: number;
  #source: EventSource | null = null;
  #wait = firstWait;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #online = () => this.#open();

  constructor(options: LiveStreamOptions) {
    this.#options = options;
    this.#position = options.since;
    window.addEventListener('online', this.#online);
    this.#open();
  }

  /** Starts again from an earlier position: somebody in this browser missed something. */
  restart(since: number): void {
    this.#position = since;
    this.#open();
  }

  close(): void {
    window.removeEventListener('online', this.#online);
    clearTimeout(this.#retry);
    this.#source?.close();
    this.#source = null;
  }

  #open(): void {
    clearTimeout(this.#retry);
    this.#source?.close();
    const since = this.#position;
    const source = new EventSource(`${this.#options.address}&since=${since}`);
    this.#source = source;
    source.addEventListener('open', () => {
      this.#wait = firstWait;
      this.#options.onopen();
    });
    for (const name of changeNames)
      source.addEventListener(name, (event) => {
        const change = JSON.parse((event as MessageEvent<string>).data) as LiveChange;
        this.#position = change.position;
        this.#options.onmessage({ kind: 'change', name, change });
      });
    source.addEventListener('reset', (event) => {
      const { position } = JSON.parse((event as MessageEvent<string>).data) as { position: number };
      this.#position = position;
      this.#options.onmessage({ kind: 'reset', position, since });
    });
    source.addEventListener('error', () => {
      this.#options.onlost();
      // The browser comes back by itself unless the server answered with a no (too many listeners, being restarted).
      if (source.readyState !== EventSource.CLOSED || source !== this.#source) return;
      // Everybody was cut off at the same moment: they do not all come back at the same moment.
      this.#retry = setTimeout(() => this.#open(), this.#wait * (0.5 + Math.random()));
      this.#wait = Math.min(this.#wait * 2, longestWait);
    });
  }
}
