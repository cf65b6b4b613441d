import { getLocale } from '#i18n';
import { m } from '#messages';

// Every wijk of this product lies in one time zone; the server's own clock may stand elsewhere.
const timeZone = 'Europe/Amsterdam';
const millisecondsPerDay = 86_400_000;

/** Anything the database or a form gives for a moment; a text is read as ISO 8601. */
export type DateValue = Date | string | number;

export interface FormatOptions {
  /** Language tag; the reader's language by default. */
  locale?: string;
  /** The moment that "today" is measured from. */
  now?: DateValue;
}

/** "vrijdag 27 november", with the year only when it is not this year. */
export function formatDay(value: DateValue, options: FormatOptions = {}): string {
  return withYearWhenOther(value, options, { weekday: 'long', day: 'numeric', month: 'long' });
}

/** "27 november", with the year only when it is not this year. */
export function formatDate(value: DateValue, options: FormatOptions = {}): string {
  return withYearWhenOther(value, options, { day: 'numeric', month: 'long' });
}

/** "27 nov", for narrow columns, with the year only when it is not this year. */
export function formatShortDate(value: DateValue, options: FormatOptions = {}): string {
  return withYearWhenOther(value, options, { day: 'numeric', month: 'short' }).replace('.', '');
}

/** The 24-hour clock as it is said: "10 uur", "14.30 uur"; in English "10:00", "14:30". */
export function formatTime(value: DateValue, options: FormatOptions = {}): string {
  const parts = datePartsOf(value);
  const locale = localeOf(options);
  const inputs = { hour: locale === 'nl' ? String(Number(parts.hour)) : parts.hour, minute: parts.minute };
  return parts.minute === '00'
    ? m.shared_time_whole_hour(inputs, { locale })
    : m.shared_time(inputs, { locale });
}

/** "vrijdag 27 november, 14 uur". */
export function formatDayAndTime(value: DateValue, options: FormatOptions = {}): string {
  return `${formatDay(value, options)}, ${formatTime(value, options)}`;
}

/** A period of days: "4 t/m 8 december" or "28 november t/m 3 januari 2027"; one day is a date. */
export function formatPeriod(from: DateValue, until: DateValue, options: FormatOptions = {}): string {
  const [start, end] = [datePartsOf(from), datePartsOf(until)];
  if (dayNumberOf(start) === dayNumberOf(end)) return formatDate(from, options);
  const sameMonth = start.month === end.month && start.year === end.year;
  const locale = localeOf(options);
  return m.shared_period(
    {
      from:
        sameMonth && locale === 'nl'
          ? intlDate(locale, { day: 'numeric' }).format(toDate(from))
          : formatDate(from, options),
      until: formatDate(until, options)
    },
    { locale }
  );
}

/** How many days away, in words: "vandaag", "morgen", "over 3 dagen", "2 weken geleden". Counted in days of the calendar. */
export function formatRelative(value: DateValue, options: FormatOptions = {}): string {
  const days = dayNumberOf(datePartsOf(value)) - dayNumberOf(datePartsOf(options.now ?? new Date()));
  const locale = localeOf(options);
  const words = kept(`relative ${locale}`, () => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
  const distance = Math.abs(days);
  if (distance < 14) return words.format(days, 'day');
  if (distance < 60) return words.format(Math.round(days / 7), 'week');
  if (distance < 365) return words.format(Math.round(days / 30.44), 'month');
  return words.format(Math.round(days / 365.25), 'year');
}

/** The calendar day of the moment in the wijk, `YYYY-MM-DD`: for date fields and comparison. */
export function calendarDay(value: DateValue): string {
  const parts = datePartsOf(value);
  return `${parts.year}-${parts.month}-${parts.day}`;
}

/** "1.250" in Dutch, "1,250" in English. */
export function formatNumber(value: number, options: FormatOptions = {}): string {
  return intlNumber(localeOf(options), { maximumFractionDigits: 1 }).format(value);
}

/** An amount in euros: whole amounts without cents ("€ 250"), others with two ("€ 12,50"). */
export function formatEuro(euros: number, options: FormatOptions = {}): string {
  const digits = Number.isInteger(euros) ? 0 : 2;
  return intlNumber(localeOf(options), {
    style: 'currency',
    currency: 'EUR',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits
  }).format(euros);
}

/** A distance in metres as one says it: "45 m" (by five), "350 m" (by ten), "1,2 km", "12 km". */
export function formatDistance(metres: number, options: FormatOptions = {}): string {
  const inUnit = (value: number, unit: 'meter' | 'kilometer', digits: number) =>
    intlNumber(localeOf(options), { style: 'unit', unit, maximumFractionDigits: digits }).format(value);
  if (metres < 100) return inUnit(Math.round(metres / 5) * 5, 'meter', 0);
  if (metres < 995) return inUnit(Math.round(metres / 10) * 10, 'meter', 0);
  return inUnit(metres / 1000, 'kilometer', metres < 10_000 ? 1 : 0);
}

/** "Riet, Joop en Bep". */
export function formatList(items: readonly string[], options: FormatOptions = {}): string {
  const locale = localeOf(options);
  return kept(`list ${locale}`, () => new Intl.ListFormat(locale, { type: 'conjunction' })).format(items);
}

/** The moment as a machine reads it, for `<time datetime>`. */
export function isoOf(value: DateValue): string {
  return toDate(value).toISOString();
}

function localeOf(options: FormatOptions): 'nl' | 'en' {
  return (options.locale ?? getLocale()) as 'nl' | 'en';
}

function toDate(value: DateValue): Date {
  return value instanceof Date ? value : new Date(value);
}

function withYearWhenOther(
  value: DateValue,
  options: FormatOptions,
  format: Intl.DateTimeFormatOptions
): string {
  const isThisYear = datePartsOf(value).year === datePartsOf(options.now ?? new Date()).year;
  const year = isThisYear ? {} : { year: 'numeric' as const };
  // Some versions of the language data put a comma after an English weekday: server and browser must agree.
  return intlDate(localeOf(options), { ...format, ...year })
    .format(toDate(value))
    .replace(',', '');
}

function intlDate(locale: string, format: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  // British English has the day before the month, as the Dutch have.
  return kept(
    `date ${locale} ${JSON.stringify(format)}`,
    () => new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { timeZone, ...format })
  );
}

function intlNumber(locale: string, format: Intl.NumberFormatOptions): Intl.NumberFormat {
  return kept(`number ${locale} ${JSON.stringify(format)}`, () => new Intl.NumberFormat(locale, format));
}

/** Making one costs fifty times as much as using it, and a list has hundreds of dates; there are a dozen of them. */
const formats = new Map<string, unknown>();

function kept<Format>(key: string, make: () => Format): Format {
  const known = formats.get(key) as Format | undefined;
  if (known !== undefined) return known;
  const made = make();
  formats.set(key, made);
  return made;
}

type DateParts = Record<'year' | 'month' | 'day' | 'hour' | 'minute', string>;

/** Made when the first date is written: a phone takes a dozen milliseconds for it, and most pages come with their dates. */
const partsFormat = (): Intl.DateTimeFormat =>
  kept(
    'parts',
    () =>
      new Intl.DateTimeFormat('en-GB', {
        timeZone,
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23'
      })
  );

function datePartsOf(value: DateValue): DateParts {
  return Object.fromEntries(
    partsFormat()
      .formatToParts(toDate(value))
      .map((part) => [part.type, part.value])
  ) as DateParts;
}

/** Days since 1970 of a calendar day, so that two days can be subtracted whatever the clock did in between. */
function dayNumberOf(parts: DateParts): number {
  return Math.round(
    Date.UTC(Number(parts.year), Number(parts.month) - 1, Number(parts.day)) / millisecondsPerDay
  );
}
