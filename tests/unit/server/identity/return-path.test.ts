import { describe, expect, it } from 'vitest';
import { returnPath } from '#lib/server/identity/return-path.ts';

describe('where to go back to', () => {
  it('is a path of this site, with its question and place', () => {
    for (const path of ['/', '/otterlo', '/otterlo?kind=ideas#list', '/otterlo/ideas/1?x=%2F%2Fy'])
      expect(returnPath(path)).toBe(path);
  });

  it('is the fallback for anything that leads elsewhere', () => {
    for (const elsewhere of [
      'https://elsewhere.example/',
      '//elsewhere.example',
      '/\\elsewhere.example',
      '/\t/elsewhere.example',
      '\\/elsewhere.example',
      'javascript:alert(1)',
      'otterlo',
      '',
      null,
      undefined,
      new File([], 'x'),
      `/${'x'.repeat(2000)}`
    ])
      expect(returnPath(elsewhere, '/home'), String(elsewhere)).toBe('/home');
  });

  it('never leaves the site, whatever dots and slashes it has', () => {
    for (const path of ['/..//elsewhere.example', '/./\\elsewhere.example', '/%2F/elsewhere.example']) {
      const result = returnPath(path);
      expect(new URL(result, 'http://here.example').origin, path).toBe('http://here.example');
    }
  });
});
