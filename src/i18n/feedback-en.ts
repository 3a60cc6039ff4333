import { stop } from './stop.ts';
import type { Texts } from './texts.ts';

/** Continuous feedback (umpan balik berkelanjutan) in English. */
export const feedbackEn: Texts['feedback'] = {
  title: () => 'Feedback',
  kind: (kind) => ({ praise: 'Appreciation', improve: 'Something to improve', note: 'Private note' })[kind],
  field: {
    kind: () => 'Kind',
    about: () => 'About',
    text: () => 'Text',
    values: () => 'BerAKHLAK',
    readers: () => 'Read by',
    whom: () => 'To',
    request: () => 'Answers the request',
  },
  ask: {
    kind: (to) => `What would you like to say to ${to}?`,
    about: () => 'About which work result or activity?',
    aboutHint: () => 'You can skip this.',
    text: (kind, to) =>
      ({
        praise: stop(`Write your appreciation for ${to}`),
        improve: stop(`Write what ${to} could improve`),
        note: stop(`Write a private note about ${to}`),
      })[kind],
    answer: (to, about) => stop(`Write the feedback that ${to} asked for: ${about}`),
    starters: (starters) => `For example begin with: ${starters.join(' · ')}`,
    noteHint: () => 'Only you can read it. It is never shown or exported.',
    noteExample: () => 'To remember in the next dialogue',
    values: () => 'Which BerAKHLAK values did it show?',
    valuesHint: () => 'You can skip this. Several with commas; in the text you can also write #akuntabel.',
    valuesExample: () => 'akuntabel, kolaboratif',
    readers: () => 'Who may read it?',
    readersHint: (kind) =>
      kind === 'praise'
        ? 'You will see it once more before you share.'
        : 'Criticism is never shown to the team.',
    whom: () => 'Whom do you ask?',
    requestAbout: () => 'What would you like feedback about?',
    requestHint: () => 'Choose a work result, or write a sentence of your own.',
    requestExample: () => 'How I lead the coordination meeting',
    decline: (to) => stop(`Why? ${to} will read it`),
    wordsExample: () => 'Thank you, I will …',
  },
  starter: (kind, part) =>
    ({
      praise: {
        specific: '“On … (when, which activity) I saw …”',
        action: '“What you did well: …”',
        impact: '“What it meant for the team or the service: …”',
      },
      improve: {
        specific: '“On … (when, which activity) I saw …”',
        action: '“Next time, try …”',
        impact: '“That way …”',
      },
    })[kind][part],
  review: {
    title: (kind, to) =>
      ({
        praise: `Appreciation for ${to}`,
        improve: `Something to improve, for ${to}`,
        note: `Private note about ${to}`,
      })[kind],
    readers: (names) => stop(`It will be read by: ${names}`),
    noteReaders: () => 'Only you can read it. It is never shown or exported.',
    until: () => 'Once shared, it can be taken back within 24 hours.',
  },
  readers: {
    you: () => 'you',
    leader: (name, of) => `${name} (supervisor of ${of})`,
    team: (n) => (n === 1 ? '1 team member' : `${n} team members`),
    all: (names) =>
      names.length < 3
        ? names.join(' and ')
        : `${names.slice(0, -1).join(', ')}, and ${names[names.length - 1]}`,
  },
  button: {
    share: () => 'Share',
    saveDraft: () => 'Save as draft',
    saveNote: () => 'Save note',
    write: () => 'Write feedback',
    request: () => 'Ask for feedback',
    drafts: (n) => `Drafts (${n})`,
    notes: (n) => `Private notes (${n})`,
    about: (n) => `Respond to ${n}`,
    open: (n) => `Open ${n}`,
    read: () => 'I have read it',
    object: () => 'Object',
    withdraw: () => 'Take back',
    withdrawYes: () => 'Yes, take back',
    keep: () => 'Keep it',
    delete: () => 'Delete',
    answer: () => 'Give feedback',
    answerNumber: (n) => `Answer request ${n}`,
    decline: () => 'Not now',
    takeBack: (n) => `Cancel request ${n}`,
  },
  overview: {
    own: () => 'My feedback',
    private: () => 'Only you can see this part.',
    choose: () => 'Choose a name to write feedback.',
    gaps: (n, days) => `${n} of your staff have had no feedback for ${days} days:`,
    noGaps: (days) => `None of your staff have been without your feedback for more than ${days} days.`,
    gap: (name, last) => (last === null ? `${name}: none yet` : `${name}: last ${last}`),
    more: (n) => `and ${n} more; type feedback and the name`,
    highlights: () => 'Activities that stand out in the last 7 days:',
    highlight: (n, name, what, date) => `${n}. ${name}: ${what} (${date})`,
    reason: (reason, detail) =>
      ({
        obstacle: `because of an obstacle: ${detail}`,
        returned: 'because it was returned',
        quantity: `because the output is far above the usual one: ${detail}`,
        evidence: `because it is well evidenced: ${detail}`,
      })[reason],
    evidence: (n) => `${n} files`,
    waiting: () => 'Requests to you:',
    waitingLine: (n, name, about, date) => `${n}. ${name} (${date}): ${about}`,
    received: () => 'Feedback that you received:',
    receivedLine: (n, date, author, what, read) =>
      `${n}. ${date}, ${author}: ${what}${read ? '' : ' · not marked as read'}`,
    nothing: () => 'There is no feedback for you yet.',
    given: () => 'What you gave last:',
    givenLine: (n, date, name, read) =>
      `${n}. ${date}, ${name}: ${read ? `read ${read}` : 'not marked as read'}`,
    asked: () => 'Your requests:',
    askedLine: (n, name, about, status) => `${n}. ${name}: ${about} · ${status}`,
    status: (status, date) =>
      ({
        open: `waiting since ${date}`,
        answered: `answered ${date}`,
        declined: `not possible now (${date})`,
        withdrawn: `cancelled ${date}`,
      })[status],
    howto: () => 'To write at once, type feedback and a name.',
  },
  gauge: (days, names) => stop(`No feedback for ${days} days: ${stop(names)} Type feedback to write`),
  gaugeMore: (n) => `and ${n} more`,
  teamHint: (n, days) => `${n} have had no feedback for ${days} days. Type feedback.`,
  whom: {
    which: (name) => `Who is meant by “${name}”?`,
    notFound: (name, peers) =>
      peers
        ? `“${name}” is not among your staff, colleagues or supervisor. Please check the name and send it again.`
        : `“${name}” is not on your staff. Feedback is given by the direct supervisor; this agency has not opened it to colleagues.`,
    tooMany: () => 'Many still match. Please write more of the name.',
  },
  saved: {
    shared: (name, readers) => stop(`Shared with ${stop(name)} Read by: ${readers}`),
    draft: () => 'Draft saved. Only you can see it until you share it with feedback drafts.',
    note: (name) =>
      stop(`Private note saved. ${name} and others never see it; look it up with feedback notes`),
  },
  notice: {
    title: (kind, author) => (kind === 'improve' ? `Feedback from ${author}` : `Appreciation from ${author}`),
    relation: (relation) =>
      ({ supervisor: 'supervisor', peer: 'colleague', subordinate: 'member of staff' })[relation],
    about: (what) => `About: ${what}`,
    request: (what) => `Answers the request: ${what}`,
    readers: (names) => stop(`Read by: ${names}`),
    howto: () => 'Reply to this message to answer.',
    read: (when) => `Marked as read ${when}.`,
    copy: (author, name) => `${author} gave feedback to ${name}`,
    copyWhy: (name) => `You read it as the supervisor of ${name}, as its author chose.`,
    praise: (author, name) => `${author} appreciates ${name}`,
    praiseWhy: () => 'Shared with the whole team.',
    reply: (name) => `Reply from ${name}`,
    replyAbout: (text) => `About the feedback: ${text}`,
    withdrawn: (author, when) => `${author} took this feedback back (${when}).`,
  },
  request: {
    title: (name) => `${name} asks for feedback`,
    reminder: (name) => `${name} is still waiting for feedback`,
    sent: (name, days) =>
      stop(
        `Your request was sent to ${stop(name)} Without an answer we bring it to mind once after ${days} working days`,
      ),
    same: (name) => stop(`The same request is still waiting for ${name}`),
    nobody: () => 'No supervisor is on record, so there is nobody to ask yet. Please contact HR.',
    notFound: (name) => `“${name}” cannot be asked for feedback. Send feedback ask to see who can.`,
    declined: (name) => `${name} cannot give feedback now`,
    declinedSaid: (name) => stop(`Your reason was passed on to ${name}`),
    takenBack: () => 'The request is cancelled.',
    settled: (status) =>
      ({
        open: 'This request is still waiting.',
        answered: 'This request has been answered.',
        declined: 'This request has been answered: not now.',
        withdrawn: 'This request was cancelled by whoever made it.',
      })[status],
    movedTo: (name) => stop(`This request now goes to ${name}`),
  },
  drafts: {
    title: (n) => `Drafts of feedback: ${n}`,
    none: () => 'There are no drafts of feedback.',
    line: (n, name, text) => `${n}. For ${name}: ${text}`,
    one: (name) => `Draft for ${name}`,
    invisible: () => 'Only you can see a draft until it is shared.',
    deleted: () => 'The draft is deleted.',
    changed: () => 'This draft has just changed; please open it again.',
    already: () => 'This feedback has been shared already.',
  },
  notes: {
    title: (n) => `Private notes: ${n}`,
    none: () => 'There are no private notes.',
    line: (n, name, date, text) => `${n}. ${name} (${date}): ${text}`,
    deleted: () => 'The note is deleted.',
    delete: (n) => `Delete ${n}`,
  },
  withdraw: {
    ask: (name) => `Take back the feedback for ${name}? Its readers will see that it was taken back.`,
    done: (name) => stop(`The feedback for ${name} was taken back`),
    kept: () => 'All right, it stays.',
    already: () => 'This feedback was taken back before.',
    tooLate: () =>
      'Feedback can only be taken back within 24 hours. If something has to be put right, please reply to its recipient.',
  },
  read: {
    thanks: () => 'Thank you, it is noted.',
    already: () => 'It was noted before.',
  },
  reply: {
    onlyTwo: (name) =>
      `Replies here are only between its author and its recipient. To write to ${name}, send feedback ${stop(name)}`,
    left: (name) => `${name} does not work here any more, so a reply cannot be passed on.`,
    notToTeam: () => 'Replies to the appreciation of a team are not passed on.',
    noFile: () => 'A file cannot be a reply to feedback. Send words, or report it as a new activity.',
  },
  problem: {
    values: () =>
      'The values were not understood. Press a button, or write for example: akuntabel, kolaboratif. You can also skip it.',
    notAllowed: (name, peers) =>
      peers
        ? `Feedback to ${name} can only be given by their supervisor, staff and colleagues.`
        : `Feedback to ${name} can only be given by their direct supervisor.`,
    notYours: () => 'This feedback is not for you.',
    noLongerPublic: () =>
      'That choice of readers is no longer possible. Please check once more who will read it.',
  },
};
