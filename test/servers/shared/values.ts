/** A JSON object whose fields are not known yet. */
export type Json = Record<string, unknown>;

/** Tells whether a value is a plain JSON object. */
export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Gives the value as a JSON object, or an empty one when it is something else. */
export function asJson(value: unknown): Json {
  return isJson(value) ? value : {};
}

/** Gives the value as a list, or an empty one when it is something else. */
export function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Gives the value as text, or an empty text when it is something else. */
export function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Parses JSON, or gives undefined when the text is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Counts Unicode code points, the unit of most limits of both platforms. */
export function codePoints(text: string): number {
  return [...text].length;
}

/** Copies plain data, so that later changes do not show in what was handed out. */
export function copy<T>(value: T): T {
  return structuredClone(value);
}
