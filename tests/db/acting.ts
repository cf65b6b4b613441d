import type { Database, Json } from '../../src/lib/data/database.types.ts';
import type { DataClient } from '../../src/lib/server/backends/types.ts';
import { people, type Person } from '../fixtures/village.ts';
import type { TestDatabase } from '../support/database.ts';

export type FunctionName = keyof Database['public']['Functions'];

/** A no of the database: the status a door answers with, the code the screens translate, the field it is about. */
export interface Refused {
  status: number;
  code: string | null;
  field: string | null;
}

export type Answer = { ok: true; data: unknown } | { ok: false; refused: Refused };

function fieldOf(details: unknown): string | null {
  try {
    const parsed: unknown = JSON.parse(String(details));
    return typeof parsed === 'object' && parsed !== null && 'field' in parsed
      ? (parsed.field as string | null)
      : null;
  } catch {
    return null;
  }
}

/** Calls a function of the data API as it comes over the seam, arguments unchecked: an attacker types no types. */
export async function call(
  client: DataClient,
  name: FunctionName,
  args: Record<string, unknown>
): Promise<Answer> {
  const { data, error, status } = await client.rpc(name, args as never);
  if (!error) return { ok: true, data: data as Json };
  return {
    ok: false,
    refused: { status, code: error.hint ?? error.code ?? null, field: fieldOf(error.details) }
  };
}

/** As `call`, for an answer that must come. */
export async function expectAnswer<Shape = Record<string, unknown>>(
  client: DataClient,
  name: FunctionName,
  args: Record<string, unknown>
): Promise<Shape> {
  const answer = await call(client, name, args);
  if (!answer.ok) throw new Error(`${name} was refused: ${JSON.stringify(answer.refused)}`);
  return answer.data as Shape;
}

/** As `call`, for a refusal that must come. */
export async function expectRefusal(
  client: DataClient,
  name: FunctionName,
  args: Record<string, unknown>
): Promise<Refused> {
  const answer = await call(client, name, args);
  if (answer.ok) throw new Error(`${name} was allowed: ${JSON.stringify(answer.data)}`);
  return answer.refused;
}

/** The functions of one person, or of a visitor. */
export interface Acting {
  readonly client: DataClient;
  does<Shape = Record<string, unknown>>(name: FunctionName, args: Record<string, unknown>): Promise<Shape>;
  isRefused(name: FunctionName, args: Record<string, unknown>): Promise<Refused>;
}

function acting(client: DataClient): Acting {
  return {
    client,
    does: (name, args) => expectAnswer(client, name, args),
    isRefused: (name, args) => expectRefusal(client, name, args)
  };
}

export const as = async (database: TestDatabase, person: Person): Promise<Acting> =>
  acting(await database.asPerson(people[person]));
export const asVisitor = (database: TestDatabase): Acting => acting(database.asAnon());
export const asClock = (database: TestDatabase): Acting => acting(database.system());
