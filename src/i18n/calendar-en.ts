import type { calendarId } from './calendar-id.ts';

/** Texts about working days and hours in English. */
export const calendarEn: typeof calendarId = {
  workday: (hours, zone) => `Today is a working day, ${hours} ${zone}`,
  duty: (hours, zone) => `Today is a duty by the roster, ${hours} ${zone}`,
  ramadan: () => 'Ramadan',
  until: (when) => `please report by ${when}`,
  at: (time) => time,
  tomorrowAt: (time) => `tomorrow at ${time}`,
  dateAt: (date, time) => `${date}, ${time}`,
  notExpectedToday: (reason) => `No report is needed today: ${reason}.`,
  weekend: () => 'not a working day',
  offDuty: () => 'off duty by the roster',
};
