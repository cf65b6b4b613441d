/** Somebody who listens to an event stream. */
export interface Listener {
  readonly stream: ReadableStream<Uint8Array>;
  readonly isOpen: boolean;
  /** Sends bytes on; a listener that is too far behind is dropped instead. */
  send(bytes: Uint8Array): void;
  /** Resolves when there is room again, or when the listener is gone. */
  whenRoom(): Promise<void>;
  /** Ends the stream in order; the browser comes back by itself. */
  end(): void;
}

export interface ListenerOptions {
  /** As many bytes may wait for a slow connection. */
  mostWaitingBytes: number;
  /** Called once, however it ended. */
  onEnd: () => void;
  /** Cuts the connection of a listener that is too slow: it reads nothing, so it would not hear a polite end. */
  cut: () => void;
}

export function createListener({ mostWaitingBytes, onEnd, cut }: ListenerOptions): Listener {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  let waiting: (() => void)[] = [];
  let isOpen = true;

  const release = () => {
    for (const resolve of waiting) resolve();
    waiting = [];
  };
  const close = (finish: () => void) => {
    if (!isOpen) return;
    isOpen = false;
    finish();
    release();
    onEnd();
  };

  const stream = new ReadableStream<Uint8Array>(
    {
      start: (made) => {
        controller = made;
      },
      pull: release,
      cancel: () => close(() => undefined)
    },
    new ByteLengthQueuingStrategy({ highWaterMark: mostWaitingBytes })
  );

  return {
    stream,
    get isOpen() {
      return isOpen;
    },
    send: (bytes) => {
      if (!isOpen) return;
      if ((controller?.desiredSize ?? 0) <= 0)
        return close(() => {
          controller?.error(new Error('The listener is too slow.'));
          cut();
        });
      controller?.enqueue(bytes);
    },
    whenRoom: () =>
      new Promise((resolve) => {
        if (!isOpen || (controller?.desiredSize ?? 0) > mostWaitingBytes / 2) resolve();
        else waiting.push(resolve);
      }),
    end: () => close(() => controller?.close())
  };
}
