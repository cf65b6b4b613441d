import type { Person } from './people.ts';
import type { PlaceKey } from './places.ts';

/** What is good here, by title of demo-story.json: when it was said. The story has them from a walk, photos and a gathering. */
export const pearlDays: Readonly<Record<string, number>> = {
  'De bomen langs Egypte': -400,
  'Het zicht bij de Koeweg': -400,
  'Dennen ruiken': -400,
  'De bosrand bij Onderlangs': -400,
  'Rustig fietsen op het Mosselsepad': -173,
  'Zwaaien op de Slingerlaan': -173,
  'Dinsdagkoffie De Theemuts (voorbeeld)': -42,
  'De bank bij de halte': -42,
  'De moestuinbakken (voorbeeld)': -20
};

/** Who of the story makes the offers of demo-story.json, in its order. */
export const offerPeople: readonly Person[] = [
  'Joop',
  'Lies',
  'Teun',
  'Nasrin',
  'Marek',
  'looker-on',
  'Daan',
  'Bep',
  'Yusuf',
  'trailer-owner'
];

/** When something takes place: a day of the story, or a weekday (Monday is 1) from a day on, so many weeks later. */
export type Occasion =
  | { day: number; at: string; until?: string }
  | { weekday: number; from: number; week: number; at: string; until?: string };

export interface GatheringOfStory {
  title: string;
  idea?: number;
  place: PlaceKey;
  where: string;
  words: string;
  when: Occasion;
}

const theemuts = 'Dorpskamer De Theemuts (voorbeeld), Van Broekhuyzenstraat';
const weeks = [0, 1, 2];

export const gatherings: readonly GatheringOfStory[] = [
  ...weeks.map((week): GatheringOfStory => ({
    title: 'Dinsdagkoffie',
    idea: 1,
    place: 'P1',
    where: theemuts,
    words: 'Gratis, geen drempel. U kunt binnenlopen.',
    when: { weekday: 2, from: 0, week, at: '10:00', until: '12:00' }
  })),
  ...weeks.map((week): GatheringOfStory => ({
    title: 'Taaltafel met thee',
    idea: 20,
    place: 'P1',
    where: `${theemuts}, de hoek bij het raam`,
    words: 'Gratis. Praten, lezen en koek. Niemand hoeft foutloos.',
    when: { weekday: 4, from: 0, week, at: '09:30', until: '11:00' }
  })),
  {
    title: 'Samen kijken op het veldje',
    idea: 4,
    place: 'P4',
    where: 'Veldje Zandingsweg (voorbeeld)',
    words: 'Met Ilse, Petra, Koos en Noor. Voor de kleintjes en voor jeu de boules.',
    when: { day: 5, at: '14:00' }
  },
  {
    title: 'Wie doet wat?',
    place: 'P1',
    where: theemuts,
    words: 'Het vervolg op “Dromen met koffie”. Gratis. De code is MEES.',
    when: { day: 9, at: '10:00', until: '12:00' }
  },
  {
    title: 'Eettafel: de eerste keer',
    idea: 7,
    place: 'P2',
    where: 'Buurtkamer Zevendak (voorbeeld), Dokter Beumerlaan',
    words: '12 stoelen, gratis. Wie wil doet iets in de pot, niemand ziet hoeveel.',
    when: { weekday: 5, from: 14, week: 0, at: '17:00', until: '20:00' }
  }
];
