import { LiveStream, type LiveMessage } from './live-stream.ts';

/** What the tabs of one browser tell each other. */
type TabMessage =
  | { kind: 'message'; message: LiveMessage }
  | { kind: 'open' }
  | { kind: 'lost' }
  /** The stream starts again from here, for a tab that missed something. */
  | { kind: 'replay'; since: number }
  /** A tab says how far it is. */
  | { kind: 'at'; position: number };

export interface SharedStreamOptions {
  /** The same for every tab of this neighbourhood. */
  name: string;
  address: string;
  /** How far this tab is, whenever it is asked. */
  position: () => number;
  onmessage: (message: LiveMessage) => void;
  onreplay: (since: number) => void;
  onopen: () => void;
  onlost: () => void;
}

/** An event stream of this browser. */
export interface SharedStream {
  /** Asks for what came after the position of this tab once more. */
  askAgain(): void;
  close(): void;
}

/** Whether tabs can agree on one stream: locks are there on secure addresses only, so not for a phone on the LAN. */
const canShare = () => 'locks' in navigator && typeof BroadcastChannel === 'function';

/**
 * One event stream for all tabs of a browser: HTTP/1.1 has six connections per host, and six tabs would take them all.
 * The tab that holds the lock listens and tells the others; when it goes, the next one does.
 */
export function openSharedStream(options: SharedStreamOptions): SharedStream {
  return canShare() ? new TabStream(options) : new OwnStream(options);
}

class OwnStream implements SharedStream {
  #stream: LiveStream;
  #options: SharedStreamOptions;

  constructor(options: SharedStreamOptions) {
    this.#options = options;
    this.#stream = new LiveStream({ ...options, since: options.position() });
  }

  askAgain(): void {
    const since = this.#options.position();
    this.#options.onreplay(since);
    this.#stream.restart(since);
  }

  close(): void {
    this.#stream.close();
  }
}

class TabStream implements SharedStream {
  #options: SharedStreamOptions;
  #channel: BroadcastChannel;
  #ending = new AbortController();
  /** Only in the tab that listens for all. */
  #stream: LiveStream | null = null;
  #isOpen = false;

  constructor(options: SharedStreamOptions) {
    this.#options = options;
    this.#channel = new BroadcastChannel(options.name);
    this.#channel.addEventListener('message', ({ data }) => this.#hear(data as TabMessage));
    const { signal } = this.#ending;
    navigator.locks
      .request(options.name, { signal }, () => this.#lead(signal))
      // Ended before it was this tab's turn.
      .catch(() => undefined);
    // Whoever leads knows from this that somebody is behind.
    this.#tell({ kind: 'at', position: options.position() });
  }

  askAgain(): void {
    const position = this.#options.position();
    if (this.#stream) this.#replay(position);
    else this.#tell({ kind: 'at', position });
  }

  close(): void {
    this.#ending.abort();
    this.#channel.close();
  }

  /** Listens for all tabs until this one is closed or hidden; the lock is held as long as the promise is open. */
  #lead(signal: AbortSignal): Promise<void> {
    const { address, position, onmessage, onreplay } = this.#options;
    onreplay(position());
    this.#tell({ kind: 'replay', since: position() });
    this.#stream = new LiveStream({
      address,
      since: position(),
      onmessage: (message) => {
        onmessage(message);
        this.#tell({ kind: 'message', message });
      },
      onopen: () => this.#turn(true),
      onlost: () => this.#turn(false)
    });
    return new Promise((resolve) => {
      signal.addEventListener('abort', () => {
        this.#stream?.close();
        this.#stream = null;
        this.#isOpen = false;
        resolve();
      });
    });
  }

  #turn(isOpen: boolean): void {
    this.#isOpen = isOpen;
    if (isOpen) this.#options.onopen();
    else this.#options.onlost();
    this.#tell({ kind: isOpen ? 'open' : 'lost' });
  }

  #hear(told: TabMessage): void {
    const { onmessage, onopen, onlost, onreplay, position } = this.#options;
    if (told.kind === 'message') onmessage(told.message);
    else if (told.kind === 'open') onopen();
    else if (told.kind === 'lost') onlost();
    else if (told.kind === 'replay') onreplay(told.since);
    else if (this.#stream && told.position < position()) this.#replay(told.position);
    else if (this.#isOpen) this.#tell({ kind: 'open' });
  }

  #replay(since: number): void {
    this.#options.onreplay(since);
    this.#tell({ kind: 'replay', since });
    this.#stream?.restart(since);
  }

  #tell(message: TabMessage): void {
    if (!this.#ending.signal.aborted) this.#channel.postMessage(message);
  }
}
