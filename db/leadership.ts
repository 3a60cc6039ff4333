import pg from 'pg';

/** Any fixed number, another than that of migrations: whoever holds it delivers and schedules. */
const LEADER_LOCK = 5_814_602;
/** Milliseconds for which the connection counts as alive without being asked. */
const FRESH_MS = 1_000;
/** Milliseconds after which a server that does not answer counts as lost. */
const ANSWER_MS = 3_000;

/** Whether this process is the one of several that delivers and schedules. */
export interface Leadership {
  /** Never throws: whoever cannot ask does not lead. */
  leads(): Promise<boolean>;
  /** Gives the lead up. */
  close(): Promise<void>;
}

/**
 * Competes for the lead with an advisory lock on a connection of its own, which holds it for as long as it lives.
 *
 * The lock belongs to a server session, so a pooler between us and PostgreSQL has to keep sessions.
 */
export function createLeadership(url: string, now: () => number = () => performance.now()): Leadership {
  let client: pg.Client | null = null;
  let holds = false;
  let askedAt = Number.NEGATIVE_INFINITY;
  let asking: Promise<boolean> | null = null;
  let closed = false;

  function lose(lost: pg.Client): void {
    if (client === lost) {
      client = null;
      holds = false;
    }
    // Without a server that answers, ending politely would wait for ever.
    void lost.end().catch(() => {});
  }

  async function connect(): Promise<pg.Client> {
    const opened = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: ANSWER_MS,
      query_timeout: ANSWER_MS,
      keepAlive: true,
    });
    opened.on('error', () => lose(opened));
    opened.on('end', () => lose(opened));
    await opened.connect();
    client = opened;
    return opened;
  }

  async function ask(): Promise<boolean> {
    let asked = client;
    try {
      asked ??= await connect();
      if (holds) await asked.query('select 1');
      else {
        const { rows } = await asked.query('select pg_try_advisory_lock($1) as got', [LEADER_LOCK]);
        holds = rows[0].got && client === asked;
      }
      askedAt = now();
      if (closed) lose(asked);
    } catch {
      if (asked) lose(asked);
    }
    return holds;
  }

  return {
    async leads() {
      if (closed) return false;
      if (holds && now() - askedAt < FRESH_MS) return true;
      asking ??= ask().finally(() => {
        asking = null;
      });
      return asking;
    },
    async close() {
      closed = true;
      await asking;
      const held = client;
      client = null;
      holds = false;
      await held?.end().catch(() => {});
    },
  };
}
