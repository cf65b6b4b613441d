import { marksFromPins, type Pins } from '#lib/domain/neighbourhood/pins.ts';
import type { Mark } from '#lib/domain/neighbourhood/marks.ts';

/** Every mark of a wijk, from our own API. Rejects when that cannot be had. */
export async function fetchAllMarks(wijk: string): Promise<Mark[]> {
  const answer = await fetch(`/api/v1/snapshot?wijk=${encodeURIComponent(wijk)}`);
  if (!answer.ok) throw new Error(`The marks of ${wijk} did not come: ${answer.status}`);
  return marksFromPins((await answer.json()) as Pins, wijk);
}
