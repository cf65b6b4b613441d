import { vi } from 'vitest';

type Listener = (event: { data: string }) => void;

/** An event stream that a test speaks through. */
export class FakeEventSource {
  static readonly CLOSED = 2;
  static all: FakeEventSource[] = [];
  readyState = 0;
  readonly address: string;
  #listeners = new Map<string, Listener[]>();

  constructor(address: string) {
    this.address = address;
    FakeEventSource.all.push(this);
  }

  static get open(): FakeEventSource[] {
    return FakeEventSource.all.filter(({ readyState }) => readyState !== FakeEventSource.CLOSED);
  }

  get since(): number {
    return Number(new URL(this.address, 'http://localhost').searchParams.get('since'));
  }

  addEventListener(name: string, listener: Listener): void {
    this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), listener]);
  }

  say(name: string, data: object = {}): void {
    for (const listener of this.#listeners.get(name) ?? []) listener({ data: JSON.stringify(data) });
  }

  close(): void {
    this.readyState = FakeEventSource.CLOSED;
  }
}

interface Waiting {
  name: string;
  run: () => Promise<unknown>;
}

/** Locks as browsers have them: one at a time, the next when the first is let go. */
class FakeLocks {
  #held = new Map<string, boolean>();
  #waiting: Waiting[] = [];

  request(name: string, { signal }: { signal: AbortSignal }, run: () => Promise<unknown>): Promise<void> {
    const entry = { name, run };
    this.#waiting.push(entry);
    return new Promise((_, reject) => {
      signal.addEventListener('abort', () => {
        if (!this.#waiting.includes(entry)) return;
        this.#waiting = this.#waiting.filter((other) => other !== entry);
        reject(new DOMException('ended', 'AbortError'));
      });
      this.#next(name);
    });
  }

  #next(name: string): void {
    const entry = this.#waiting.find((waiting) => waiting.name === name);
    if (this.#held.get(name) || !entry) return;
    this.#waiting = this.#waiting.filter((other) => other !== entry);
    this.#held.set(name, true);
    void entry.run().then(() => {
      this.#held.set(name, false);
      this.#next(name);
    });
  }
}

/** Channels that deliver at once, so that a test needs not wait. */
class FakeChannel {
  static all = new Set<FakeChannel>();
  readonly name: string;
  #listeners: ((event: { data: unknown }) => void)[] = [];

  constructor(name: string) {
    this.name = name;
    FakeChannel.all.add(this);
  }

  addEventListener(_name: string, listener: (event: { data: unknown }) => void): void {
    this.#listeners.push(listener);
  }

  postMessage(data: unknown): void {
    for (const other of FakeChannel.all)
      if (other !== this && other.name === this.name)
        for (const listener of other.#listeners) listener({ data: structuredClone(data) });
  }

  close(): void {
    FakeChannel.all.delete(this);
  }
}

/** Puts a browser in place of the missing one. `secure` has locks, as an https address does. */
export function fakeBrowser({ secure }: { secure: boolean }): { show(): void; hide(): void } {
  FakeEventSource.all = [];
  FakeChannel.all = new Set();
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  vi.stubGlobal('document', page);
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('navigator', secure ? { locks: new FakeLocks() } : {});
  vi.stubGlobal('EventSource', FakeEventSource);
  vi.stubGlobal('BroadcastChannel', FakeChannel);
  const turn = (state: string) => () => {
    page.visibilityState = state;
    page.dispatchEvent(new Event('visibilitychange'));
  };
  return { show: turn('visible'), hide: turn('hidden') };
}
