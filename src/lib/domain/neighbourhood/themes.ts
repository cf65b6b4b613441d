import * as v from 'valibot';
import { themeIcons, type ThemeIconName } from '#lib/domain/chain/theme-icons.ts';
import { optionalText, requiredText } from '#lib/domain/refusal/fields.ts';
import type { Theme } from './types.ts';

export const themeIconNames = Object.keys(themeIcons) as readonly ThemeIconName[];

/** What an administrator says of a theme. */
export const themeForm = v.object(
  {
    nameNl: requiredText(60, 'name_missing', 2),
    nameEn: optionalText(60),
    icon: v.picklist(themeIconNames, 'icon_unknown')
  },
  'input_malformed'
);
export type ThemeForm = v.InferInput<typeof themeForm>;

/** A theme as the texts of the form's fields. */
export function formOfTheme({ names, icon }: Pick<Theme, 'names' | 'icon'>): Record<keyof ThemeForm, string> {
  return { nameNl: names['nl'] ?? '', nameEn: names['en'] ?? '', icon };
}

const longestKey = 36;

/** The key of a new theme from its name: letters and underscores, unlike those that are taken. */
export function themeKey(name: string, taken: ReadonlySet<string>): string {
  const letters = name
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, longestKey);
  const base = letters.length >= 2 ? letters : 'theme';
  if (!taken.has(base)) return base;
  for (const letter of 'bcdefghijklmnopqrstuvwxyz')
    if (!taken.has(`${base}_${letter}`)) return `${base}_${letter}`;
  return themeKey(`${base.slice(0, longestKey - 4)}_more`, taken);
}
