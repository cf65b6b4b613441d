import { describe, expect, test, vi } from 'vitest';
import { MarkImages, markText } from '#lib/map/pearl-image.ts';
import { themeIcons } from '#lib/domain/chain/theme-icons.ts';

const place = { kind: 'place', icon: themeIcons.coffee, size: 40, theme: 'light' } as const;
const image = { width: 80, height: 80 } as HTMLImageElement;

describe('images of marks', () => {
  test('are made once for each mark and pixel ratio', async () => {
    const load = vi.fn(() => Promise.resolve(image));
    const images = new MarkImages(load);
    const [one, same] = await Promise.all([images.get(place, 2), images.get({ ...place }, 2)]);
    await images.get(place, 1);
    await images.get({ ...place, theme: 'dark' }, 2);
    expect(one).toEqual({ image, pixelRatio: 2 });
    expect(same).toBe(one);
    expect(load).toHaveBeenCalledTimes(3);
  });

  test('that failed are tried again', async () => {
    const load = vi.fn<() => Promise<HTMLImageElement>>().mockRejectedValueOnce(new Error('no memory'));
    load.mockResolvedValue(image);
    const images = new MarkImages(load);
    await expect(images.get(place, 1)).rejects.toThrow('no memory');
    await expect(images.get(place, 1)).resolves.toEqual({ image, pixelRatio: 1 });
  });

  test('of a pearl have the edge that keeps it apart from the map', () => {
    const ring = {
      steps: ['done', 'current', 'empty', 'empty', 'empty', 'empty'],
      realised: false,
      keptGoing: false
    } as const;
    const svg = markText({ ring, icon: themeIcons.sprout, size: 40, theme: 'light' }, 2);
    expect(svg).toContain('stroke-pearl-edge');
    expect(svg).toContain('width="80"');
  });
});
