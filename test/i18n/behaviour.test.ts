import { expect, it } from 'vitest';
import { BEHAVIOURS } from '../../src/core/plan/content.ts';
import { textsOf } from '../../src/i18n/texts.ts';

it.each(['id', 'en'] as const)(
  'names the seven values of BerAKHLAK in %s, with three guides each',
  (locale) => {
    const behaviours = BEHAVIOURS.map((behaviour) => textsOf(locale).plan.behaviour[behaviour]);
    const guides = behaviours.flatMap((behaviour) => behaviour.guides);
    expect(new Set(guides).size).toBe(21);
    expect(behaviours.map(({ name }) => /\(?(\p{Lu})[^(]*\)?$/u.exec(name)?.[1]).join('')).toBe('BAKHLAK');
  },
);
