import { setTimeout as sleep } from 'node:timers/promises';
import type { Json } from '../shared/values.ts';
import type { Delivery } from './delivery.ts';
import { APP, newId, TEAM, type Transport } from './world.ts';

/** The events of the workspace on their way to the app. */
export interface Events extends Transport {
  /** Sends an event once more with the same `event_id`; the latest one unless told. */
  redeliver(eventId?: string): Promise<void>;
  history: Json[];
  close(): void;
}

/** Makes the outgoing side; each entry of `retryDelays` is one more attempt, after so many milliseconds. */
export function createEvents(delivery: Delivery, retryDelays: readonly number[]): Events {
  const history: Json[] = [];
  let closed = false;

  const deliver = async (body: Json) => {
    let ack = await delivery.send('events_api', body);
    for (const [index, delay] of retryDelays.entries()) {
      if (ack.ok || ack.noRetry || closed) return;
      await sleep(delay, undefined, { ref: false });
      if (closed) return;
      ack = await delivery.send('events_api', body, { attempt: index + 1, reason: ack.reason });
    }
  };

  return {
    history,
    emit(event) {
      const body: Json = {
        token: 'verification-token',
        team_id: TEAM.id,
        context_team_id: TEAM.id,
        context_enterprise_id: null,
        api_app_id: APP.id,
        event,
        type: 'event_callback',
        event_id: newId('Ev'),
        event_time: Math.floor(Date.now() / 1000),
        authorizations: [
          {
            enterprise_id: null,
            team_id: TEAM.id,
            user_id: APP.userId,
            is_bot: true,
            is_enterprise_install: false,
          },
        ],
        is_ext_shared_channel: false,
      };
      history.push(body);
      void deliver(body);
    },
    interact: (kind, payload) => delivery.send(kind, payload),
    async redeliver(eventId) {
      const body = eventId ? history.find((one) => one.event_id === eventId) : history.at(-1);
      if (!body) throw new Error(`no event ${eventId ?? ''} to deliver again`);
      await delivery.send('events_api', body, { attempt: 1, reason: 'http_timeout' });
    },
    close() {
      closed = true;
      delivery.close();
    },
  };
}
