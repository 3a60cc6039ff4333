import { adminRemindersEn } from './admin-reminders-en.ts';
import { dataCheckEn } from './data-check-en.ts';
import type { staffingId } from './staffing-id.ts';
import { supervisionEn } from './supervision-en.ts';

/** English texts about changes among people. */
export const staffingEn: typeof staffingId = {
  ...supervisionEn,
  check: dataCheckEn,
  admin: adminRemindersEn,
};
