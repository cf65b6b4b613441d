import type { SupabaseClient } from '@supabase/supabase-js';
import type { Database } from '#lib/data/database.types.ts';

/** Client of the data seam: the same calls on every backend. */
export type DataClient = SupabaseClient<Database>;

export type BackendKind = 'embedded' | 'postgres' | 'supabase';

/** What the product needs of a database; nothing above this interface knows which one it is. */
export interface Backend {
  readonly kind: BackendKind;
  /** A client acting as the owner of the token; null acts as `anon`. Cheap to ask for again. */
  client(token: string | null): DataClient;
  /** A client that row-level security does not stop. Only `src/lib/server/system` may ask for it (lint). */
  system(): DataClient;
  /** A fresh client for sign-in by e-mail. Never shared: it remembers the session it signed in. */
  auth(): DataClient;
  /**
   * A JWT of five minutes: role `authenticated`, `sub` the participant's uuid.
   * @throws RangeError when the id is not a uuid
   */
  mintToken(participantId: string): Promise<string>;
  /**
   * Calls back when something was notified on the channel, with what it said where the database tells; and without
   * after every (re)connect, because what was sent meanwhile is lost. A hint only: read the log.
   * @returns a function that stops listening
   */
  listen(channel: string, onHint: (payload?: string) => void): Promise<() => Promise<void>>;
  /** Resolves when the database answers; throws with the reason when it is away. */
  check(): Promise<void>;
  /** Ends every connection. Safe to call twice. */
  close(): Promise<void>;
}

/** A mail as the auth part of a backend hands it over. Its link points to the backend: callers replace it by ours. */
export interface AuthMail {
  to: string;
  subject: string;
  text?: string;
  html?: string;
}

export type SendMail = (mail: AuthMail) => Promise<void>;

/** Tells a person at the terminal what a start is doing: one plain English sentence. */
export type Progress = (sentence: string) => void;
