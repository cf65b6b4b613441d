import { benchUnderTree } from '../drawings/bench.ts';
import { flowersInVerge } from '../drawings/flowers.ts';
import { chairsForMusic } from '../drawings/music.ts';
import { posyOnDoorstep } from '../drawings/posy.ts';
import { teapotByOpenDoor } from '../drawings/teapot.ts';
import { vegetableBox } from '../drawings/vegetable-box.ts';
import { walkingShoes } from '../drawings/walking-shoes.ts';
import { photosOnWashingLine } from '../drawings/washing-line.ts';

export const drawings = {
  teapot: {
    idea: 1,
    svg: teapotByOpenDoor,
    description:
      'Tekening (voorbeeld): een theepot onder een gebreide theemuts, kopjes, en een deur die open staat.'
  },
  bench: {
    idea: 2,
    svg: benchUnderTree,
    description:
      'Tekening (voorbeeld): een houten bank in de schaduw van een boom, naast een pad. Op de leuning zit een roodborstje.'
  },
  vegetables: {
    idea: 3,
    svg: vegetableBox,
    description:
      'Tekening (voorbeeld): een houten bak met wortels, sla en tomaten, een gieter en een pompoen.'
  },
  shoes: {
    idea: 8,
    svg: walkingShoes,
    description: 'Tekening (voorbeeld): twee wandelschoenen op een bospad, met een thermosfles en een kopje.'
  },
  flowers: {
    idea: 11,
    svg: flowersInVerge,
    description: 'Tekening (voorbeeld): klaprozen, korenbloemen en margrieten in een berm, met twee bijen.'
  },
  music: {
    idea: 12,
    svg: chairsForMusic,
    description:
      'Tekening (voorbeeld): een avond buiten, met lampjes tussen twee bomen, losse stoelen, een gitaar en een accordeon.'
  },
  posy: {
    idea: 16,
    svg: posyOnDoorstep,
    description:
      'Tekening (voorbeeld): een bosje bloemen in een pot en een kaart, op een stoep voor een deur.'
  },
  photos: {
    idea: 18,
    svg: photosOnWashingLine,
    description: 'Tekening (voorbeeld): foto’s aan een waslijn in een straat.'
  }
} as const;

export type DrawingKey = keyof typeof drawings;
