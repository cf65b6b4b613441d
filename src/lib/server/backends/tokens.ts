import { importJWK, SignJWT, type CryptoKey, type JWK } from 'jose';

/** Long enough for any request, short enough that a leaked one is worthless. */
const tokenLifetimeSeconds = 300;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export type SigningKey =
  | { readonly algorithm: 'HS256'; readonly secret: string }
  | { readonly algorithm: 'ES256'; readonly jwk: JsonWebKey & { kid?: string } };

/**
 * A minter of participant tokens: role `authenticated` always, `sub` the participant's uuid, five minutes (RFC 7519).
 * @param issuer what Supabase puts in `iss`; left out elsewhere
 */
export function createTokenMinter(
  signingKey: SigningKey,
  issuer?: string
): (participantId: string) => Promise<string> {
  let key: Promise<Uint8Array | CryptoKey> | undefined;
  return async (participantId) => {
    if (!uuid.test(participantId)) throw new RangeError('A token is minted for a uuid.');
    key ??=
      signingKey.algorithm === 'HS256'
        ? Promise.resolve(new TextEncoder().encode(signingKey.secret))
        : (importJWK(signingKey.jwk as JWK, 'ES256') as Promise<CryptoKey>);
    const now = Math.floor(Date.now() / 1000);
    const kid = signingKey.algorithm === 'ES256' ? signingKey.jwk.kid : undefined;
    const token = new SignJWT({ role: 'authenticated' })
      .setProtectedHeader({ alg: signingKey.algorithm, typ: 'JWT', ...(kid ? { kid } : {}) })
      .setSubject(participantId.toLowerCase())
      .setAudience('authenticated')
      .setIssuedAt(now)
      .setExpirationTime(now + tokenLifetimeSeconds);
    if (issuer) token.setIssuer(issuer);
    return token.sign(await key);
  };
}
