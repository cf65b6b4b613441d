import { countCharacters } from '#lib/domain/refusal/fields.ts';
import { ideaLimits } from './validation.ts';

/** A first sentence shorter than this ("Hoi!") says nothing yet, and the next one is taken along. */
const shortestSentence = 15;

// An end is followed by a space and something that is not a small letter ("bijv. een" goes on), or it is a line end;
// Chinese and Japanese ends stand alone.
const sentenceEnd = /[.!?…؟۔।]+["'”’»)]*(?=\s+\P{Ll})|[。！？]+|\n+/gu;

const graphemes = new Intl.Segmenter('nl', { granularity: 'grapheme' });

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function firstSentence(text: string, longest: number): string | null {
  for (const match of text.matchAll(sentenceEnd)) {
    const sentence = onOneLine(text.slice(0, match.index + match[0].length));
    const length = countCharacters(sentence);
    if (length > longest) return null;
    if (length >= shortestSentence) return sentence.replace(/(?<![.…])\.$/u, '');
  }
  return null;
}

function firstWords(text: string, longest: number): string {
  let kept = '';
  let length = 0;
  for (const { segment } of graphemes.segment(text)) {
    length += countCharacters(segment);
    if (length > longest - 1) break;
    kept += segment;
  }
  const boundary = kept.lastIndexOf(' ');
  // A script without spaces, or one endless word, is cut where it is full.
  const words = boundary > longest / 2 && text[kept.length] !== ' ' ? kept.slice(0, boundary) : kept;
  return `${words.replace(/[\s,;:–-]+$/u, '')}…`;
}

/**
 * One field becomes an idea: the title is the text itself when it fits (120 characters), else its first sentence, else
 * its first words with an ellipsis; the description is then the whole text as typed, otherwise ''.
 */
export function splitWish(text: string): { title: string; description: string } {
  const typed = text.trim();
  const line = onOneLine(typed);
  if (countCharacters(line) <= ideaLimits.title)
    return { title: line, description: typed.includes('\n') ? typed : '' };
  return {
    title: firstSentence(typed, ideaLimits.title) ?? firstWords(line, ideaLimits.title),
    description: typed
  };
}
