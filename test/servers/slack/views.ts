import { createHash } from 'node:crypto';
import { asJson, asText, codePoints, copy, isJson, type Json } from '../shared/values.ts';
import { buttonLabels, readableBlocks, readableText } from './block-kit/readable.ts';
import { checkView } from './block-kit/view.ts';
import { refuseProblems, withIds } from './content.ts';
import { broken } from './errors.ts';
import { initialState, stateJson } from './form.ts';
import type { Member, SeenView, View } from './types.ts';
import { APP, newId, newTs, TEAM, type World } from './world.ts';

/** Reads and checks a view the app sent. */
export function readView(world: World, given: unknown, type: 'modal' | 'home', what: string): Json {
  if (!isJson(given)) throw broken(world.recorder, 'invalid_arguments', `${what}: view is missing`);
  refuseProblems(world, checkView(given, type), what, 'invalid_arguments');
  return copy(given);
}

/** Makes a view for a person; `below` is the modal it is put upon. */
export function createView(world: World, member: Member, content: Json, below?: View): View {
  const blocks = withIds(content.blocks as unknown[]);
  const id = newId('V');
  const view: View = {
    id,
    userId: member.id,
    type: content.type === 'home' ? 'home' : 'modal',
    content,
    blocks,
    hash: newHash(),
    state: initialState(blocks),
    rootId: below?.rootId ?? id,
    previousId: below?.id ?? null,
    errors: {},
  };
  world.views.set(id, view);
  return view;
}

/** Replaces a view's content; inputs with the same ids keep what was typed. */
export function replaceView(view: View, content: Json): void {
  view.content = content;
  view.blocks = withIds(content.blocks as unknown[]);
  view.state = initialState(view.blocks, view.state);
  view.hash = newHash();
  view.errors = {};
}

/** Lets the person see the view as it is now. */
export function showView(member: Member, view: View): void {
  const seen = seenView(view);
  const what = view.type === 'home' ? 'Home' : `modal "${seen.title}"`;
  member.dm.lines.push(`app shows ${what}: ${seen.text.replaceAll('\n', ' / ')}`);
  if (view.type === 'home') member.homeTs = newTs();
  (view.type === 'home' ? member.homeFeed : member.modalFeed).push(seen);
}

/** Describes a view as the Web API and payloads do. */
export function viewJson(view: View): Json {
  const { content } = view;
  return {
    id: view.id,
    team_id: TEAM.id,
    type: view.type,
    ...(view.type === 'modal' ? { title: content.title, submit: content.submit ?? null } : {}),
    close: content.close ?? null,
    blocks: copy(view.blocks),
    private_metadata: asText(content.private_metadata),
    callback_id: asText(content.callback_id),
    external_id: asText(content.external_id),
    state: stateJson(view.state),
    hash: view.hash,
    clear_on_close: content.clear_on_close === true,
    notify_on_close: content.notify_on_close === true,
    previous_view_id: view.previousId,
    root_view_id: view.rootId,
    app_id: APP.id,
    app_installed_team_id: TEAM.id,
    bot_id: APP.botId,
  };
}

/** Describes a view as the person sees it now. */
export function seenView(view: View): SeenView {
  return {
    id: view.id,
    title: readableText(view.content.title),
    text: readableBlocks(view.blocks),
    buttons: buttonLabels(view.blocks),
    labels: view.blocks.filter((block) => block.type === 'input').map((block) => readableText(block.label)),
    submit: readableText(view.content.submit),
    errors: { ...view.errors },
    blocks: copy(view.blocks),
    raw: viewJson(view),
  };
}

/** Carries out what the app answered to a submission. */
export function applyResponse(world: World, member: Member, view: View, body: unknown): SubmitResult {
  const answer = asJson(body);
  const action = asText(answer.response_action);
  const what = `answer to view_submission (${action || 'close'})`;
  const unexpected = Object.keys(answer).find((key) => !['response_action', 'view', 'errors'].includes(key));
  if (unexpected) world.recorder.violate('view_response', `unknown field "${unexpected}"`);
  switch (action) {
    case '':
      member.modals = member.modals.filter((open) => open !== view);
      return { closed: true };
    case 'clear':
      member.modals = [];
      return { closed: true };
    case 'errors':
      view.errors = readErrors(world, view, answer.errors);
      return { errors: view.errors };
    case 'update':
      replaceView(view, readView(world, answer.view, 'modal', what));
      showView(member, view);
      return { updated: true };
    case 'push': {
      const next = createView(world, member, readView(world, answer.view, 'modal', what), view);
      member.modals.push(next);
      showView(member, next);
      return { pushed: true };
    }
    default:
      throw broken(world.recorder, 'view_response', `unknown response_action "${action}"`);
  }
}

/** What became of a modal after it was submitted. */
export interface SubmitResult {
  closed?: boolean;
  updated?: boolean;
  pushed?: boolean;
  errors?: Record<string, string>;
  /** True when Slack's own client complained and the app heard nothing. */
  unsent?: boolean;
}

function readErrors(world: World, view: View, given: unknown): Record<string, string> {
  const inputs = view.blocks.filter((block) => block.type === 'input').map((block) => block.block_id);
  const errors = Object.entries(asJson(given));
  if (errors.length === 0) world.recorder.violate('view_response', 'response_action errors without errors');
  for (const [id, text] of errors) {
    if (!inputs.includes(id))
      world.recorder.violate('view_response', `errors for "${id}", which is no input block`);
    if (!asText(text) || codePoints(asText(text)) > 3000)
      world.recorder.violate('view_response', `the error for "${id}" has no fitting text`);
  }
  return Object.fromEntries(errors.map(([id, text]) => [id, asText(text)]));
}

function newHash(): string {
  return `${Math.floor(Date.now() / 1000)}.${createHash('sha1').update(newTs()).digest('hex').slice(0, 8)}`;
}
