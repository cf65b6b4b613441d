import { createRawSnippet, type Component } from 'svelte';
import { render } from 'svelte/server';
import { Sprout } from 'lucide';
import { describe, expect, test } from 'vitest';
import Pearl from '#lib/components/idea/Pearl.svelte';
import Button from '#lib/components/shared/Button.svelte';
import Card from '#lib/components/shared/Card.svelte';
import CheckList from '#lib/components/shared/CheckList.svelte';
import Choice from '#lib/components/shared/Choice.svelte';
import DateText from '#lib/components/shared/DateText.svelte';
import FilterChip from '#lib/components/shared/FilterChip.svelte';
import FormError from '#lib/components/shared/FormError.svelte';
import Icon from '#lib/components/shared/Icon.svelte';
import LanguageMenu from '#lib/components/shared/LanguageMenu.svelte';
import QrCode from '#lib/components/shared/QrCode.svelte';
import ReadAloud from '#lib/components/shared/ReadAloud.svelte';
import Still from '#lib/components/shared/Still.svelte';
import Stepper from '#lib/components/shared/Stepper.svelte';
import TextArea from '#lib/components/shared/TextArea.svelte';
import TextField from '#lib/components/shared/TextField.svelte';
import { countLetters, describedBy } from '#lib/components/shared/field.ts';
import { locales, overwriteGetLocale } from '#i18n';

overwriteGetLocale(() => 'nl');

/** What the server sends: all that a reader without JavaScript gets. */
function html<Props extends object>(component: Component<Props>, props: NoInfer<Props>): string {
  return render<Component<Props>, Props>(component, { props }).body.replaceAll(/<!--.*?-->/g, '');
}
const words = (text: string) => createRawSnippet(() => ({ render: () => `<span>${text}</span>` }));
const attribute = (markup: string, name: string) => markup.match(new RegExp(`\\s${name}="([^"]*)"`))?.[1];

describe('a button', () => {
  test('is a link when it leads somewhere, and sends its form when it does not', () => {
    expect(html(Button, { href: '/otterlo', children: words('Kaart') })).toMatch(/<a [^>]*href="\/otterlo"/);
    expect(html(Button, { children: words('Stuur') })).toMatch(/<button [^>]*type="submit"/);
    expect(html(Button, { type: 'button', name: 'to', value: 'granted', children: words('Ja') })).toMatch(
      /<button [^>]*name="to"[^>]*value="granted"/
    );
  });
});

describe('a field', () => {
  test('has a label, help and error that are bound to it', () => {
    const markup = html(TextField, {
      label: 'E-mail',
      name: 'mail',
      id: 'mail',
      value: 'riet@',
      help: 'Alleen Noor ziet dit.',
      error: 'Hier klopt iets niet.'
    });
    expect(markup).toContain('<label class="field-label" for="mail">');
    expect(attribute(markup, 'aria-describedby')).toBe('mail-help mail-error');
    expect(markup).toContain('id="mail-help"');
    expect(markup).toMatch(/id="mail-error"/);
    expect(attribute(markup, 'aria-invalid')).toBe('true');
    expect(attribute(markup, 'value')).toBe('riet@');
  });

  test('names nothing that is not there', () => {
    const markup = html(TextField, { label: 'Naam', name: 'name' });
    expect(markup).not.toContain('aria-describedby');
    expect(markup).not.toContain('aria-invalid');
    expect(describedBy(undefined, false, '')).toBeUndefined();
  });

  test('keeps what is too long, and says by how much', () => {
    const markup = html(TextArea, { label: 'Wens', name: 'wish', value: 'Een bank 👍🏽', maximum: 8 });
    expect(markup).toContain('Een bank 👍🏽');
    expect(markup).toContain('Letters te veel: 3.');
    expect(markup).not.toContain('maxlength');
    expect(attribute(markup, 'aria-invalid')).toBe('true');
  });

  test('counts letters as PostgreSQL does', () => {
    expect(countLetters('vóór')).toBe(4);
    expect(countLetters('👍')).toBe(1);
  });
});

describe('choices', () => {
  const options = [
    { value: 'make', label: 'Ja, ik wil dit samen maken' },
    { value: 'help', label: 'Ik help wel een keer', help: 'Wij vragen u dan' }
  ];

  test('are real radio buttons in a fieldset with its question', () => {
    const markup = html(Choice, { legend: 'Wilt u zelf iets doen?', name: 'degree', options, value: 'help' });
    expect(markup).toMatch(/<fieldset[^>]*>\s*<legend[^>]*>Wilt u zelf iets doen\?/);
    expect(markup.match(/type="radio"/g)).toHaveLength(2);
    expect(markup).toMatch(/value="help"[^>]*checked/);
    expect(markup).not.toMatch(/value="make"[^>]*checked/);
  });

  test('of which more may be true are real tick boxes', () => {
    const markup = html(CheckList, {
      legend: 'Wat is belangrijk?',
      name: 'matters',
      options,
      values: ['make']
    });
    expect(markup.match(/type="checkbox"/g)).toHaveLength(2);
    expect(markup).toMatch(/value="make"[^>]*checked/);
  });

  test('that filter a list say which is on', () => {
    expect(html(FilterChip, { href: '?kind=idea', selected: true, children: words('Ideeën') })).toContain(
      'aria-current="true"'
    );
    expect(html(FilterChip, { selected: false, children: words('Foto') })).toContain('aria-pressed="false"');
  });
});

describe('mistakes in a form', () => {
  test('are listed, each leading to its field', () => {
    const markup = html(FormError, { mistakes: [{ field: 'wish', message: 'Schrijf een paar woorden.' }] });
    expect(markup).toContain('<a href="#wish"');
    expect(markup).toContain('tabindex="-1"');
  });

  test('are not spoken of when there are none', () => {
    expect(html(FormError, { mistakes: [] }).trim()).toBe('');
  });
});

describe('a stepper', () => {
  const markup = html(Stepper, {
    steps: [
      { label: 'idee', state: 'done' },
      { label: 'groep', state: 'current' },
      { label: 'gevraagd', state: 'not_needed' },
      { label: 'gelukt', state: 'empty' }
    ]
  });

  test('says which step is being taken', () => {
    expect(markup.match(/aria-current="step"/g)).toHaveLength(1);
    expect(markup).toMatch(/aria-current="step"[^]*groep/);
  });

  test('says in words what the colours say', () => {
    for (const word of ['klaar', 'hier zijn wij', 'niet nodig', 'nog niet'])
      expect(markup).toContain(`(${word})`);
  });
});

describe('pictures', () => {
  const ring = {
    steps: ['done', 'current', 'empty', 'empty', 'empty', 'empty'],
    realised: false,
    keptGoing: false
  } as const;

  test('are decoration unless they have words', () => {
    expect(html(Icon, { node: Sprout })).toContain('aria-hidden="true"');
    expect(html(Icon, { node: Sprout, label: 'Groen' })).toMatch(/role="img"[^>]*aria-label="Groen"/);
    expect(html(Pearl, { ring, icon: 'sprout' })).toContain('aria-hidden="true"');
    expect(html(Pearl, { ring, icon: 'sprout', label: 'Moestuin: <een> idee' })).toMatch(
      /role="img" aria-label="Moestuin: &lt;een(>|&gt;) idee"/
    );
  });

  test('two pearls on a page do not share a gradient', () => {
    const realised = { steps: Array(6).fill('done') as never, realised: true, keptGoing: true };
    const markup = html(Pearl, { ring: realised, icon: 'coffee' });
    const gradient = markup.match(/<radialGradient[^>]*id="([^"]+)"/)?.[1];
    expect(gradient).toMatch(/^nacre-light-.+/);
    expect(markup).toContain(`url(#${gradient})`);
  });

  test('a QR code keeps four light modules round it', () => {
    const markup = html(QrCode, { value: 'https://example.org/otterlo', label: 'Doe mee' });
    const size = Number(attribute(markup, 'viewBox')?.split(' ')[2]);
    const columns = [...markup.matchAll(/M(\d+) (\d+)h1/g)].flatMap((match) => [
      Number(match[1]),
      Number(match[2])
    ]);
    expect(columns.length).toBeGreaterThan(200);
    expect(Math.min(...columns)).toBe(4);
    expect(Math.max(...columns)).toBe(size - 5);
  });
});

test('a card has one link, its title, at the rank that is asked', () => {
  const markup = html(Card, {
    title: 'Eettafel',
    href: '/otterlo/ideas/1',
    level: 2,
    next: words('Eten: 4 december')
  });
  expect(markup.match(/<a /g)).toHaveLength(1);
  expect(markup).toMatch(/<h2[^>]*><a [^>]*>Eettafel<\/a>\s*<\/h2>/);
});

test('a date is readable by a machine', () => {
  expect(html(DateText, { value: '2026-11-27T14:00:00+01:00' })).toContain(
    'datetime="2026-11-27T13:00:00.000Z"'
  );
});

test('languages are buttons of a form, each in its own language', () => {
  const markup = html(LanguageMenu, {
    current: 'nl',
    languages: [
      { code: 'nl', name: 'Nederlands' },
      { code: 'ar', name: 'العربية', dir: 'rtl' }
    ],
    action: '/language',
    returnTo: '/otterlo?kind=idea'
  });
  expect(markup).toMatch(/<form [^>]*method="post"[^>]*action="\/language"/);
  expect(markup).toMatch(/name="return" value="\/otterlo\?kind=idea"/);
  expect(markup).toMatch(/<button [^>]*value="ar"[^>]*lang="ar"[^>]*dir="rtl"/);
  expect(locales).toContain('nl');
});

test('reading aloud is not offered before the browser says that it can', () => {
  expect(html(ReadAloud, {})).not.toContain('<button');
});

describe('a part that stays as the server made it', () => {
  test('is there for whoever has no script, between the marks that a browser takes it over by', () => {
    const children = createRawSnippet((of: () => string) => ({ render: () => `<p>${of()}</p>` }));
    const { body } = render(Still<string>, { props: { of: 'Een bank', children } });
    expect(body).toMatch(/<div class="still"><!--\[--><p>Een bank<\/p><!---->(<!---->)?<!--\]--><\/div>/);
  });
});
