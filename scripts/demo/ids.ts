const kinds = {
  neighbourhood: '000',
  theme: '001',
  participant: '002',
  organisation: '003',
  place: '004',
  idea: '005',
  coalition: '006',
  member: '007',
  claim: '008',
  agreement: '009',
  need: '00a',
  commitment: '00b',
  upload: '00c',
  update: '00d',
  event: '00e',
  checkIn: '00f',
  gathering: '010',
  pearl: '011',
  offer: '012',
  nextStep: '013',
  comment: '014',
  supporter: '015',
  household: '016'
} as const;

export type IdKind = keyof typeof kinds;

/** The fixed uuid of the demo's row with this number; ideas have the number of the story. */
export function idOf(kind: IdKind, number: number): string {
  return `0770e210-0000-4000-8${kinds[kind]}-${String(number).padStart(12, '0')}`;
}

export const neighbourhoodId = idOf('neighbourhood', 1);
