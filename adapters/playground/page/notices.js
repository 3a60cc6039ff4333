// @ts-check
import { fill, h, icon, iconButton } from './dom.js';
import { t } from './texts.js';

const TOAST_MS = 5000;

/** Short notices of a pane, and what did not arrive, with a button to send it again. */
export function createNotices() {
  const toasts = h('div', { class: 'toast', role: 'status', hidden: true });
  const failures = h('div', { class: 'failures', role: 'alert' });

  /** @param {string} text */
  function toast(text) {
    toasts.hidden = false;
    fill(toasts, text);
    clearTimeout(Number(toasts.dataset.timer));
    toasts.dataset.timer = String(
      setTimeout(() => {
        toasts.hidden = true;
      }, TOAST_MS),
    );
  }

  /** @param {() => void} again */
  function failed(again) {
    const retry = h('button', { type: 'button', class: 'choice primary' }, icon('retry'), t.again);
    const drop = iconButton('close', t.discard, () => item.remove());
    const item = h('div', { class: 'failure' }, h('p', {}, t.failed), retry, drop);
    retry.addEventListener('click', () => {
      item.remove();
      again();
    });
    failures.append(item);
  }

  return { toast, failed, toasts, failures };
}
