import { maskEmployeeNumber } from '../core/employee-number.ts';

/** Hides every long number in a text, so that no NIP is ever shown in full; even one with a digit too many. */
export function maskNumbers(text: string): string {
  return text.replace(/\d(?:[\s.·-]?\d){10,}/g, (number) => maskEmployeeNumber(number.replace(/\D/g, '')));
}

/** Hides a cell that should hold a NIP, whatever else was typed into it. */
export function maskCell(value: string): string {
  const digits = value.replace(/\D/g, '').length;
  if (digits <= 8) return value;
  let seen = 0;
  return value.replace(/\d/g, (digit) => {
    seen += 1;
    return seen <= 4 || seen > digits - 4 ? digit : '•';
  });
}
