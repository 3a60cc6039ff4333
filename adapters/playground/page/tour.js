// @ts-check
import { fill, h, icon, iconButton } from './dom.js';
import { t } from './texts.js';

/** @typedef {import('./pane.js').Pane} Pane */
/** @typedef {import('./api.js').PostedEvent} PostedEvent */
/** @typedef {'send' | 'approve' | 'answer'} Step */

const EXAMPLE = '08.00-10.00 Rapat koordinasi RHK2 3 dokumen';
const STEPS = /** @type {Step[]} */ (['send', 'approve', 'answer']);
const PULSE_MS = 4000;

/**
 * Three things to try, from an employee's report to their supervisor's feedback; each is ticked once it was done.
 * @param {(who: 'employee' | 'supervisor') => Pane | null} paneOf opens the pane if need be
 * @param {() => void} hide
 */
export function createTour(paneOf, hide) {
  /** @type {Set<Step>} */
  const done = new Set();
  const element = h('nav', { class: 'tour', 'aria-label': t.tour.label });

  /** @type {Record<Step, () => void>} */
  const start = {
    send: () => paneOf('employee')?.composer.suggest(EXAMPLE),
    approve() {
      const pane = paneOf('supervisor');
      const card = pane?.waiting();
      if (!pane || !card) return pane?.toast(t.tour.nothing);
      const key = /** @type {HTMLElement | null} */ (pane.show(card.id)?.querySelector('.choice.primary'));
      key?.focus({ preventScroll: true });
      key?.classList.add('pulse');
      setTimeout(() => key?.classList.remove('pulse'), PULSE_MS);
    },
    answer() {
      const pane = paneOf('supervisor');
      const card = pane?.card();
      if (!pane || !card) return pane?.toast(t.tour.nothing);
      pane.thread.open(card);
      pane.thread.suggest(t.tour.feedback);
    },
  };

  function draw() {
    fill(
      element,
      h('b', {}, t.tour.label),
      STEPS.map((step, index) =>
        h(
          'button',
          { type: 'button', class: `step ${done.has(step) ? 'done' : ''}`, onclick: start[step] },
          h('span', { class: 'number' }, done.has(step) ? icon('check') : String(index + 1)),
          h('span', {}, t.tour[step]),
          step === 'send' && h('code', {}, EXAMPLE),
        ),
      ),
      iconButton('close', t.tour.hide, () => {
        element.remove();
        hide();
      }),
    );
  }
  draw();

  return {
    element,
    /**
     * @param {Pane['desk']} desk
     * @param {PostedEvent} event
     */
    did(desk, event) {
      if (!desk && event.kind === 'choice') done.add('send');
      if (desk && event.kind === 'choice') done.add('approve');
      if (desk && event.kind === 'text' && event.replyTo !== null) done.add('answer');
      draw();
    },
  };
}
