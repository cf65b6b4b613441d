import { RefusalError } from '#lib/domain/refusal/refusal.ts';
import { logFailure } from '#lib/server/backends/quiet-logs.ts';
import type { Backend } from '#lib/server/backends/types.ts';

export interface SessionPerson {
  participantId: string;
  /** Whether the person has an e-mail address to sign in with. */
  account: boolean;
  /** ISO 8601. */
  expiresAt: string;
}

export type CodePurpose = 'transfer' | 'sign_in' | 'administrator';

export interface UsedCode {
  participantId: string | null;
  email: string | null;
}

/**
 * Sessions, accounts and one-time codes: what is there before anybody is known, and therefore beyond row-level
 * security. Every method throws DatabaseError when the database does not answer; hashes are SHA-256, hexadecimal.
 */
export interface IdentityStore {
  startParticipant(participantId: string, tokenHash: string, language: string): Promise<void>;
  /** null when the session is unknown, revoked or over. */
  sessionPerson(tokenHash: string): Promise<SessionPerson | null>;
  /** Another session for somebody who proved who they are. */
  openSession(participantId: string, tokenHash: string): Promise<void>;
  /** Another 180 days from now, for a session that is in use. */
  renewSession(tokenHash: string): Promise<void>;
  revokeSession(tokenHash: string): Promise<void>;
  /** A session for a proven address; makes the account when it is new, and turns its invitations into roles. */
  signInAccount(email: string, authUser: string | null, tokenHash: string): Promise<string>;
  /** False when this code was kept before. */
  keepCode(code: {
    hash: string;
    purpose: CodePurpose;
    participantId?: string;
    email?: string;
    minutes: number;
  }): Promise<boolean>;
  /** null when the code is unknown, used or over. */
  useCode(hash: string, purpose: CodePurpose): Promise<UsedCode | null>;
  /** Ends the links of earlier mails to an address. */
  endSignInCodes(email: string): Promise<void>;
  /** Invites an address as administrator of every neighbourhood. */
  letAdministratorIn(email: string): Promise<void>;
}

/**
 * The database did not do something, or not answer: to people and programs the refusal 503 `database_away`, which keeps
 * what was typed. Its message says nothing of what was asked, because that may hold an address.
 */
export class DatabaseError extends RefusalError {
  constructor(step: string, code: string | undefined) {
    super({ status: 503, code: 'database_away', field: null });
    this.name = 'DatabaseError';
    this.message = `The database did not ${step} (${code || 'no answer'}).`;
  }
}

const uniqueViolation = '23505';

/** 180 days, as the table has it for a new one. */
export const sessionMilliseconds = 180 * 24 * 60 * 60 * 1000;

/** The store of a backend. */
export function identityStore(backend: Pick<Backend, 'system'>): IdentityStore {
  const system = backend.system();
  const must = (step: string, error: { code?: string } | null) => {
    if (!error) return;
    // Nobody else writes it down: it goes on as an ordinary refusal.
    logFailure(`identity: ${error.code || 'no answer'} ${step}`);
    throw new DatabaseError(step, error.code);
  };
  return {
    startParticipant: async (participantId, tokenHash, language) => {
      const { error } = await system.rpc('start_participant', {
        participant: participantId,
        token_hash: tokenHash,
        language
      });
      must('start a participant', error);
    },
    sessionPerson: async (tokenHash) => {
      const { data, error } = await system.rpc('session_person', { token_hash: tokenHash });
      must('read a session', error);
      return data as SessionPerson | null;
    },
    openSession: async (participantId, tokenHash) => {
      const { error } = await system.rpc('move_session', {
        participant: participantId,
        token_hash: tokenHash
      });
      must('open a session', error);
    },
    renewSession: async (tokenHash) => {
      const { error } = await system
        .from('sessions')
        .update({ expires_at: new Date(Date.now() + sessionMilliseconds).toISOString() })
        .eq('token_hash', tokenHash)
        .is('revoked_at', null);
      must('renew a session', error);
    },
    revokeSession: async (tokenHash) => {
      const { error } = await system
        .from('sessions')
        .update({ revoked_at: new Date().toISOString() })
        .eq('token_hash', tokenHash)
        .is('revoked_at', null);
      must('revoke a session', error);
    },
    signInAccount: async (email, authUser, tokenHash) => {
      const { data, error } = await system.rpc('sign_in_account', {
        email,
        auth_user: authUser,
        token_hash: tokenHash
      });
      must('sign an account in', error);
      return (data as { participantId: string }).participantId;
    },
    keepCode: async ({ hash, purpose, participantId, email, minutes }) => {
      const { error } = await system.rpc('make_one_time_code', {
        code_hash: hash,
        purpose,
        participant: participantId ?? null,
        email: email ?? null,
        minutes
      });
      if (error?.code === uniqueViolation) return false;
      must('keep a code', error);
      return true;
    },
    useCode: async (hash, purpose) => {
      const { data, error } = await system.rpc('use_one_time_code', { code_hash: hash, purpose });
      must('use a code', error);
      return data as UsedCode | null;
    },
    endSignInCodes: async (email) => {
      const { error } = await system
        .from('one_time_codes')
        .update({ used_at: new Date().toISOString() })
        .eq('purpose', 'sign_in')
        .eq('email', email)
        .is('used_at', null);
      must('end codes', error);
    },
    letAdministratorIn: async (email) => {
      const { error } = await system.rpc('let_administrator_in', { email });
      must('invite an administrator', error);
    }
  };
}
