import type { fieldModeId } from './field-mode-id.ts';

/** English texts about work on the move. */
export const fieldModeEn: typeof fieldModeId = {
  edit: {
    unchanged: () => 'The edited message cannot be used yet; what was there before still counts.',
    withdrawn: (number) => `Activity ${number} has been withdrawn, so the edited message is not used.`,
    tooLate: (number, date) =>
      `The time limit for ${date} has passed, so activity ${number} stays as it is. If it needs a correction, please tell your supervisor.`,
  },
  forwarded: {
    title: (line) => `Following up: ${line}`,
  },
  recording: {
    voice: () => 'The voice message is kept as evidence; please describe the activity.',
    video: () => 'The video is kept as evidence; please describe the activity.',
  },
  evening: {
    title: (n) => `${n} ${n === 1 ? 'activity is' : 'activities are'} not saved yet`,
    unnamed: () => 'Not described yet',
    missing: (names) => `still missing: ${names}`,
    ready: () => 'complete',
    same: (number) => `the same as ${number}; open it to choose`,
    outside: () => 'outside the time limit; open it to save it on its own',
    item: (index) => `number ${index}`,
    complete: (index) => `Complete ${index}`,
    save: (n) => `Save the complete ones (${n})`,
    changed: () => 'The list has changed; please look again.',
    saved: (n) => `Saved · ${n} ${n === 1 ? 'activity' : 'activities'}`,
  },
  template: {
    title: () => 'Templates',
    none: () => 'No templates yet. The activities of a day can be kept as the template of that weekday.',
    reportFirst: () => 'Once a day has been reported, its activities can be kept here.',
    day: (day, n) => `${day} · ${n} ${n === 1 ? 'activity' : 'activities'}`,
    use: (day, n) => `Use ${day}’s template (${n} ${n === 1 ? 'activity' : 'activities'})`,
    save: (day, date) => `Keep ${date} as ${day}’s template`,
    replace: (day, date) => `Replace ${day}’s template with ${date}`,
    delete: (day) => `Delete ${day}’s template`,
    saved: (day, n, all) =>
      n < all
        ? `${day}’s template is kept: ${n} of ${all} activities, without evidence.`
        : `${day}’s template is kept: ${n} ${n === 1 ? 'activity' : 'activities'}, without evidence.`,
    deleted: (day) => `${day}’s template is deleted.`,
    gone: (day) => `There is no template for ${day} any more.`,
    used: (day, n) =>
      `${n} ${n === 1 ? 'activity' : 'activities'} from ${day}’s template. Please check, then save.`,
    available: () => 'There is a template for today.',
  },
  obstacle: {
    label: () => 'Obstacle',
    flag: () => 'Report an obstacle',
    ask: () => 'What stood in the way?',
    hint: () => 'A few words; your supervisor sees them with that day’s report.',
    example: () => 'No network on site',
    unclear: () => 'The obstacle is not clear. Please use words, for example: no network.',
    howto: () => 'It carries over to the next days until you close it with the command obstacles.',
    noted: (text) => `Obstacle noted: ${text}`,
    title: (n) => `Open obstacles: ${n}`,
    none: () => 'No open obstacles.',
    more: (n) => `and ${n} more once these are closed`,
    since: (text, date) => `${text} (since ${date})`,
    close: (index) => (index === null ? 'Solved' : `${index} · Solved`),
    keep: (index) => (index === null ? 'Still there' : `${index} · Still there`),
    closed: () => 'Obstacle closed.',
    kept: () => 'All right, it stays open.',
    alreadyClosed: () => 'This obstacle is closed already.',
    carried: (texts, more) => `Still open: ${texts}${more > 0 ? `, and ${more} more` : ''}`,
    button: (n) => `Obstacles (${n})`,
    onCard: (text) => `Obstacle: ${text}`,
    closedOnCard: (text, date) => `Obstacle: ${text} (solved ${date})`,
  },
  total: {
    of: (minutes, norm) => `${minutes} of ${norm}`,
    review: (minutes) => `With this, the day comes to ${minutes}.`,
  },
};
