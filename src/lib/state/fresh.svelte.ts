import { invalidateAll } from '$app/navigation';
import { navigating } from '$app/state';
import { getLive } from './live.svelte.ts';

/**
 * Reads the page again when somebody changed the idea it is about. Not while the reader is on the way to another page:
 * reading again would stop that journey, and the form that was just sent would stand there as if nothing happened. Nor
 * while they are writing: a form that moves or goes takes their words with it.
 * @param ideaId of the page as it is now
 */
export function keepFresh(ideaId: () => string): void {
  const live = getLive();
  let isWriting = $state(false);

  $effect(() => {
    const began = () => (isWriting = true);
    const ended = () => (isWriting = false);
    document.addEventListener('input', began);
    document.addEventListener('reset', ended);
    return () => {
      document.removeEventListener('input', began);
      document.removeEventListener('reset', ended);
    };
  });
  $effect(() => {
    if (live.ideas.has(ideaId()) && !navigating.to && !isWriting) void invalidateAll();
  });
}
