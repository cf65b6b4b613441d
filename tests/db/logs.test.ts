import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { App } from '@supabase/lite';
import { createPgliteConnection } from '@supabase/lite/pglite';
import { bareFolder } from '../support/plain-embedded.ts';
import { startProcess } from '../support/processes.ts';

describe('logs of the embedded database', () => {
  let written: string;

  beforeAll(async () => {
    const provoker = startProcess('node_modules/.bin/node', ['tests/support/provoke-errors.ts']);
    await provoker.ended;
    written = provoker.output();
  });

  it('never hold what people wrote, however a statement fails', () => {
    // Every one of them was refused, so every one is printed with its values when nothing stops it.
    expect(written).toContain('6 refused');
    expect(written).not.toContain('Geertruida');
    expect(written).not.toContain('Onderlangs');
    expect(written).not.toContain('insert into');
  });

  it('hold the status, the code and the path of what failed inside', () => {
    expect(written).toContain('database: 500 SUP POST /rest/v1/notes\n');
  });

  it('hold no address of a mail, which goes to the sender it was given', () => {
    expect(written).toContain('mail handed over');
    expect(written).not.toContain('geertruida@example.org');
  });

  it('hold everything else, and nothing but what is named above', () => {
    expect([...new Set(written.trim().split('\n'))].sort()).toEqual([
      '6 refused',
      'database: 500 SUP POST /rest/v1/notes',
      'mail handed over',
      'the console of the rest still works'
    ]);
  });
});

describe('the danger', () => {
  const printed: unknown[][] = [];
  const original = console.error;
  afterEach(() => {
    console.error = original;
  });

  it('is real: left alone, the implementation prints the values of a refused statement', async () => {
    const dataFolder = await bareFolder();
    const connection = await createPgliteConnection({ url: join(dataFolder, 'pg') });
    const app = new App({ connection, auth: { enabled: true, jwt_secret: 'x'.repeat(40) } });
    await connection.driver
      .exec(`create role anon; create table public.notes (id integer primary key, text text);
      insert into public.notes values (1, 'first'); grant all on public.notes to anon`);
    console.error = (...parameters) => printed.push(parameters);
    await app.fetch(
      new Request('http://database.internal/rest/v1/notes', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ id: 1, text: 'Geertruida van den Bosch' })
      })
    );
    console.error = original;
    expect(JSON.stringify(printed)).toContain('Geertruida');
    await connection.close();
    rmSync(dataFolder, { recursive: true, force: true });
  });
});
