// The figures as a person reads them.
import type { Row, SectionResult, Target, Unit } from './section.ts';

const words: Record<Unit, string> = {
  ms: ' ms',
  s: ' s',
  kB: ' kB',
  MB: ' MB',
  '/s': ' /s',
  times: ' ×',
  count: '',
  points: ' points'
};

/** Three digits that mean something, or all before the point. */
export function valueText(value: number, unit: Unit): string {
  const decimals =
    unit === 'count' || value === 0 ? 0 : Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  const digits = value.toLocaleString('en', {
    minimumFractionDigits: 0,
    maximumFractionDigits: Math.min(decimals, 3)
  });
  return digits + words[unit];
}

/** Whether a figure is as good as was asked; true when nothing was. */
export function isMet({ value, target }: Row): boolean {
  if (!target) return true;
  return 'atMost' in target ? value <= target.atMost : value >= target.atLeast;
}

function targetText(target: Target, unit: Unit): string {
  return 'atMost' in target
    ? `at most ${valueText(target.atMost, unit)}`
    : `at least ${valueText(target.atLeast, unit)}`;
}

function lineOf(row: Row): string[] {
  const asked = row.target ? `${targetText(row.target, row.unit)}: ${isMet(row) ? 'met' : 'MISSED'}` : '';
  return [row.name, valueText(row.value, row.unit), asked, row.note ?? ''];
}

/** One table of all sections. */
export function tableOf(results: readonly SectionResult[]): string {
  const lines = results.flatMap(({ rows }) => rows.map(lineOf));
  const width = (column: number) => Math.max(0, ...lines.map((line) => line[column]?.length ?? 0));
  const [nameWidth, valueWidth, askedWidth] = [width(0), width(1), width(2)];
  return results
    .map(({ name, title, seconds, rows, failure }) =>
      [
        `${title} (${name}, ${Math.round(seconds)} s)`,
        ...rows
          .map(lineOf)
          .map(([what = '', value = '', asked = '', note = '']) =>
            `  ${what.padEnd(nameWidth)}  ${value.padStart(valueWidth)}  ${asked.padEnd(askedWidth)}  ${note}`.trimEnd()
          ),
        ...(failure === null ? [] : [`  FAILED: ${failure}`])
      ].join('\n')
    )
    .join('\n\n');
}
