import type { App, Receiver, ReceiverEvent } from '@slack/bolt';

/**
 * Wraps one of Bolt's receivers so that events are acknowledged after they were handled.
 *
 * Bolt acknowledges events before its listeners run; a crash in between would lose them. Here a listener that throws
 * leaves the event unacknowledged, and Slack sends it again.
 */
export function commitFirst(inner: Receiver): Receiver {
  return {
    init(app: App) {
      const processEvent = async (event: ReceiverEvent) => {
        if (event.body.type !== 'event_callback') return app.processEvent(event);
        await app.processEvent({ ...event, ack: async () => {} });
        await event.ack();
      };
      inner.init({ processEvent } as App);
    },
    start: (...args) => inner.start(...args),
    stop: (...args) => inner.stop(...args),
  };
}
