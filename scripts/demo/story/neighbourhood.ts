/** What the demo village says of itself; the texts that are not from the story are plain and say nothing about people. */
export const neighbourhood = {
  slug: 'otterlo',
  name: 'Otterlo',
  kind: 'dorp',
  sentence: {
    nl: 'Wat zou u hier graag willen? Eén zin is genoeg. Samen zoeken wij wat ervoor nodig is.',
    en: 'What would you like here? One sentence is enough. Together we look for what it takes.'
  },
  contact: {
    name: 'Noor',
    organisation: 'Welzijnswerk Lampje Aan (voorbeeld)',
    hours: 16,
    reach: {
      nl: 'Noor zit op dinsdag van 10 tot 12 uur in De Theemuts (voorbeeld). U kunt hier ook een bericht voor haar achterlaten.',
      en: 'You find Noor in De Theemuts (example) on Tuesdays from 10 to 12. You can leave a message for her here too.'
    }
  },
  settings: {
    answer_days: 14,
    answer_working_days_small: 5,
    check_in_weeks: 8,
    silent_weeks: 6,
    lasting_residents: 3,
    lasting_households: 2,
    small_amount: 250
  }
} as const;

export const themes = [
  { key: 'together', nl: 'Elkaar zien', en: 'Meeting each other', icon: 'coffee' },
  { key: 'green', nl: 'Groen en dieren', en: 'Green and animals', icon: 'sprout' },
  { key: 'safe_streets', nl: 'Veilig lopen en fietsen', en: 'Safe walking and cycling', icon: 'footprints' },
  { key: 'play_sport', nl: 'Spelen en sport', en: 'Play and sport', icon: 'toy' },
  { key: 'food_sharing', nl: 'Eten en delen', en: 'Eating and sharing', icon: 'soup' },
  { key: 'learning', nl: 'Leren en helpen', en: 'Learning and helping', icon: 'book' },
  { key: 'living_at_home', nl: 'Thuis blijven wonen', en: 'Living at home', icon: 'house-heart' },
  { key: 'pride', nl: 'Trots op ons dorp', en: 'Proud of our village', icon: 'star' },
  { key: 'other', nl: 'Iets anders', en: 'Something else', icon: 'lightbulb' }
] as const;

export type ThemeKey = (typeof themes)[number]['key'];
