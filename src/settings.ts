import { z } from 'zod';

const text = z.string().trim().min(1).optional();
const url = z.url({ protocol: /^https?$/ });

const schema = z
  .object({
    DATABASE_URL: z
      .string()
      .regex(/^(file:.+|postgres(ql)?:\/\/.+)$/, 'must be file:<path> or postgres://…')
      .optional(),
    TELEGRAM_BOT_TOKEN: z
      .string()
      .regex(/^\d+:[\w-]+$/, 'must look like 123456:ABC… (from @BotFather)')
      .optional(),
    TELEGRAM_API_ROOT: url.default('https://api.telegram.org'),
    TELEGRAM_WEBHOOK_URL: url.optional(),
    TELEGRAM_WEBHOOK_SECRET: z
      .string()
      .regex(/^[\w-]{1,256}$/, 'must be 1 to 256 characters A-Z a-z 0-9 _ -')
      .optional(),
    SLACK_BOT_TOKEN: z
      .string()
      .regex(/^xoxb-/, 'must start with xoxb-')
      .optional(),
    SLACK_APP_TOKEN: z
      .string()
      .regex(/^xapp-/, 'must start with xapp-')
      .optional(),
    SLACK_SIGNING_SECRET: text,
    SLACK_API_URL: url.default('https://slack.com/api/'),
    PORT: z
      .string()
      .regex(/^\d{1,5}$/, 'must be a whole number from 0 to 65535')
      .transform(Number)
      .refine((port) => port <= 65_535, 'must be a whole number from 0 to 65535')
      .default(3000),
    HOST: z.string().min(1).default('127.0.0.1'),
    AGENCY_TIME_ZONE: z
      .string()
      .refine(isZone, 'must be a time zone such as Asia/Jakarta, Asia/Makassar or Asia/Jayapura')
      .default('Asia/Jakarta'),
    AGENCY_LOCALE: z.enum(['id', 'en']).default('id'),
    EVIDENCE_DIR: z.string().min(1).default('./data/evidence'),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  })
  .check((context) => {
    const s = context.value;
    const need = (path: string, message: string) =>
      context.issues.push({ code: 'custom', path: [path], message, input: undefined });
    if (s.TELEGRAM_WEBHOOK_URL && !s.TELEGRAM_WEBHOOK_SECRET) {
      need(
        'TELEGRAM_WEBHOOK_SECRET',
        'is needed with TELEGRAM_WEBHOOK_URL, so that only Telegram can post updates',
      );
    }
    if (s.TELEGRAM_WEBHOOK_URL && !s.TELEGRAM_BOT_TOKEN)
      need('TELEGRAM_BOT_TOKEN', 'is needed with TELEGRAM_WEBHOOK_URL');
    if (s.SLACK_BOT_TOKEN && !s.SLACK_APP_TOKEN && !s.SLACK_SIGNING_SECRET) {
      need(
        'SLACK_APP_TOKEN',
        'is needed with SLACK_BOT_TOKEN (Socket Mode), or else SLACK_SIGNING_SECRET (HTTP)',
      );
    }
    if ((s.SLACK_APP_TOKEN || s.SLACK_SIGNING_SECRET) && !s.SLACK_BOT_TOKEN) {
      need('SLACK_BOT_TOKEN', 'is needed with SLACK_APP_TOKEN or SLACK_SIGNING_SECRET');
    }
  });

/** The settings as the environment gives them, checked and with defaults. */
export type Settings = Omit<z.infer<typeof schema>, 'DATABASE_URL'> & {
  DATABASE_URL: string;
  /** True when no platform's token is set: the playground runs instead. */
  playground: boolean;
};

/** One setting that is wrong, and what it should be. */
export interface SettingProblem {
  setting: string;
  message: string;
}

/** Reads the settings from an environment; empty values count as absent. Every wrong value is named at once. */
export function readSettings(
  env: Record<string, string | undefined>,
): { ok: true; settings: Settings } | { ok: false; problems: SettingProblem[] } {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const result = schema.safeParse(given);
  if (!result.success) {
    const problems = result.error.issues.map((issue) => ({
      setting: issue.path.join('.'),
      message: issue.message,
    }));
    return { ok: false, problems };
  }
  const s = result.data;
  const playground = !s.TELEGRAM_BOT_TOKEN && !s.SLACK_BOT_TOKEN;
  const database = s.DATABASE_URL ?? (playground ? 'file:./data/playground.db' : 'file:./data/tutur.db');
  return { ok: true, settings: { ...s, DATABASE_URL: database, playground } };
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
