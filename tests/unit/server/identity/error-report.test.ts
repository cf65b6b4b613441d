import { describe, expect, it } from 'vitest';
import { createReporter } from '#lib/server/identity/error-report.ts';
import { DatabaseError } from '#lib/server/system/identity-store.ts';

const request = { method: 'POST', route: '/[wijk]/ideas/new', status: 500 };

function reporting() {
  let written = '';
  const report = createReporter({ write: (line) => void (written += line) });
  return { report, written: () => written };
}

describe('a reported error', () => {
  it('says where, never what somebody wrote', () => {
    const { report, written } = reporting();
    const error = Object.assign(new Error('Failing row contains (Geertruida, Onderlangs 34).\nGeertruida'), {
      code: '23514',
      detail: 'Key (email)=(geertruida@voorbeeld.nl) already exists.'
    });
    const reference = report(error, request);
    expect(written()).not.toMatch(/geertruida|onderlangs|voorbeeld/i);
    const line = JSON.parse(written()) as Record<string, unknown>;
    expect(line).toMatchObject({ ...request, reference, error: 'Error', code: '23514' });
    expect(String((line.places as string[])[0])).toContain('error-report.test.ts');
  });

  it('says the reason of our own errors, which hold codes only', () => {
    const { report, written } = reporting();
    report(new DatabaseError('read a session', 'ECONNREFUSED'), request);
    expect(written()).toContain('The database did not read a session (ECONNREFUSED).');
  });

  it('has a reference that can be read out', () => {
    const { report } = reporting();
    const references = Array.from({ length: 50 }, () => report('thrown text', request));
    for (const reference of references) expect(reference).toMatch(/^[2-9B-DF-HJ-KM-NP-TV-Z]{6}$/);
    expect(new Set(references).size).toBeGreaterThan(45);
  });
});
