// What the map shows only after somebody touched it, in one file that comes then.
export { default as DrawBar } from './DrawBar.svelte';
export { default as LiveLayer } from './LiveLayer.svelte';
export { default as MarksInView } from './MarksInView.svelte';
export { default as MarksTogether } from './MarksTogether.svelte';
