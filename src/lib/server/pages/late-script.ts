/** What SvelteKit asks before it tells the browser to fetch a file with the page. */
interface Preload {
  type: 'font' | 'css' | 'js' | 'asset';
  path: string;
}

/**
 * How SvelteKit begins, with the two modules that start everything else. It starts at the tag, which no text that
 * somebody wrote can hold: in a page and in its data `<` is always escaped.
 */
const boot =
  /(<script[^>]*>\s*\{\s*__sveltekit_\w+ = \{[^<]*?const element = document\.currentScript\.parentElement;\s*)(Promise\.all\(\[\s*import\([^)]+\),\s*import\([^)]+\)\s*\]\))/;

/** On a line so slow, or when the picture does not come, the code no longer waits for it. */
const longestWaitMilliseconds = 2_000;

/**
 * Resolves when the page is painted with its most important picture, which is asked to come before the others. Of two
 * frames the first paints it, and the second begins when that is done.
 */
const painted = `new Promise((go) => {
						const picture = document.querySelector('img[fetchpriority="high"]');
						const paint = () => requestAnimationFrame(() => requestAnimationFrame(go));
						picture ? picture.decode().then(paint, paint) : paint();
						setTimeout(go, ${longestWaitMilliseconds});
					})`;

/**
 * Lets a page be painted before its code is fetched: nobody needs the code to read, and on a phone it takes its share
 * of the line from the words and the map (docs/performance.md). Then everything is fetched at once, in one round trip.
 * One for each page; its two functions are options of SvelteKit's `resolve`.
 */
export function lateScript(): { preload: (file: Preload) => boolean; place: (html: string) => string } {
  const modules: string[] = [];
  return {
    preload: ({ type, path }) => {
      if (type === 'js') modules.push(path);
      return type === 'css';
    },
    // A page whose beginning is not recognised fetches its code at once, as SvelteKit made it.
    place: (html) =>
      html.replace(
        boot,
        (_, before: string, start: string) =>
          `${before}${painted}.then(() => {
						for (const href of ${JSON.stringify(modules)})
							document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href }));
						return ${start};
					})`
      )
  };
}
