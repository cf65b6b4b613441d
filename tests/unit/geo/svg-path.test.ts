import { describe, expect, it } from 'vitest';
import { toWorld } from '#lib/geo/mercator.ts';
import { svgPath } from '#lib/geo/svg-path.ts';

const origin = toWorld({ lon: 5.77, lat: 52.1 });

describe('a line or area as SVG', () => {
  it('runs east to the right and north upwards', () => {
    const line = {
      type: 'LineString' as const,
      coordinates: [
        [5.77, 52.1],
        [5.771, 52.101]
      ]
    };
    expect(svgPath(line, origin)).toBe('M0 0L111.3 -181.2');
  });

  it('closes areas and keeps their holes', () => {
    const ring = [
      [5.77, 52.1],
      [5.771, 52.1],
      [5.771, 52.101],
      [5.77, 52.1]
    ];
    expect(svgPath({ type: 'Polygon', coordinates: [ring, ring] }, origin).match(/Z/g)).toHaveLength(2);
    expect(svgPath({ type: 'MultiPolygon', coordinates: [[ring], [ring]] }, origin).match(/M/g)).toHaveLength(
      2
    );
  });

  it('draws nothing for points', () => {
    expect(svgPath({ type: 'Point', coordinates: [5.77, 52.1] }, origin)).toBe('');
  });
});
