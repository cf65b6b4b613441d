/** Attached to the title of a new screen: whoever came here by a form starts at its top, also with a screen reader. */
export function arrive(title: HTMLElement): void {
  window.scrollTo({ top: 0 });
  title.focus({ preventScroll: true });
}
