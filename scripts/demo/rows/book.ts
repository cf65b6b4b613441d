import { idOf, type IdKind } from '../ids.ts';
import { insert, type Row } from '../sql.ts';

/** The tables that are filled, in the order in which they are written. */
const tables = [
  'organisations',
  'places',
  'participants',
  'accounts',
  'memberships',
  'organisation_members',
  'ideas',
  'idea_authors',
  'follow_codes',
  'follows',
  'needs',
  'answers',
  'coalitions',
  'coalition_members',
  'coalition_people',
  'claims',
  'agreements',
  'agreement_details',
  'agreement_confirmations',
  'commitments',
  'commitment_people',
  'uploads',
  'upload_owners',
  'upload_variants',
  'updates',
  'check_ins',
  'comments',
  'comment_authors',
  'next_steps',
  'events',
  'event_actors',
  'pearls',
  'pearl_authors',
  'offers',
  'gatherings'
] as const;

export type TableName = (typeof tables)[number];

/** Collects the rows of all tables, gives out their numbers, and writes them table by table. */
export class Book {
  readonly #rows = new Map<TableName, Row[]>();
  readonly #numbers = new Map<IdKind, number>();

  add(table: TableName, row: Row): void {
    const rows = this.#rows.get(table) ?? [];
    rows.push(row);
    this.#rows.set(table, rows);
  }

  /** The next fixed uuid of a kind. */
  next(kind: IdKind): string {
    const number = (this.#numbers.get(kind) ?? 0) + 1;
    this.#numbers.set(kind, number);
    return idOf(kind, number);
  }

  toSql(): string {
    return tables
      .map((table) => insert(table, this.#rows.get(table) ?? []))
      .filter((statement) => statement !== '')
      .join('\n\n');
  }
}
