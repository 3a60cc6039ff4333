import type { Locale } from '../core/model.ts';
import { en } from './en.ts';
import { id } from './id.ts';

/** Every text that people read, as typed functions; a missing one does not compile. */
export type Texts = typeof id;

/** The catalogue of a language. */
export function textsOf(locale: Locale): Texts {
  return locale === 'en' ? en : id;
}
