/**
 * Whether a `<details>` of the server's page is open by now: whoever opened it before the page's code came finds it
 * open after. Call it while the component that has it starts.
 * @param id of the element, from `$props.id()`
 * @param otherwise for one that is not in the page yet
 */
export function isOpenBefore(id: string, otherwise: boolean): boolean {
  if (typeof document === 'undefined') return otherwise;
  const there = document.getElementById(id);
  return there instanceof HTMLDetailsElement ? there.open : otherwise;
}
