import { createHmac, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const leastSecretLength = 32;

/**
 * The secret of an embedded installation: read from its data folder, or made there with mode 0600.
 * @throws the file system's error when the folder cannot be written
 */
export function readOrMakeSecret(dataFolder: string): string {
  const path = join(dataFolder, 'secret');
  if (!existsSync(path)) {
    // Renamed into place: a process killed between creating and writing must not leave an empty secret.
    writeFileSync(`${path}.new`, randomBytes(32).toString('base64url'), { mode: 0o600 });
    renameSync(`${path}.new`, path);
  }
  return readFileSync(path, 'utf8').trim();
}

export function isLongEnough(secret: string): boolean {
  return secret.length >= leastSecretLength;
}

/** A key for one purpose, so that knowing it says nothing about another (HMAC-SHA256, hexadecimal). */
export function deriveSecret(secret: string, purpose: string): string {
  return createHmac('sha256', secret).update(`samenspel:${purpose}`).digest('hex');
}
