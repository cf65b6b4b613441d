import { RefusalError } from '#lib/domain/refusal/refusal.ts';
import type { Feed } from './feed.ts';
import { createListener } from './listener.ts';

/** Caps, so that one program cannot take every connection from a neighbourhood. */
export interface ListenerLimits {
  /** In this process. */
  all: number;
  /** From one network address; a whole room shares one. */
  perAddress: number;
}

export const listenerLimits: ListenerLimits = { all: 5000, perAddress: 400 };

/** The caps as the environment wants them: a load test comes from one address. */
export function limitsFor(variables: Record<string, string | undefined>): ListenerLimits {
  const isOff = variables.SAMENSPEL_RATE_LIMITS?.trim().toLowerCase() === 'off';
  return isOff ? { ...listenerLimits, perAddress: listenerLimits.all } : listenerLimits;
}

/** A phone on a bad line may fall so far behind before it is cut off and comes back by itself. */
const mostWaitingBytes = 512 * 1024;
/** Browsers come back after this; a little later than the server needs to start again. */
const opening = new TextEncoder().encode('retry: 2000\n\n');

/** What a listener says it has seen: null is nothing yet; anything we never wrote is a position that is unknown. */
export function positionFrom(lastEventId: string | null, since: string | null): number | null {
  // What the browser remembers is newer than what the page said when it was opened.
  const said = lastEventId?.trim() || since?.trim();
  if (!said) return null;
  return /^\d{1,15}$/.test(said) ? Number(said) : Number.MAX_SAFE_INTEGER;
}

export interface StreamRequest {
  slug: string;
  address: string;
  /** The header `Last-Event-ID`. */
  lastEventId: string | null;
  /** From the address: `?since=`. */
  since: string | null;
  /** Cuts the connection. */
  cut: () => void;
}

/** Makes event streams, and counts them. */
export function createStreams(feed: Feed, limits: ListenerLimits = listenerLimits) {
  const perAddress = new Map<string, number>();
  let all = 0;

  return {
    get count(): number {
      return all;
    },

    /**
     * An event stream of a neighbourhood; null when there is none of that name.
     * @throws RefusalError 503 or 429 when too many listen
     */
    open: async (asked: StreamRequest): Promise<ReadableStream<Uint8Array> | null> => {
      const neighbourhood = await feed.open(asked.slug);
      if (!neighbourhood) return null;
      const fromHere = perAddress.get(asked.address) ?? 0;
      if (all >= limits.all) throw new RefusalError({ status: 503, code: 'too_many_listeners', field: null });
      if (fromHere >= limits.perAddress)
        throw new RefusalError({ status: 429, code: 'too_many_listeners', field: null });
      all += 1;
      perAddress.set(asked.address, fromHere + 1);
      const listener = createListener({
        mostWaitingBytes,
        cut: asked.cut,
        onEnd: () => {
          neighbourhood.leave(listener);
          all -= 1;
          const left = (perAddress.get(asked.address) ?? 1) - 1;
          if (left > 0) perAddress.set(asked.address, left);
          else perAddress.delete(asked.address);
        }
      });
      listener.send(opening);
      // Not waited for: the answer begins while what was missed is being read.
      neighbourhood
        .follow(listener, positionFrom(asked.lastEventId, asked.since))
        .catch(() => listener.end());
      return listener.stream;
    }
  };
}

export type Streams = ReturnType<typeof createStreams>;
