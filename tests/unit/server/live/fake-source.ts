import type { Change } from '../../../../src/lib/domain/change/types.ts';
import type { IdeaFacts } from '../../../../src/lib/domain/idea/types.ts';
import type { Snapshot } from '../../../../src/lib/domain/neighbourhood/types.ts';
import type { Hint, LiveSource } from '../../../../src/lib/server/live/source.ts';

/** An idea with nothing in it but what a test says. */
export function makeIdea(facts: Partial<IdeaFacts> & { id: string }): IdeaFacts {
  return {
    kind: 'wish',
    title: `Idea ${facts.id}`,
    description: '',
    theme: null,
    size: 'lasting',
    placeNeeded: true,
    placeId: null,
    state: 'open',
    lon: 5.77,
    lat: 52.1,
    shape: null,
    street: null,
    ground: null,
    name: null,
    supportCount: 0,
    helperCount: 0,
    commentCount: 0,
    readBefore: null,
    read: false,
    realisedOn: null,
    createdAt: '2026-11-22T10:00:00+00:00',
    changedAt: '2026-11-22T10:00:00+00:00',
    version: 1,
    coalition: null,
    claims: [],
    nextStep: null,
    nextPromise: null,
    openNeeds: [],
    answered: false,
    answer: null,
    photo: null,
    ...facts
  };
}

export function makeSnapshot(position: number, ideas: IdeaFacts[], slug = 'otterlo'): Snapshot {
  return {
    position,
    neighbourhood: {
      id: `id-of-${slug}`,
      slug,
      name: slug,
      kind: 'dorp',
      sentence: {},
      contact: {},
      languages: ['nl'],
      demo: false,
      timeZone: 'Europe/Amsterdam',
      settings: {},
      border: { type: 'MultiPolygon', coordinates: [] }
    },
    themes: [],
    ideas,
    places: [],
    organisations: [],
    pearls: [],
    gatherings: [],
    offerCount: 0
  };
}

/** A database of one neighbourhood in memory, which counts what it is asked. */
export class FakeSource implements LiveSource {
  ideas = new Map<string, IdeaFacts>();
  log: Change[] = [];
  questions = { snapshot: 0, changes: 0, facts: 0, positions: 0 };
  isAway = false;
  isListening = false;
  #onHint: (hint: Hint | null) => void = () => undefined;
  /** A test holds an answer back by putting a promise here. */
  beforeSnapshot: Promise<void> = Promise.resolve();

  get position(): number {
    return this.log.at(-1)?.position ?? 0;
  }

  write(kind: string, id: string, facts: Partial<IdeaFacts> | null = {}): void {
    const entity = kind.split('.')[0] ?? '';
    if (entity === 'idea') {
      if (facts === null) this.ideas.delete(id);
      else this.ideas.set(id, { ...makeIdea({ id }), ...this.ideas.get(id), ...facts });
    }
    this.log.push({ position: this.position + 1, kind, entity, id });
  }

  /** Says how far the log is, as a notification does. */
  hint(position = this.position): void {
    this.#onHint({ neighbourhood: 'id-of-otterlo', position });
  }

  async readPositions(): Promise<Map<string, number>> {
    this.questions.positions += 1;
    this.#answer();
    return new Map([['id-of-otterlo', this.position]]);
  }

  async readChanges(_neighbourhood: string, after: number, limit: number): Promise<Change[]> {
    this.questions.changes += 1;
    this.#answer();
    return this.log.filter(({ position }) => position > after).slice(0, limit);
  }

  async readIdeaFacts(ids: readonly string[]): Promise<IdeaFacts[]> {
    this.questions.facts += 1;
    this.#answer();
    return ids.flatMap((id) => this.ideas.get(id) ?? []);
  }

  async readSnapshot(slug: string): Promise<Snapshot | null> {
    this.questions.snapshot += 1;
    this.#answer();
    const snapshot = slug === 'otterlo' ? makeSnapshot(this.position, [...this.ideas.values()]) : null;
    await this.beforeSnapshot;
    return snapshot;
  }

  async listen(onHint: (hint: Hint | null) => void): Promise<() => Promise<void>> {
    this.#onHint = onHint;
    this.isListening = true;
    return async () => {
      this.isListening = false;
    };
  }

  #answer(): void {
    if (this.isAway) throw new Error('the database is away');
  }
}
