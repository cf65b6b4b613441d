/** What the migrations need of a database connection: one session, as the owner of the tables. */
export interface MigrationTarget {
  /** Runs any number of statements at once. Errors keep PostgreSQL's own message. */
  run(sql: string): Promise<void>;
  query<Row extends object>(sql: string, parameters?: (string | null)[]): Promise<Row[]>;
}
