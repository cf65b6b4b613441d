import type { DataClient } from '#lib/server/backends/types.ts';
import type { Services } from '#lib/server/services.ts';

declare global {
  namespace App {
    interface Error {
      /** A plain sentence in the reader's language. */
      message: string;
      /** Of a refusal: the message is `errors_<code>`. */
      code?: string;
      /** The status to show when SvelteKit's own says 500 for a refusal. */
      status?: number;
      /** What somebody can read out over the telephone, so that the log line can be found. */
      reference?: string;
    }
    interface Locals {
      /** Who this browser belongs to; null for a visitor. */
      participantId: string | null;
      /** Whether that person signed in with an e-mail address. */
      account: boolean;
      /** Whether this browser can sign out: an account, or a person somebody else's session was set aside for. */
      signedIn: boolean;
      /** Acts as the participant, or as `anon`. Read it again after `ensureParticipant()`. */
      client: DataClient;
      /**
       * The participant, made with a first session and its cookie when there is none.
       * @throws RefusalError 429 `too_many_new_participants`
       */
      ensureParticipant(): Promise<string>;
      /**
       * Counts one write of this person, or of this address while there is no person.
       * @throws RefusalError 429 `rate_limited`; the answer then carries Retry-After
       */
      countWrite(): Promise<void>;
      /** Whether anybody may sign in as anybody: the demo wijk on the embedded backend. */
      demo: boolean;
      services: Services;
    }
  }
}

export {};
