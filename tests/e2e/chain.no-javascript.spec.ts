import { expect } from '@playwright/test';
import {
  askPlace,
  chooseAnswer,
  join,
  ownDay,
  pin,
  previewAndSend,
  startGroup,
  test
} from './chain-steps.ts';

test.slow();

test('without JavaScript an owner answers and both sides confirm', async ({ people }, info) => {
  const [lead, riet, bram] = [
    await people.demo('Fatma'),
    await people.demo('Riet'),
    await people.demo('Bram')
  ];
  const marek = await people.stranger();
  const idea = await pin(lead, 'Een werkbank voor iedereen');
  const group = await startGroup(lead, idea);
  await join(riet, idea, 'Riet');
  await join(marek, idea, 'Marek');
  const claim = await askPlace(lead, group, { size: 'Blijvend', startsOn: ownDay(info, 1) });

  await bram.open(claim);
  // Each answer shows its own questions only.
  await expect(bram.page.getByLabel('Waarom hier niet?')).toBeHidden();
  await chooseAnswer(bram, 'Ja');
  await expect(bram.page.getByLabel('Waarom hier niet?')).toBeHidden();
  const yes = bram.page.locator('.answer').filter({ hasText: 'Na uw ja maken jullie samen de afspraken.' });
  await yes.getByRole('checkbox', { name: 'om 22 uur stil' }).check();
  await bram.button('Bekijk eerst').click();
  await expect(bram.page.locator('blockquote')).toContainText('om 22 uur stil');
  await bram.button('Pas aan').click();
  await expect(yes.getByRole('checkbox', { name: 'om 22 uur stil' })).toBeChecked();
  await previewAndSend(bram, /Wat wij belangrijk vinden: om 22 uur stil\./);

  await lead.open(claim);
  await lead.reads('Wat wij belangrijk vinden: om 22 uur stil.');
  await lead.page.getByRole('link', { name: 'Maak de afspraken' }).click();
  await lead.page.getByLabel(/^Vanaf/).fill('');
  await lead.page.getByLabel('Wat', { exact: true }).fill('');
  await lead.page.getByLabel(/^Wat doet de groep/).fill('Wij bouwen de werkbank.');
  await lead.button('Stel voor').click();
  await expect(lead.page.getByRole('heading', { name: 'Er klopt nog iets niet' })).toBeVisible();
  await expect(lead.page.getByLabel(/^Wat doet de groep/)).toHaveValue('Wij bouwen de werkbank.');
  await lead.page.getByLabel('Wat', { exact: true }).fill('Een werkbank');
  await lead.button('Stel voor').click();
  await lead.reads('De afspraken zijn voorgesteld.');
  await lead.button('Ik ben akkoord').click();
  await lead.reads('Uw akkoord staat erbij.');

  await bram.open(claim);
  await bram.button('Ik ben akkoord').click();
  await bram.reads('De afspraken staan vast. De groep kan beginnen.');
  await bram.page.getByRole('link', { name: 'Print op één A4' }).click();
  await bram.reads('(voorbeeld)');
  await bram.reads(/De eigenaar: akkoord op/);

  await lead.open(group);
  await lead.reads('De afspraken staan vast. De groep kan beginnen.');
});

test('without JavaScript a form comes back filled when the session ended', async ({ people }) => {
  const lead = await people.demo('Fatma');
  const idea = await pin(lead, 'Een vogelhuisje');
  const group = await startGroup(lead, idea);
  await lead.open(group);
  await lead.page.getByLabel('Wat doet u?').fill('Planken zagen');
  await lead.page.context().clearCookies();
  await lead.button('Ik doe dit').click();
  await expect(lead.page.getByRole('link', { name: /^Log opnieuw in/ })).toBeVisible();
  await expect(lead.page.getByLabel('Wat doet u?')).toHaveValue('Planken zagen');
});
