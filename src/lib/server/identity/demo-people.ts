export interface DemoPerson {
  key: string;
  firstName: string;
  participantId: string;
  email: string | null;
}

/** The people of the demo story whom one may sign in as. */
export const demoPeople: readonly DemoPerson[] = [];
