import { adminRemindersId } from './admin-reminders-id.ts';
import { dataCheckId } from './data-check-id.ts';
import { supervisionId } from './supervision-id.ts';

/** Indonesian texts about changes among people. */
export const staffingId = { ...supervisionId, check: dataCheckId, admin: adminRemindersId };
