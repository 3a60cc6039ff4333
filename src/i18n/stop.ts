/** Ends a sentence; many names end in a title with a full stop of its own (`S.Kom.`). */
export function stop(sentence: string): string {
  return sentence.endsWith('.') ? sentence : `${sentence}.`;
}
