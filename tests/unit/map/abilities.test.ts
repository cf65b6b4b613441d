import { describe, expect, it } from 'vitest';
import { mayLoadUnasked } from '#lib/map/abilities.ts';

const fast = {
  hardwareConcurrency: 8,
  deviceMemory: 8,
  connection: { saveData: false, effectiveType: '4g', downlink: 10 }
};

describe('fetching the live map unasked', () => {
  it('is for a fast device with a mouse', () => {
    expect(mayLoadUnasked(fast, true)).toBe(true);
  });

  it.each([
    ['a phone', fast, false],
    ['somebody who saves data', { ...fast, connection: { ...fast.connection, saveData: true } }, true],
    ['a slow line', { ...fast, connection: { ...fast.connection, effectiveType: '3g' } }, true],
    ['a thin line', { ...fast, connection: { ...fast.connection, downlink: 1.5 } }, true],
    ['little memory', { ...fast, deviceMemory: 2 }, true],
    ['an old processor', { ...fast, hardwareConcurrency: 2 }, true],
    ['a browser that tells nothing', {}, true]
  ])('is not for %s', (_, device, hasMouse) => {
    expect(mayLoadUnasked(device, hasMouse)).toBe(false);
  });
});
