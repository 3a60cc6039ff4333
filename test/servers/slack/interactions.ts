import { asText, copy, isJson, type Json } from '../shared/values.ts';
import { addFile, fileJson } from './files.ts';
import { type ElementMatcher, type FoundElement, findElement, findInput } from './find-element.ts';
import { clientErrors, elementValue, type FormValue, stateJson, stateKey } from './form.ts';
import { messageJson } from './messages.ts';
import type { Conversation, FormState, Member, StoredMessage, View } from './types.ts';
import { applyResponse, type SubmitResult, viewJson } from './views.ts';
import { APP, newResponseUrl, newTrigger, newTs, TEAM, type World } from './world.ts';

/** Values for a form's inputs, by label, block_id or action_id. */
export type FormValues = Record<string, FormValue>;

/** A message or view on which a person can click. */
type Surface = { blocks: Json[]; state: FormState } & (
  | { message: StoredMessage; conversation: Conversation }
  | { view: View }
);

/** Clicks the fitting element on the open modal, or else on the newest message or Home that has one. */
export async function click(
  world: World,
  member: Member,
  wanted: ElementMatcher,
  { value, on }: { value?: FormValue; on?: 'modal' | 'message' | 'home' } = {},
): Promise<void> {
  for (const surface of surfacesOf(world, member, on)) {
    const found = findElement(surface.blocks, wanted);
    if (!found) continue;
    const chosen = value ?? found.option ?? null;
    member.dm.lines.push(`${member.name} clicks ${String(wanted)} ${chosen === null ? '' : String(chosen)}`);
    return act(world, member, surface, found, chosen);
  }
  throw new Error(`nothing like ${String(wanted)} to click\n${member.dm.lines.join('\n')}`);
}

/** Fills inputs of the open modal; those that report changes at once do. */
export async function fill(world: World, member: Member, values: FormValues): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const view = topModal(member);
    const found = findInput(view.blocks, name);
    if (found.block.type !== 'input' || found.block.dispatch_action === true) {
      await act(world, member, { view, blocks: view.blocks, state: view.state }, found, value);
    } else setInput(world, member, view.state, found, value);
  }
}

/** Submits the open modal and does what the app answers. */
export async function submit(world: World, member: Member): Promise<SubmitResult> {
  const view = topModal(member);
  member.dm.lines.push(`${member.name} submits`);
  if (!view.content.submit) throw new Error('this modal has no submit button');
  const errors = clientErrors(view.blocks, view.state);
  if (Object.keys(errors).length > 0) return { errors, unsent: true };
  view.errors = {};
  const body = await send(world, member, {
    type: 'view_submission',
    view: viewJson(view),
    response_urls: [],
  });
  return applyResponse(world, member, view, body);
}

/** Closes the open modal; the app hears of it only when it asked to. */
export async function closeModal(world: World, member: Member): Promise<void> {
  const view = topModal(member);
  member.modals.pop();
  member.dm.lines.push(`${member.name} closes the modal`);
  if (view.content.notify_on_close !== true) return;
  await send(world, member, { type: 'view_closed', view: viewJson(view), is_cleared: false });
}

function topModal(member: Member): View {
  const view = member.modals.at(-1);
  if (!view) throw new Error(`no modal is open\n${member.dm.lines.join('\n')}`);
  return view;
}

function surfacesOf(world: World, member: Member, on: 'modal' | 'message' | 'home' | undefined): Surface[] {
  const wanted = (kind: string) => on === undefined || on === kind;
  const ofView = (view: View): Surface => ({ view, blocks: view.blocks, state: view.state });
  const modal = member.modals.at(-1);
  const dated: { ts: string; surface: Surface }[] = [];
  const visible = [...world.conversations.values()].filter(
    (one) => one.kind === 'channel' || one === member.dm,
  );
  for (const conversation of wanted('message') ? visible : [])
    for (const message of conversation.messages) {
      const { ts, bot, blocks, state, ephemeralFor = member.id } = message;
      if (bot && blocks && ephemeralFor === member.id)
        dated.push({ ts, surface: { message, conversation, blocks, state } });
    }
  if (wanted('home') && member.home) dated.push({ ts: member.homeTs, surface: ofView(member.home) });
  dated.sort((a, b) => Number(b.ts) - Number(a.ts));
  return [...(modal && wanted('modal') ? [ofView(modal)] : []), ...dated.map((one) => one.surface)];
}

/** Uses one element and tells the app with `block_actions`. */
async function act(
  world: World,
  member: Member,
  surface: Surface,
  found: FoundElement,
  value: FormValue,
): Promise<void> {
  const { block, element } = found;
  const reported =
    element.type === 'button' ? buttonFields(element) : setInput(world, member, surface.state, found, value);
  const action = {
    ...reported,
    type: element.type,
    action_id: element.action_id,
    block_id: block.block_id,
    action_ts: newTs(),
  };
  await send(world, member, { type: 'block_actions', ...placeOf(world, member, surface), actions: [action] });
}

function buttonFields(element: Json): Json {
  const { text, value, style, url } = element;
  return {
    text,
    ...(value === undefined ? {} : { value }),
    ...(style ? { style } : {}),
    ...(url ? { url } : {}),
  };
}

function setInput(
  world: World,
  member: Member,
  state: FormState,
  { block, element }: FoundElement,
  value: FormValue,
): Json {
  const files = (Array.isArray(value) ? value : []).filter(isJson) as { name: string; bytes: Uint8Array }[];
  const stored = files.map((file) => fileJson(world, addFile(world, { ...file, user: member.id })));
  const reported = elementValue(element, value, stored);
  if (state.has(stateKey(block, element))) state.set(stateKey(block, element), reported);
  return reported;
}

/** Says where an action happened, as payloads do. */
function placeOf(world: World, member: Member, surface: Surface): Json {
  if ('view' in surface) {
    const { view } = surface;
    return { container: { type: 'view', view_id: view.id }, view: viewJson(view) };
  }
  const { message, conversation } = surface;
  const ephemeral = message.ephemeralFor !== undefined;
  return {
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: conversation.id,
      is_ephemeral: ephemeral,
      ...(message.thread_ts ? { thread_ts: message.thread_ts } : {}),
    },
    channel: { id: conversation.id, name: conversation.kind === 'im' ? 'directmessage' : conversation.name },
    // Slack leaves the content of ephemeral messages out.
    ...(ephemeral ? {} : { message: messageJson(world, message) }),
    state: stateJson(copy(message.state)),
    response_url: newResponseUrl(world, { conversation, userId: member.id, messageTs: message.ts }),
  };
}

/** Sends an interaction, and fails as the person would see it when the app does not acknowledge. */
async function send(world: World, member: Member, payload: Json): Promise<unknown> {
  const ack = await world.transport.interact('interactive', {
    ...payload,
    user: { id: member.id, username: member.name, name: member.name, team_id: TEAM.id },
    api_app_id: APP.id,
    token: 'verification-token',
    trigger_id: newTrigger(world, member.id),
    team: { id: TEAM.id, domain: TEAM.domain },
    enterprise: null,
    is_enterprise_install: false,
  });
  if (ack.ok) return ack.body;
  world.recorder.violate('ack_error', `${asText(payload.type)}: ${ack.reason} ${ack.status ?? ''}`.trim());
  throw new Error(`Slack shows an error: ${asText(payload.type)} was not acknowledged (${ack.reason})`);
}
