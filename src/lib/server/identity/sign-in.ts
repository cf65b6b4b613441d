import type { Locale } from '#i18n';
import type { Services } from '#lib/server/services.ts';
import { catchAuthMail, codeIn } from '#lib/server/mail/auth-mail.ts';
import { RateLimitError } from '#lib/server/limits/rate-limit-error.ts';
import { MailError } from '#lib/server/mail/mailer.ts';
import { signInMail } from '#lib/server/mail/sign-in-mail.ts';
import { DatabaseError } from '#lib/server/system/identity-store.ts';
import type { Identity } from './identity.ts';
import { hashOf, newSessionToken } from './session-token.ts';

/** How long the code and the link of a mail may be used; the auth part of the backends has the same. */
const validMinutes = 60;

export interface SignInRequest {
  /** As `readEmail` gives it. */
  email: string;
  /** Of this installation, for the link. */
  origin: string;
  locale: Locale;
  /** Network address of who asks. */
  address: string;
}

/** Who proved to read the mail of an address. */
export interface ProvenEmail {
  email: string;
  /** The auth part's own id of that person, when it was asked. */
  authUser: string | null;
}

/** Signing in by e-mail. Whether an address is known is nowhere to be seen: an account is made when it is proven. */
export interface SignIn {
  /** Sends a mail with a code and a link. @throws RateLimitError, MailError */
  request(request: SignInRequest): Promise<void>;
  /** null when the code is wrong or over. @throws RateLimitError after five tries */
  proveByCode(email: string, code: string): Promise<ProvenEmail | null>;
  /** null when the link is unknown, used or over. @throws RateLimitError */
  proveByLink(link: URLSearchParams, address: string): Promise<ProvenEmail | null>;
}

/** Sign-in over the auth part of whichever backend there is. */
export function signInWith(services: Pick<Services, 'backend'>, identity: Identity): SignIn {
  const { backend } = services;
  const { limits, store, mailer } = identity;
  const isSupabase = backend.kind === 'supabase';

  async function sendOurMail({ email, origin, locale }: SignInRequest, code: string): Promise<void> {
    const secret = newSessionToken();
    await store.endSignInCodes(email);
    await store.keepCode({ hash: hashOf(secret), purpose: 'sign_in', email, minutes: validMinutes });
    const link = `${origin}/sign-in/link?secret=${secret}`;
    await mailer.send(signInMail({ recipient: email, code, link, locale }));
  }

  type Proof = Parameters<ReturnType<typeof backend.auth>['auth']['verifyOtp']>[0];

  async function verify(proof: Proof): Promise<ProvenEmail | null> {
    const { auth } = backend.auth();
    const { data, error } = await auth.verifyOtp(proof);
    if (error && (error.status ?? 500) >= 500) throw new DatabaseError('check a code', error.code);
    const email = data.user?.email?.toLowerCase();
    if (error || !email) return null;
    // Sessions are ours; the one that the auth part opened for this proof is of no use to anybody.
    await auth.signOut({ scope: 'local' });
    await store.endSignInCodes(email);
    return { email, authUser: data.user?.id ?? null };
  }

  return {
    request: async (request) => {
      const { email, origin, address } = request;
      await limits.signInMail(email, address);
      const { result, mail } = await catchAuthMail(() =>
        backend.auth().auth.signInWithOtp({ email, options: { emailRedirectTo: `${origin}/sign-in/link` } })
      );
      // Supabase has a limit of its own, a mail a minute.
      if (result.error?.status === 429) throw new RateLimitError(60_000);
      if (result.error) throw new MailError(result.error.code ?? String(result.error.status ?? 'unknown'));
      await limits.allowCodeTries(email);
      // A hosted Supabase has sent its own mail by now (docs: its template shows the code and our link).
      if (isSupabase) return;
      const code = mail && codeIn(mail);
      if (!code) throw new MailError('no code');
      await sendOurMail(request, code);
    },
    proveByCode: async (email, code) => {
      await limits.codeTry(email);
      const proven = await verify({ email, token: code, type: isSupabase ? 'email' : 'magiclink' });
      if (proven) await limits.allowCodeTries(email);
      return proven;
    },
    proveByLink: async (link, address) => {
      await limits.linkTry(address);
      const tokenHash = link.get('token_hash');
      if (isSupabase && tokenHash) return verify({ token_hash: tokenHash, type: 'email' });
      const used = await store.useCode(hashOf(link.get('secret') ?? ''), 'sign_in');
      if (!used?.email) return null;
      await limits.endCodeTries(used.email);
      return { email: used.email, authUser: null };
    }
  };
}
