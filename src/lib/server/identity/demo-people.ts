export interface DemoPerson {
  /** Names the words of their role as well: `account_demo_role_<key>`. */
  key: string;
  firstName: string;
  participantId: string;
  email: string | null;
}

const participant = (number: number): string => `0770e210-0000-4000-8002-${String(number).padStart(12, '0')}`;

/** The people of the demo story whom one may sign in as; they stand in supabase/seed.sql. */
export const demoPeople: readonly DemoPerson[] = [
  { key: 'riet', firstName: 'Riet', participantId: participant(1), email: null },
  { key: 'fatma', firstName: 'Fatma', participantId: participant(2), email: 'fatma@voorbeeld.invalid' },
  { key: 'anja', firstName: 'Anja', participantId: participant(3), email: 'anja@voorbeeld.invalid' },
  { key: 'bram', firstName: 'Bram', participantId: participant(4), email: 'bram@voorbeeld.invalid' },
  { key: 'ilse', firstName: 'Ilse', participantId: participant(5), email: 'ilse@voorbeeld.invalid' },
  { key: 'noor', firstName: 'Noor', participantId: participant(6), email: 'noor@voorbeeld.invalid' },
  { key: 'ruben', firstName: 'Ruben', participantId: participant(7), email: 'ruben@voorbeeld.invalid' },
  { key: 'sanne', firstName: 'Sanne', participantId: participant(8), email: 'sanne@voorbeeld.invalid' }
];
