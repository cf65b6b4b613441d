import type { Geometry } from 'geojson';

/** An expression that goes into the statement as it is. */
export interface Expression {
  sql: string;
}

export type Cell = string | number | boolean | null | readonly string[] | Expression | { json: unknown };

export const sql = (text: string): Expression => ({ sql: text });

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/**
 * A text as an SQL expression. `{D+70}` in it becomes that day in Dutch words, so that a text of the story can name
 * a date that moves along.
 */
export function textSql(text: string): string {
  return text
    .split(/(\{D[+-]\d+\})/)
    .filter((part) => part !== '')
    .map((part) => {
      const day = /^\{D([+-]\d+)\}$/.exec(part)?.[1];
      return day === undefined ? literal(part) : `pg_temp.spoken(${Number(day)})`;
    })
    .join(' || ');
}

function cellSql(cell: Cell): string {
  if (cell === null) return 'null';
  if (typeof cell === 'string') return cell === '' ? "''" : textSql(cell);
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell);
  if ('sql' in cell) return cell.sql;
  if ('json' in cell) return `${literal(JSON.stringify(cell.json))}::jsonb`;
  return cell.length === 0 ? "'{}'" : `array[${cell.map(textSql).join(', ')}]`;
}

export type Row = Readonly<Record<string, Cell>>;

/** One insert statement for rows that all have the same columns; nothing for no rows. */
export function insert(table: string, rows: readonly Row[]): string {
  const [first] = rows;
  if (!first) return '';
  const columns = Object.keys(first);
  const lines = rows.map((row) => {
    const own = Object.keys(row);
    if (own.join() !== columns.join()) throw new Error(`${table}: a row with other columns (${own.join()})`);
    return `  (${Object.values(row).map(cellSql).join(', ')})`;
  });
  return `insert into public.${table} (${columns.join(', ')}) values\n${lines.join(',\n')};`;
}

/** The date of day D+n of the story. */
export const day = (n: number): Expression => sql(`pg_temp.day(${n})`);

/** The date of a day of the story, or of the first Friday on or after D+14. */
export const dateOf = (when: number | 'first-friday'): Expression =>
  when === 'first-friday' ? sql('pg_temp.coming_day(5, 14, 0)') : day(when);

/** Local time on day D+n, as `14:30`. */
export const moment = (n: number, at: string): Expression => sql(`pg_temp.moment(${n}, '${at}')`);

/** A WGS84 point. */
export const point = ([lon, lat]: readonly [lon: number, lat: number]): Expression =>
  sql(`pg_temp.spot(${lon}, ${lat})`);

/** A GeoJSON geometry in WGS84, rounded to seven decimals (1 cm). */
export function geometry(shape: Geometry): Expression {
  return sql(`pg_temp.shape(${roundedLiteral(shape)})`);
}

/** A GeoJSON geometry as a text literal. */
export function roundedLiteral(shape: Geometry): string {
  const rounded = JSON.stringify(shape, (_, value: unknown) =>
    typeof value === 'number' ? Number(value.toFixed(7)) : value
  );
  return literal(rounded);
}
