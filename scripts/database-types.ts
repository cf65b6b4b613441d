// Writes the types of the client from the catalogue, in the form supabase-js expects. `supabase gen types` does the
// same and needs Docker.
import type { MigrationTarget } from '../src/lib/server/backends/migration-target.ts';

interface ColumnRow {
  relation: string;
  kind: string;
  column_name: string;
  type: string;
  not_null: boolean;
  has_default: boolean;
  generated: boolean;
  identity_always: boolean;
  updatable: boolean;
}

interface ForeignKeyRow {
  relation: string;
  name: string;
  columns: string[];
  referenced: string;
  referenced_columns: string[];
  one_to_one: boolean;
}

interface FunctionRow {
  name: string;
  argument_names: string[] | null;
  argument_types: string[];
  default_count: number;
  return_type: string;
  returns_set: boolean;
  returned_columns: { name: string; type: string }[] | null;
}

interface EnumRow {
  name: string;
  values: string[];
}

const columnsQuery = `
  select c.relname as relation, c.relkind::text as kind, a.attname as column_name,
    t.typname as type, a.attnotnull as not_null, a.atthasdef or a.attidentity <> '' as has_default,
    a.attgenerated <> '' as generated, a.attidentity = 'a' as identity_always,
    c.relkind in ('r', 'p') or pg_relation_is_updatable(c.oid, false) & 8 = 8 as updatable
  from pg_catalog.pg_class c
  join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  join pg_catalog.pg_type t on t.oid = a.atttypid
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition
  order by c.relname collate "C", a.attname collate "C"`;

const foreignKeysQuery = `
  select c.relname as relation, k.conname as name, r.relname as referenced,
    (select array_agg(a.attname order by u.position) from unnest(k.conkey) with ordinality u (number, position)
      join pg_catalog.pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.number)::text[] as columns,
    (select array_agg(a.attname order by u.position) from unnest(k.confkey) with ordinality u (number, position)
      join pg_catalog.pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.number)::text[] as referenced_columns,
    exists (select 1 from pg_catalog.pg_index i where i.indrelid = k.conrelid and i.indisunique and i.indpred is null
      and i.indnkeyatts = cardinality(k.conkey) and i.indkey::int2[] <@ k.conkey) as one_to_one
  from pg_catalog.pg_constraint k
  join pg_catalog.pg_class c on c.oid = k.conrelid
  join pg_catalog.pg_class r on r.oid = k.confrelid
  where k.contype = 'f' and c.relnamespace = 'public'::regnamespace and r.relnamespace = 'public'::regnamespace
  order by c.relname collate "C", k.conname collate "C"`;

const functionsQuery = `
  select p.proname as name,
    (select array_agg(coalesce(p.proargnames[n], '') order by n) from generate_series(1, p.pronargs) n)::text[] as argument_names,
    coalesce((select array_agg(t.typname order by u.position) from unnest(p.proargtypes) with ordinality u (type, position)
      join pg_catalog.pg_type t on t.oid = u.type), '{}')::text[] as argument_types,
    p.pronargdefaults::int as default_count, r.typname as return_type, p.proretset as returns_set,
    (select json_agg(json_build_object('name', p.proargnames[u.position], 'type', t.typname) order by u.position)
      from unnest(p.proallargtypes) with ordinality u (type, position) join pg_catalog.pg_type t on t.oid = u.type
      where p.proargmodes[u.position] in ('t', 'o')) as returned_columns
  from pg_catalog.pg_proc p
  join pg_catalog.pg_type r on r.oid = p.prorettype
  where p.pronamespace = 'public'::regnamespace and p.prokind = 'f' and r.typname <> 'trigger'
    and not exists (select 1 from pg_catalog.pg_depend d where d.objid = p.oid and d.deptype = 'e')
  order by p.proname collate "C", p.oid`;

const enumsQuery = `
  select t.typname as name, array_agg(e.enumlabel order by e.enumsortorder)::text[] as values
  from pg_catalog.pg_type t join pg_catalog.pg_enum e on e.enumtypid = t.oid
  where t.typnamespace = 'public'::regnamespace
  group by t.typname order by t.typname collate "C"`;

const numbers = new Set(['int2', 'int4', 'int8', 'float4', 'float8', 'numeric']);
const records = new Set(['json', 'jsonb']);
const shapes = new Set(['geometry', 'geography']);

/** The TypeScript type in which a PostgreSQL type arrives through the client. */
function typeOf(type: string, enums: EnumRow[]): string {
  if (type.startsWith('_')) return `${typeOf(type.slice(1), enums)}[]`;
  if (type === 'bool') return 'boolean';
  if (type === 'void') return 'undefined';
  if (numbers.has(type)) return 'number';
  if (records.has(type)) return 'Json';
  if (shapes.has(type)) return 'unknown';
  if (type === 'record') return 'Record<string, unknown>';
  if (enums.some((row) => row.name === type)) return `Database['public']['Enums']['${type}']`;
  return 'string';
}

const quote = (name: string) => (/^[a-z_][a-z0-9_]*$/i.test(name) ? name : `'${name}'`);
const listOf = (names: string[]) => `[${names.map((name) => `'${name}'`).join(', ')}]`;

function block(lines: string[], emptyType: string): string {
  return lines.length === 0 ? emptyType : `{\n${lines.join('\n')}\n}`;
}

function relationType(name: string, columns: ColumnRow[], keys: ForeignKeyRow[], enums: EnumRow[]): string {
  const isView = columns[0]?.kind === 'v' || columns[0]?.kind === 'm';
  const row: string[] = [];
  const insert: string[] = [];
  const update: string[] = [];
  for (const column of columns) {
    const nullable = !column.not_null;
    const type = `${typeOf(column.type, enums)}${nullable ? ' | null' : ''}`;
    row.push(`${quote(column.column_name)}: ${type};`);
    const isReadOnly = column.generated || column.identity_always;
    const isOptional = nullable || column.has_default || isView;
    insert.push(
      `${quote(column.column_name)}${isOptional || isReadOnly ? '?' : ''}: ${isReadOnly ? 'never' : type};`
    );
    update.push(`${quote(column.column_name)}?: ${isReadOnly ? 'never' : type};`);
  }
  const relationships = keys.map(
    (key) =>
      `{ foreignKeyName: '${key.name}'; columns: ${listOf(key.columns)}; isOneToOne: ${key.one_to_one}; referencedRelation: '${key.referenced}'; referencedColumns: ${listOf(key.referenced_columns)} }`
  );
  const writable = columns[0]?.updatable
    ? [`Insert: ${block(insert, '{}')};`, `Update: ${block(update, '{}')};`]
    : [];
  return `${quote(name)}: ${block(
    [`Row: ${block(row, '{}')};`, ...writable, `Relationships: [${relationships.join(', ')}];`],
    '{}'
  )};`;
}

function functionType(overloads: FunctionRow[], relations: Set<string>, enums: EnumRow[]): string {
  const types = overloads.map((row) => {
    const firstDefault = row.argument_types.length - row.default_count;
    const argumentLines = row.argument_types.map((type, index) => {
      const name = row.argument_names?.[index] || `argument_${index + 1}`;
      // PostgreSQL does not say that an argument takes no null, so every one may be null, as a call with null may.
      return `${quote(name)}${index >= firstDefault ? '?' : ''}: ${typeOf(type, enums)} | null;`;
    });
    const single = row.returned_columns
      ? block(
          row.returned_columns.map(
            (column) => `${quote(column.name)}: ${typeOf(column.type, enums)} | null;`
          ),
          '{}'
        )
      : relations.has(row.return_type)
        ? `Database['public']['Tables']['${row.return_type}']['Row']`
        : typeOf(row.return_type, enums);
    return `{ Args: ${block(argumentLines, 'Record<PropertyKey, never>')}; Returns: ${single}${row.returns_set ? '[]' : ''} }`;
  });
  return `${quote(overloads[0]?.name ?? '')}: ${types.join(' | ')};`;
}

function groupBy<Row>(rows: Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}

/**
 * The text of database.types.ts for the public schema of a migrated database, formatted.
 * @param target the owner's connection
 */
export async function generateDatabaseTypes(target: MigrationTarget): Promise<string> {
  const columns = await target.query<ColumnRow>(columnsQuery);
  const keys = await target.query<ForeignKeyRow>(foreignKeysQuery);
  const functions = await target.query<FunctionRow>(functionsQuery);
  const enums = await target.query<EnumRow>(enumsQuery);
  const relations = groupBy(columns, (row) => row.relation);
  const names = new Set(relations.keys());
  const ofKind = (isView: boolean) =>
    [...relations]
      .filter(([, rows]) => (rows[0]?.kind === 'v' || rows[0]?.kind === 'm') === isView)
      .map(([name, rows]) =>
        relationType(
          name,
          rows,
          keys.filter((key) => key.relation === name),
          enums
        )
      );
  const none = '{ [_ in never]: never }';
  const source = `// Made from the catalogue by "npm run db:types". Do not edit; a test fails when it is stale.

export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[];

export type Database = {
  public: {
    Tables: ${block(ofKind(false), none)};
    Views: ${block(ofKind(true), none)};
    Functions: ${block(
      [...groupBy(functions, (row) => row.name).values()].map((rows) => functionType(rows, names, enums)),
      none
    )};
    Enums: ${block(
      enums.map((row) => `${quote(row.name)}: ${row.values.map((value) => `'${value}'`).join(' | ')};`),
      none
    )};
    CompositeTypes: ${none};
  };
};
`;
  const { format, resolveConfig } = await import('prettier');
  const path = 'src/lib/data/database.types.ts';
  return format(source, { ...(await resolveConfig(path)), filepath: path });
}
