import { moment, type Expression } from '../sql.ts';
import type { StoryDay } from '../story/idea.ts';

/** Something that happened to one idea; `at` is filled in by `Timeline.settle`. */
export interface Entry {
  on: StoryDay;
  /** Local time, where the story has one. */
  fixedAt?: string;
  write: (at: Expression) => void;
}

/** Hours at which things happen when the story does not say. */
const hours = ['09:40', '13:30', '10:20', '15:05', '11:10', '14:15', '16:10'];

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/**
 * The history of one idea. A day that falls on a Sunday moves to the Monday, where it may meet the next day of the
 * story: what is told first then still happens first, because its hour is earlier.
 */
export class Timeline {
  readonly #entries: Entry[] = [];

  add(entry: Entry): void {
    this.#entries.push(entry);
  }

  /** Gives everything its hour, in the order of the story, and writes it. */
  settle(): void {
    const ordered = this.#entries
      .map((entry, index) => ({ entry, index }))
      .sort((a, b) => a.entry.on - b.entry.on || a.index - b.index);
    let before: { on: StoryDay; minutes: number } | undefined;
    for (const [position, { entry }] of ordered.entries()) {
      const wished = minutesOf(entry.fixedAt ?? hours[position % hours.length]!);
      const isNear = before !== undefined && entry.on - before.on < 2;
      const minutes: number = isNear ? Math.max(wished, before!.minutes + 6) : wished;
      entry.write(moment(entry.on, clockOf(minutes)));
      before = { on: entry.on, minutes };
    }
  }
}
