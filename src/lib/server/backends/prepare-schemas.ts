import { StartError } from './start-error.ts';
import type { MigrationTarget } from './migration-target.ts';

const requestRoles = ['anon', 'authenticated', 'service_role'] as const;

/**
 * Makes what a hosted Supabase has before the first migration: the roles that requests act as, and two schemas.
 * @throws StartError with what an administrator of the server has to do, when this login may not
 */
export async function prepareRolesAndSchemas(target: MigrationTarget): Promise<void> {
  const known = await target.query<{ rolname: string }>(
    `select rolname from pg_catalog.pg_roles where rolname in ('anon', 'authenticated', 'service_role')`
  );
  for (const role of requestRoles) {
    if (known.some((row) => row.rolname === role)) continue;
    try {
      await target.run(`create role ${role} nologin noinherit ${role === 'service_role' ? 'bypassrls' : ''}`);
      await target.run(`grant ${role} to current_user`);
    } catch {
      throw new StartError(
        `The database login may not make the role ${role}: let a superuser run "create role anon nologin; create role authenticated nologin; create role service_role nologin bypassrls; grant anon, authenticated, service_role to <login>".`
      );
    }
  }
  const [login] = await target.query<{ name: string; member: boolean }>(
    `select current_user::text as name, pg_has_role('anon', 'member') and pg_has_role('authenticated', 'member')
       and pg_has_role('service_role', 'member') as member`
  );
  if (!login?.member)
    throw new StartError(
      `The database login "${login?.name}" is not a member of anon, authenticated and service_role: let a superuser run "grant anon, authenticated, service_role to ${login?.name}".`
    );
  await target.run(`
    create schema if not exists extensions;
    create schema if not exists private;
    grant usage on schema extensions to anon, authenticated, service_role;
  `);
}

/** Without this `auth.uid()` inside a function is refused (42501). */
export async function allowUseOfAuth(target: MigrationTarget): Promise<void> {
  await target.run('grant usage on schema auth to anon, authenticated, service_role');
}

/**
 * Refuses a server that lacks an extension which this login cannot make itself.
 * @throws StartError naming the statement for a superuser
 */
export async function checkExtensions(target: MigrationTarget): Promise<void> {
  const missing = await target.query<{ name: string }>(`
    select wanted.name from (values ('postgis'), ('btree_gist'), ('pg_trgm')) as wanted (name)
    where not exists (select 1 from pg_catalog.pg_extension e where e.extname = wanted.name)
      and not (select rolsuper from pg_catalog.pg_roles where rolname = current_user)
      and not exists (select 1 from pg_catalog.pg_available_extension_versions v
        where v.name = wanted.name and v.trusted and has_database_privilege(current_database(), 'create'))
  `);
  if (missing.length > 0)
    throw new StartError(
      `The database lacks ${missing.map((row) => row.name).join(', ')}: let a superuser run "create schema if not exists extensions; ${missing.map((row) => `create extension ${row.name} with schema extensions;`).join(' ')}" in it.`
    );
}
