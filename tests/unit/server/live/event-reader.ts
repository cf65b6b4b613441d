/** One event as a browser would see it. */
export interface SeenEvent {
  id: number;
  name: string;
  data: Record<string, unknown>;
}

/** Reads an event stream the way a browser does (WHATWG HTML, 9.2.6), without an end. */
export class EventReader {
  /** Moves with every id, also of a block without data. */
  lastEventId: string | null = null;
  readonly seen: SeenEvent[] = [];
  comments = 0;
  isEnded = false;
  #reader: ReadableStreamDefaultReader<Uint8Array>;
  #decoder = new TextDecoder();
  #rest = '';

  constructor(stream: ReadableStream<Uint8Array>) {
    this.#reader = stream.getReader();
  }

  /** Reads on until a condition holds or the stream ends. */
  async until(condition: (reader: EventReader) => boolean): Promise<this> {
    while (!condition(this) && !this.isEnded) {
      const { done, value } = await this.#reader.read();
      if (done) this.isEnded = true;
      else this.#take(this.#decoder.decode(value, { stream: true }));
    }
    return this;
  }

  async cancel(): Promise<void> {
    await this.#reader.cancel().catch(() => undefined);
  }

  #take(text: string): void {
    const blocks = (this.#rest + text).split('\n\n');
    this.#rest = blocks.pop() ?? '';
    for (const block of blocks) this.#takeBlock(block);
  }

  #takeBlock(block: string): void {
    let name = 'message';
    const data: string[] = [];
    for (const line of block.split('\n')) {
      const colon = line.indexOf(':');
      const [field, value] = [line.slice(0, colon), line.slice(colon + 1).replace(/^ /, '')];
      if (colon === 0) this.comments += 1;
      else if (field === 'id') this.lastEventId = value;
      else if (field === 'event') name = value;
      else if (field === 'data') data.push(value);
    }
    if (data.length === 0) return;
    this.seen.push({
      id: Number(this.lastEventId),
      name,
      data: JSON.parse(data.join('\n')) as Record<string, unknown>
    });
  }
}
