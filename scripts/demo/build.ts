// Writes supabase/seeds/otterlo-neighbourhood.sql and supabase/seed.sql from the story in this folder:
//   node scripts/demo/build.ts
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { pictureSize, type Pictures } from './rows/pictures.ts';
import { readSources } from './rows/sources.ts';
import { neighbourhoodSql, storySql } from './seed.ts';
import { drawings, type DrawingKey } from './story/pictures.ts';

const supabase = join(import.meta.dirname, '..', '..', 'supabase');

const limits = { small: 25_000, large: 60_000 } as const;
const lineLength = 120;

async function webp(svg: string, variant: 'small' | 'large'): Promise<string> {
  const width = variant === 'small' ? 480 : pictureSize.width;
  const bytes = await sharp(Buffer.from(svg)).resize(width).webp({ quality: 80, effort: 6 }).toBuffer();
  if (bytes.length > limits[variant]) throw new Error(`A ${variant} drawing has ${bytes.length} bytes`);
  return (bytes.toString('base64').match(new RegExp(`.{1,${lineLength}}`, 'g')) ?? []).join('\n');
}

const pictures = Object.fromEntries(
  await Promise.all(
    (Object.keys(drawings) as DrawingKey[]).map(async (key) => {
      const { svg } = drawings[key];
      return [key, { small: await webp(svg, 'small'), large: await webp(svg, 'large') }] as const;
    })
  )
) as Pictures;

const sources = readSources();
const story = storySql(sources, pictures);
writeFileSync(join(supabase, 'seeds', 'otterlo-neighbourhood.sql'), neighbourhoodSql(sources));
writeFileSync(join(supabase, 'seed.sql'), story);
console.log(`supabase/seed.sql: ${Math.round(Buffer.byteLength(story) / 1000)} kB`);
