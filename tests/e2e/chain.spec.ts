import { expect } from '@playwright/test';
import {
  askPlace,
  chooseAnswer,
  dayFromNow,
  join,
  owner,
  ownDay,
  pin,
  place,
  previewAndSend,
  sendAsk,
  startGroup,
  test
} from './chain-steps.ts';
import { expectNoViolations } from './no-violations.ts';

test.slow();

test('a group asks a place, agrees with its owner, makes it and keeps it', async ({ people }, info) => {
  const [lead, riet, bram] = [
    await people.demo('Fatma'),
    await people.demo('Riet'),
    await people.demo('Bram')
  ];
  const joop = await people.stranger();

  const idea = await pin(lead, 'Fietsen maken in het schuurtje');
  const group = await startGroup(lead, idea);
  await lead.reads('Nog nodig voordat jullie de plek kunnen vragen: 2 mensen erbij.');
  await join(riet, idea, 'Riet');
  await join(joop, idea, 'Joop');
  await lead.open(group);
  await lead.reads('Jullie kunnen de plek vragen.');
  await expectNoViolations(lead.page);

  const claim = await askPlace(lead, group, { size: 'Blijvend', startsOn: ownDay(info, 1) });
  await lead.reads(`De vraag ligt bij ${owner}.`);

  await bram.open(claim);
  await expect(bram.page.getByRole('radio', { name: /^(Ja|Eerst|Hier niet|Ik moet|Nee)/ })).toHaveCount(6);
  await chooseAnswer(bram, 'Eerst praten');
  await bram.page.getByLabel('Dag 1').fill(dayFromNow(3));
  await bram.page.getByRole('radio', { name: 'op de plek' }).check();
  await expectNoViolations(bram.page);
  await previewAndSend(bram, /Kan het op .*Wij zien elkaar op de plek/);
  await expectNoViolations(bram.page);

  await bram.page.getByRole('link', { name: 'Maak de afspraken' }).click();
  await bram.page.getByLabel(/^Wat doet de groep/).fill('Wij ruimen op.\nWij maken fietsen op zaterdag.');
  await bram.page.getByLabel(/^Wat doet de eigenaar/).fill('Wij betalen de stroom.');
  await bram.page.getByLabel(/^Sleutel/).fill('Gerrit, nummer 12');
  await bram.page.getByRole('checkbox', { name: 'netjes achterlaten' }).check();
  await expectNoViolations(bram.page);
  await bram.button('Stel voor').click();
  await bram.reads('De afspraken zijn voorgesteld.');
  await bram.reads('Gerrit, nummer 12');
  await bram.button('Ik ben akkoord').click();
  await bram.reads('Uw akkoord staat erbij.');

  // Who has the key is for both sides, and for nobody else.
  const passerBy = await people.stranger();
  await passerBy.open(claim);
  await passerBy.reads('Wij maken fietsen op zaterdag.');
  await expect(passerBy.page.getByText('Gerrit, nummer 12')).toHaveCount(0);

  await lead.open(claim);
  await lead.reads('De groep: nog niet akkoord');
  await lead.button('Ik ben akkoord').click();
  await lead.reads('De afspraken staan vast. De groep kan beginnen.');
  await lead.button('Wij beginnen').click();
  await lead.reads('De groep is bezig.');

  await lead.open(group);
  await lead.page.getByText('Nog een klus: ik doe dit').click();
  await lead.page.getByLabel('Wat doet u?').fill('Gereedschap halen');
  await lead.page.getByLabel('Vóór welke dag?').fill(dayFromNow(5));
  await lead.button('Ik doe dit').click();
  await lead.reads('Dat staat erbij. Dank u wel.');
  await lead.button(/^Klaar ?: Gereedschap halen$/).click();
  await lead.reads('1 klus is klaar');

  await lead.open(claim);
  await lead.page.getByLabel(/^Vertel hoe het ging/).fill('Zeven fietsen rijden weer.');
  await lead.button('Het is gelukt').click();
  await lead.reads(/Gelukt op/);
  await lead.page.getByLabel('Wie let erop?').fill('Joop en Riet');
  await lead.button('Het blijft').click();
  await lead.reads(/Joop en Riet let erop/);
  await expectNoViolations(lead.page);

  await lead.open(`/otterlo/ideas/${idea}`);
  await lead.reads('Zeven fietsen rijden weer.');
  await expect(lead.page.getByText('Blijft', { exact: true }).first()).toBeVisible();
});

test(
  'something small is settled by one yes, and the owner joins with a task',
  { tag: '@phone' },
  async ({ people }, info) => {
    const [lead, riet, bram] = [
      await people.demo('Fatma'),
      await people.demo('Riet'),
      await people.demo('Bram')
    ];
    const idea = await pin(lead, 'Een middag stoelen opknappen');
    const group = await startGroup(lead, idea);
    await join(riet, idea, 'Riet');
    await lead.open(group);
    await lead.reads('Voor iets kleins, één dag, kunnen jullie de plek nu al vragen.');
    const claim = await askPlace(lead, group, { size: 'Klein', startsOn: ownDay(info, 2) });

    await bram.open(claim);
    await bram.reads('Dit is klein. Uw ja is genoeg.');
    await chooseAnswer(bram, 'Ja, en wij doen mee');
    const joining = bram.page.locator('.answer').filter({ hasText: 'Ja, en wij doen mee' });
    await joining.getByRole('checkbox', { name: 'spullen' }).check();
    await joining.getByLabel('Wat precies?').fill('schuurpapier en verf');
    await joining.getByRole('checkbox', { name: 'netjes achterlaten' }).check();
    await previewAndSend(
      bram,
      /ja\. De afspraken staan vast\..*wij doen mee: spullen: schuurpapier en verf/s
    );
    await bram.reads('afgesproken');

    await lead.open(group);
    await expect(lead.page.locator('#members')).toContainText(owner);
    await expect(lead.page.locator('#promises')).toContainText('spullen: schuurpapier en verf');
  }
);

test('a no with another place leads to that place', { tag: '@phone' }, async ({ people }, info) => {
  const [lead, riet, bram] = [
    await people.demo('Fatma'),
    await people.demo('Riet'),
    await people.demo('Bram')
  ];
  const idea = await pin(lead, 'Samen kaarten op dinsdag');
  const group = await startGroup(lead, idea);
  await join(riet, idea, 'Riet');
  const claim = await askPlace(lead, group, { size: 'Klein', startsOn: ownDay(info, 3) });

  await bram.open(claim);
  await chooseAnswer(bram, 'Hier niet, daar wel');
  await bram.button('Bekijk eerst').click();
  await expect(bram.page.getByRole('heading', { name: 'Er klopt nog iets niet' })).toBeVisible();
  await expect(bram.page.getByRole('radio', { name: /^Hier niet/ })).toBeChecked();
  await bram.page.getByLabel('Waar dan wel?').selectOption({ label: 'Dorpskamer De Theemuts (voorbeeld)' });
  await bram.page.getByLabel(/^Ik heb gebeld met/).fill('Anja');
  await bram.page.getByLabel('Waarom hier niet?').fill('Het schuurtje heeft geen verwarming.');
  await previewAndSend(bram, /geen verwarming\. Ik heb gebeld met Anja/);

  await lead.open(claim);
  await lead.reads('Hier kan het niet.');
  await lead.page.getByRole('link', { name: 'Vraag Dorpskamer De Theemuts (voorbeeld)' }).click();
  await lead.reads('Stichting De Theemuts (voorbeeld) gaat over deze plek en krijgt de vraag.');
  await sendAsk(lead, { size: 'Klein', startsOn: ownDay(info, 4) });
  await lead.reads('De vraag ligt bij Stichting De Theemuts (voorbeeld).');
});

test(
  'a rival request is shown to both, and to who asks before they send',
  { tag: '@phone' },
  async ({ people }, info) => {
    const [lead, riet] = [await people.demo('Fatma'), await people.demo('Riet')];
    const day = ownDay(info, 5);
    const first = await pin(lead, `Ruilmiddag ${info.project.name}`);
    const firstGroup = await startGroup(lead, first);
    await join(riet, first, 'Riet');
    const firstClaim = await askPlace(lead, firstGroup, { size: 'Klein', startsOn: day });

    const second = await pin(riet, `Verfmiddag ${info.project.name}`);
    const secondGroup = await startGroup(riet, second);
    await join(lead, second, 'Fatma');
    await riet.open(secondGroup);
    await riet.page.getByRole('link', { name: 'Vraag een plek' }).click();
    await riet.page.getByRole('link', { name: place, exact: true }).click();
    await riet.reads(`Ruilmiddag ${info.project.name}`);
    await riet.reads('Dat mag. Beide groepen zien dit. Misschien kunnen jullie samen.');
    await sendAsk(riet, { size: 'Klein', startsOn: day });
    await riet.reads(`Ruilmiddag ${info.project.name}`);
    await lead.open(firstClaim);
    await lead.reads(`Verfmiddag ${info.project.name}`);
  }
);

test('the same chain without a place, with the keyboard alone', { tag: '@phone' }, async ({ people }) => {
  const lead = await people.demo('Fatma');
  const { page } = lead;
  const idea = await pin(lead, 'Samen een blokje om', { placeNeeded: false });
  await lead.open(`/otterlo/ideas/${idea}`);
  await lead.button('Ik begin een groep').press('Enter');
  const group = await lead.arrive(/\/coalitions\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('link', { name: 'Vraag een plek' })).toHaveCount(0);

  await page.locator('summary').filter({ hasText: 'Het is gelukt' }).press('Enter');
  await lead.button('Gelukt!').press('Enter');
  await lead.reads('Zet er een foto bij, of schrijf een paar woorden.');
  await page.getByLabel(/^Vertel hoe het ging/).focus();
  await page.keyboard.type('Wij liepen met zijn zessen.');
  await lead.button('Gelukt!').press('Enter');
  await lead.reads('Gelukt! Iedereen kan het lezen.');
  await page.getByLabel('Wie let erop?').focus();
  await page.keyboard.type('Joop');
  await page.keyboard.press('Enter');
  await lead.reads('Mooi, het blijft.');

  await lead.open(group);
  await page.locator('summary').filter({ hasText: 'Gaat het nog goed?' }).press('Enter');
  await page.getByRole('radio', { name: 'Ja, het loopt' }).press('Space');
  await page.getByLabel(/^Wilt u er iets bij zeggen/).focus();
  await page.keyboard.type('Ook in de regen.');
  await page.keyboard.press('Enter');
  await lead.reads('Dank u wel voor uw antwoord.');

  await lead.open(`/otterlo/ideas/${idea}`);
  await lead.reads('Wij liepen met zijn zessen.');
  await expect(page.getByRole('region', { name: 'Gaat het nog goed?' })).toContainText('Ook in de regen.');
  await expect(page.getByText('Blijft', { exact: true }).first()).toBeVisible();
});

test('what is typed while an answer is under way stays', { tag: '@phone' }, async ({ people }) => {
  const lead = await people.demo('Fatma');
  const { page } = lead;
  await lead.open(await startGroup(lead, await pin(lead, 'Samen schaatsen', { placeNeeded: false })));
  await page.locator('summary').filter({ hasText: 'Het is gelukt' }).click();
  let answer: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.route('**/*realise*', async (route) => {
    await held;
    await route.continue();
  });
  const words = page.getByLabel(/^Vertel hoe het ging/);
  await lead.button('Gelukt!').click();
  await words.fill('Er lag eindelijk ijs.');
  answer();
  await expect(words).toHaveAccessibleDescription(/Zet er een foto bij/);
  await expect(words).toHaveValue('Er lag eindelijk ijs.');
});

test('nothing typed is lost: a mistake, a group that is too small, a session that ended', async ({
  people
}) => {
  const lead = await people.demo('Fatma');
  const idea = await pin(lead, 'Een lange tafel op straat');
  const group = await startGroup(lead, idea);

  await lead.open(`${group}/ask`);
  await lead.reads('Jullie kunnen nog niet vragen.');
  await lead.reads('Nog nodig voordat jullie de plek kunnen vragen: 2 mensen erbij.');

  await lead.open(group);
  await lead.page.getByLabel('Wat doet u?').fill('Tafels lenen bij de buren');
  await lead.button('Ik doe dit').click();
  await expect(lead.page.getByRole('heading', { name: 'Er klopt nog iets niet' })).toBeVisible();
  await expect(lead.page.getByLabel('Wat doet u?')).toHaveValue('Tafels lenen bij de buren');
  await expectNoViolations(lead.page);

  await lead.page.getByLabel('Vóór welke dag?').fill(dayFromNow(4));
  await lead.page.context().clearCookies();
  await lead.button('Ik doe dit').click();
  await expect(lead.page.getByRole('link', { name: /^Log opnieuw in/ })).toBeVisible();
  await expect(lead.page.getByLabel('Wat doet u?')).toHaveValue('Tafels lenen bij de buren');
  await expect(lead.page.getByLabel('Vóór welke dag?')).toHaveValue(dayFromNow(4));
});

test(
  'the facilitator answers for an owner without e-mail, and says for whom',
  { tag: '@phone' },
  async ({ people }, info) => {
    const [lead, riet, noor] = [
      await people.demo('Fatma'),
      await people.demo('Riet'),
      await people.demo('Noor')
    ];
    const idea = await pin(lead, 'Een middag pannenkoeken');
    const group = await startGroup(lead, idea);
    await join(riet, idea, 'Riet');
    const claim = await askPlace(lead, group, { size: 'Klein', startsOn: ownDay(info, 6) });

    await noor.open(claim);
    await chooseAnswer(noor, 'Ja');
    await noor.button('Bekijk eerst').click();
    await expect(noor.page.getByRole('heading', { name: 'Er klopt nog iets niet' })).toBeVisible();
    await noor.page.getByLabel('Namens wie?').first().fill('Ingrid, aan de telefoon');
    await previewAndSend(noor, /ja\. De afspraken staan vast/);
    await noor.reads('afgesproken');
  }
);

test('what stands on the map can be read by everybody: places, clubs, groups, requests, agreements, pearls', async ({
  people
}) => {
  const visitor = await people.stranger();
  const uuid = (kind: string, number: number) =>
    `0770e210-0000-4000-8${kind}-${String(number).padStart(12, '0')}`;
  const pages: readonly [path: string, words: string | RegExp][] = [
    [`/otterlo/places/${uuid('004', 2)}`, 'Wie gaat hierover?'],
    [`/otterlo/organisations/${uuid('003', 1)}`, 'Plekken waar wij over gaan'],
    [`/otterlo/coalitions/${uuid('006', 7)}`, 'Wie doet mee?'],
    [`/otterlo/coalitions/${uuid('006', 7)}/ask`, 'Alleen de trekker van de groep kan een plek vragen.'],
    [`/otterlo/claims/${uuid('008', 71)}`, 'De afspraken staan vast. De groep kan beginnen.'],
    [`/otterlo/agreements/${uuid('008', 71)}`, 'Onze afspraken over deze plek'],
    [`/otterlo/pearls/${uuid('011', 1)}`, 'Parel: dit is hier goed'],
    ['/otterlo/places/object?at=5.77463,52.09886', 'Groen aan de Zandhoek']
  ];
  for (const [path, words] of pages) {
    await visitor.open(path);
    await visitor.reads(words);
  }
});

test('a house says that ideas go on the street', async ({ people }) => {
  const visitor = await people.stranger();
  const found = await visitor.page.request.get('/api/v1/search?wijk=otterlo&q=Eikenzoom%203');
  const hits = (await found.json()) as { hits?: { lon: number; lat: number }[] } & {
    lon: number;
    lat: number;
  }[];
  const [house] = hits.hits ?? hits;
  await visitor.open(`/otterlo/places/object?at=${house?.lon},${house?.lat}`);
  await visitor.reads('Dit is een woning. Een idee zetten wij op straat, zodat niemand een adres ziet.');
  await expect(visitor.page.getByRole('link', { name: 'Ik heb hier een idee' })).toBeVisible();
});

test('what is not there is said plainly', async ({ people }) => {
  const visitor = await people.stranger();
  for (const kind of ['places', 'organisations', 'coalitions', 'claims', 'agreements', 'pearls']) {
    const answer = await visitor.page.goto(`/otterlo/${kind}/0770e210-0000-4000-8000-00000000dead`);
    expect(answer?.status(), kind).toBe(404);
    const malformed = await visitor.page.goto(`/otterlo/${kind}/zomaar`);
    expect(malformed?.status(), kind).toBe(404);
  }
});
