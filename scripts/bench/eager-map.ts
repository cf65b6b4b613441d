// The page that ours is compared with: an empty map by MapLibre that comes first, and its list when the map is there.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync } from 'node:zlib';
import type { Measuring } from './section.ts';

const library = 'node_modules/maplibre-gl/dist';
const page = `<!doctype html>
<html lang="nl">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Een lege kaart</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/maplibre-gl.css" />
    <style>
      body { margin: 0 }
      #map { height: 60vh }
    </style>
    <script type="module">
      import { Map, setWorkerUrl } from '/maplibre-gl.mjs';
      setWorkerUrl('/maplibre-gl-worker.mjs');
      const style = { version: 8, sources: {}, layers: [{ id: 'ground', type: 'background', paint: { 'background-color': '#eee' } }] };
      new Map({ container: 'map', style, center: [5.77, 52.1], zoom: 14 }).once('load', () => {
        const list = document.createElement('main');
        list.innerHTML = '<h1>Een wijk</h1><ul>' + '<li>Een idee voor de wijk</li>'.repeat(20) + '</ul>';
        document.body.append(list);
      });
    </script>
  </head>
  <body><div id="map"></div></body>
</html>`;

const files: Record<string, [type: string, text: () => string | Buffer]> = {
  '/': ['text/html', () => page],
  '/maplibre-gl.css': ['text/css', () => readFileSync(`${library}/maplibre-gl.css`)],
  ...Object.fromEntries(
    ['maplibre-gl', 'maplibre-gl-worker', 'maplibre-gl-shared'].map((name) => [
      `/${name}.mjs`,
      ['text/javascript', () => readFileSync(`${library}/${name}.mjs`)] as [string, () => Buffer]
    ])
  )
};

/** Serves the page, compressed as ours is, until the end of the section; gives its address. */
export async function serveEagerMap({ later }: Measuring): Promise<string> {
  const compressed = new Map(
    Object.entries(files).map(([path, [type, text]]) => [path, { type, body: brotliCompressSync(text()) }])
  );
  const server = createServer((request, response) => {
    const file = compressed.get(request.url ?? '');
    if (!file) return response.writeHead(404).end();
    response
      .writeHead(200, {
        'content-type': file.type,
        'content-encoding': 'br',
        'content-length': file.body.length
      })
      .end(file.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  later(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
