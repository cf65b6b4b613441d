import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { freePort, startProcess } from './processes.ts';

// A PostgreSQL of our own on a private port, so that the tests meet the real thing and no installation is touched.

export interface TestPostgres {
  /** Address of a superuser, database `postgres`. */
  readonly superuserUrl: string;
  /**
   * Makes a database with PostGIS, owned by the login `samenspel`, which is no superuser and a member of anon,
   * authenticated and service_role, and gives its DATABASE_URL.
   */
  createDatabase(name: string): Promise<string>;
  /** Ends the server at once, as when its machine fails; `start` brings it back on the same port. */
  interrupt(): Promise<void>;
  start(): Promise<void>;
  /** Stops it and removes its folder. */
  stop(): Promise<void>;
}

const password = 'only-for-tests';

/** The folder with initdb and postgres of the newest PostgreSQL that has PostGIS; null without one. */
export function findPostgres(): string | null {
  const versions = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql') : [];
  const found = versions
    .sort((a, b) => Number(b) - Number(a))
    .find(
      (version) =>
        existsSync(`/usr/lib/postgresql/${version}/bin/initdb`) &&
        existsSync(`/usr/share/postgresql/${version}/extension/postgis.control`)
    );
  if (found) return `/usr/lib/postgresql/${found}/bin`;
  const onPath = spawnSync('pg_config', ['--bindir', '--sharedir'], { encoding: 'utf8' });
  const [binaries = '', shared = ''] = onPath.status === 0 ? onPath.stdout.trim().split('\n') : [];
  return binaries && existsSync(join(shared, 'extension', 'postgis.control')) ? binaries : null;
}

/** PostgreSQL refuses to run as root: then it runs as its own account, or as nobody. */
function account(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const entry =
    accounts.find(([name]) => name === 'postgres') ?? accounts.find(([name]) => name === 'nobody');
  return entry ? { uid: Number(entry[2]), gid: Number(entry[3]) } : {};
}

/** The DATABASE_URL of a database on a test server, for the login that is no superuser. */
function databaseUrlOf(superuserUrl: string, name: string): string {
  return superuserUrl.replace('//postgres:', '//samenspel:').replace(/\/postgres$/, `/${name}`);
}

async function asSuperuser(url: string, statements: string[]): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice() {} });
  for (const statement of statements) await sql.unsafe(statement);
  await sql.end();
}

/** Makes a database with PostGIS, owned by the login `samenspel`, and gives its DATABASE_URL. */
export async function createDatabase(superuserUrl: string, name: string): Promise<string> {
  await asSuperuser(superuserUrl, [`create database "${name}" owner samenspel`]);
  await asSuperuser(superuserUrl.replace(/\/postgres$/, `/${name}`), [
    'create schema extensions authorization samenspel',
    ...['postgis', 'btree_gist', 'pg_trgm'].map(
      (extension) => `create extension ${extension} with schema extensions`
    )
  ]);
  return databaseUrlOf(superuserUrl, name);
}

/** Copies a database that nobody is connected to, which is much faster than migrating a new one. */
export async function copyDatabase(superuserUrl: string, template: string, name: string): Promise<string> {
  await asSuperuser(superuserUrl, [`create database "${name}" owner samenspel template "${template}"`]);
  return databaseUrlOf(superuserUrl, name);
}

export async function dropDatabase(superuserUrl: string, name: string): Promise<void> {
  await asSuperuser(superuserUrl, [`drop database if exists "${name}" with (force)`]);
}

/**
 * Makes and starts a server.
 * @param binaries the folder that `findPostgres` found
 */
export async function startPostgres(binaries: string): Promise<TestPostgres> {
  const owner = account();
  const folder = mkdtempSync(join(tmpdir(), 'samenspel-postgres-'));
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  for (const path of [folder, passwordFile])
    if (owner.uid !== undefined && owner.gid !== undefined) chownSync(path, owner.uid, owner.gid);
  chmodSync(folder, 0o700);
  const dataFolder = join(folder, 'data');
  const made = spawnSync(
    join(binaries, 'initdb'),
    [
      '-D',
      dataFolder,
      '-U',
      'postgres',
      '--pwfile',
      passwordFile,
      '-A',
      'scram-sha-256',
      '-E',
      'UTF8',
      '--locale=C',
      '-N'
    ],
    { ...owner, cwd: folder, encoding: 'utf8' }
  );
  if (made.status !== 0) throw new Error(`initdb failed:\n${made.stdout}${made.stderr}`);
  const port = await freePort();
  const superuserUrl = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;

  // Nothing here outlives a test run, so nothing is waited for on its way to the disk.
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: folder,
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    max_connections: 100,
    shared_buffers: '128MB'
  };
  let running: ReturnType<typeof startProcess> | undefined;
  const start = async () => {
    const parameters = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    // The shell ends the server when its standard input closes, which it does when this process dies in any way.
    running = startProcess(
      '/bin/sh',
      [
        '-c',
        '"$@" & server=$!; cat > /dev/null; kill -INT $server; wait $server',
        'sh',
        join(binaries, 'postgres'),
        '-D',
        dataFolder,
        ...parameters
      ],
      { ...owner, cwd: folder, stdio: ['pipe', 'pipe', 'pipe'] }
    );
    await running.waitFor(/database system is ready to accept connections/);
  };
  const interrupt = async () => {
    running?.child.stdin?.end();
    await running?.ended;
    running = undefined;
  };
  await start();
  const setUp = postgres(superuserUrl, { max: 1, onnotice() {} });
  await setUp.unsafe(`
    create role anon nologin; create role authenticated nologin; create role service_role nologin bypassrls;
    create role samenspel login password '${password}';
    grant anon, authenticated, service_role to samenspel;
  `);
  await setUp.end();

  return {
    superuserUrl,
    createDatabase: (name) => createDatabase(superuserUrl, name),
    interrupt,
    start,
    stop: async () => {
      await interrupt();
      rmSync(folder, { recursive: true, force: true });
    }
  };
}
