import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { makeBaseMap } from './base-map.ts';
import { projectFolder } from './folders.ts';

const slug = process.argv[2];

try {
  if (!slug) throw new Error('Which wijk? Use: node scripts/basemap/build.ts otterlo');
  const files = await makeBaseMap(slug);
  for (const { path, content } of files) {
    const target = join(projectFolder, path);
    mkdirSync(join(target, '..'), { recursive: true });
    writeFileSync(target, content);
    const bytes = Buffer.from(content);
    // Only the pictures have a budget as they travel: 60 kB each.
    const brotli = !path.endsWith('.svg') ? '' : `, ${brotliCompressSync(bytes).length} with brotli`;
    console.log(`${path}: ${bytes.length} bytes${brotli}`);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
