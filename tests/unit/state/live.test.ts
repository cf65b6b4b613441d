import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Live } from '../../../src/lib/state/live.svelte.ts';
import { makeIdea } from '../server/live/fake-source.ts';
import { fakeBrowser, FakeEventSource } from './fake-browser.ts';

let browser: ReturnType<typeof fakeBrowser>;
const stops: (() => void)[] = [];
let staleCount = 0;

function openTab(position: number): Live {
  const live = new Live({ wijk: 'otterlo', position, onstale: () => (staleCount += 1) });
  stops.push(live.start());
  return live;
}
const onlyStream = () => {
  expect(FakeEventSource.open).toHaveLength(1);
  return FakeEventSource.open[0] as FakeEventSource;
};
const change = (position: number, id: string, title: string | null = id) => ({
  position,
  entity: 'idea',
  id,
  facts: title === null ? null : makeIdea({ id, title })
});
const titles = (live: Live) => [...live.ideas.values()].map((idea) => idea?.title ?? null);

beforeEach(() => {
  vi.useFakeTimers();
  staleCount = 0;
  browser = fakeBrowser({ secure: true });
});
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('a page that is open', () => {
  it('listens from the position of its snapshot and shows what changes', () => {
    const live = openTab(7);
    expect(onlyStream().address).toBe('/api/v1/live?wijk=otterlo&since=7');
    expect(live.connection).toBe('waiting');
    onlyStream().say('open');
    onlyStream().say('idea.created', change(8, 'a'));
    onlyStream().say('idea.removed', change(9, 'b', null));
    expect(live.connection).toBe('live');
    expect(titles(live)).toEqual(['a', null]);
    expect(live.position).toBe(9);
    expect(staleCount).toBe(0);
  });

  it('forgets what a newer snapshot has in it, and nothing else', () => {
    const live = openTab(7);
    onlyStream().say('idea.created', change(8, 'a'));
    onlyStream().say('idea.created', change(9, 'b'));
    live.rebase(8);
    expect([...live.ideas.keys()]).toEqual(['b']);
    onlyStream().say('idea.created', change(10, 'c'));
    expect(live.position).toBe(10);
  });

  it('is stopped while it is hidden and goes on where it was', async () => {
    const live = openTab(7);
    onlyStream().say('idea.created', change(8, 'a'));
    browser.hide();
    expect(FakeEventSource.open).toEqual([]);
    expect(live.connection).toBe('waiting');
    browser.show();
    await vi.waitFor(() => onlyStream());
    expect(onlyStream().since).toBe(8);
  });

  it('is read anew when a place changed or the log starts again, once for many', () => {
    const live = openTab(7);
    onlyStream().say('place.changed', { position: 8, entity: 'place', id: 'p' });
    onlyStream().say('pearl.created', { position: 9, entity: 'pearl', id: 'p' });
    onlyStream().say('claim.changed', { position: 10, entity: 'claim', id: 'c' });
    vi.runAllTimers();
    expect(staleCount).toBe(1);
    onlyStream().say('reset', { position: 3 });
    vi.runAllTimers();
    expect([staleCount, live.position]).toEqual([2, 3]);
    onlyStream().say('idea.created', change(4, 'a'));
    expect(titles(live)).toEqual(['a']);
  });

  it('comes back by itself after a no, later and later, and at once when the network is back', () => {
    const live = openTab(7);
    const first = onlyStream();
    first.close();
    first.say('error');
    expect(live.connection).toBe('lost');
    vi.advanceTimersByTime(3100);
    const second = onlyStream();
    expect(second).not.toBe(first);
    second.close();
    second.say('error');
    vi.advanceTimersByTime(1900);
    expect(FakeEventSource.open).toEqual([]);
    window.dispatchEvent(new Event('online'));
    expect(onlyStream().since).toBe(7);
  });
});

describe('several tabs of one browser', () => {
  it('share one stream, and each shows what changes', () => {
    const tabs = [openTab(7), openTab(7), openTab(7)];
    onlyStream().say('open');
    onlyStream().say('idea.created', change(8, 'a'));
    expect(tabs.map(titles)).toEqual([['a'], ['a'], ['a']]);
    expect(tabs.map(({ connection }) => connection)).toEqual(['live', 'live', 'live']);
  });

  it('go on when the one that listened is closed', async () => {
    openTab(7);
    const left = openTab(7);
    onlyStream().say('idea.created', change(8, 'a'));
    stops.shift()?.();
    await vi.waitFor(() => onlyStream());
    expect(onlyStream().since).toBe(8);
    onlyStream().say('idea.created', change(9, 'b'));
    expect(titles(left)).toEqual(['a', 'b']);
  });

  it('let one that is behind catch up without telling the others twice', () => {
    const ahead = openTab(7);
    onlyStream().say('idea.created', change(8, 'a'));
    onlyStream().say('idea.created', change(9, 'b', 'new'));
    const behind = openTab(7);
    expect(onlyStream().since).toBe(7);
    onlyStream().say('idea.created', change(8, 'a'));
    onlyStream().say('idea.created', change(9, 'b', 'replayed'));
    onlyStream().say('idea.created', change(10, 'c'));
    expect(titles(behind)).toEqual(['a', 'replayed', 'c']);
    expect(titles(ahead)).toEqual(['a', 'new', 'c']);
    expect(staleCount).toBe(0);
  });

  it('let one that is ahead wait for the rest', () => {
    openTab(7);
    const ahead = openTab(9);
    for (const position of [8, 9, 10]) onlyStream().say('idea.created', change(position, `idea ${position}`));
    expect(titles(ahead)).toEqual(['idea 10']);
  });

  it('start one anew that is behind further than the log reaches, and leave the others be', () => {
    const ahead = openTab(90);
    const behind = openTab(1);
    onlyStream().say('reset', { position: 90 });
    vi.runAllTimers();
    expect(staleCount).toBe(1);
    expect([ahead.position, behind.position]).toEqual([90, 90]);
  });

  it('each have a stream of their own where browsers have no locks', () => {
    browser = fakeBrowser({ secure: false });
    openTab(7);
    openTab(7);
    expect(FakeEventSource.open).toHaveLength(2);
  });
});
