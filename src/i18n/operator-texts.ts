import type { Locale } from '../core/model.ts';
import { operatorEn } from './operator-en.ts';
import { operatorId } from './operator-id.ts';

/** Every text that the operator reads, as typed functions; a missing one does not compile. */
export type OperatorTexts = typeof operatorId;

/** The operator's texts in a language. */
export function operatorTexts(locale: Locale): OperatorTexts {
  return locale === 'en' ? operatorEn : operatorId;
}
