import { asText, type Json } from '../../shared/values.ts';
import { broken, SlackError } from '../errors.ts';
import type { Member, View } from '../types.ts';
import { createView, readView, replaceView, showView, viewJson } from '../views.ts';
import { memberOf, type World } from '../world.ts';
import type { Method } from './method.ts';

const TRIGGER_MS = 3000;
const MOST_STACKED = 3;

/** The methods that show and change modals and Home. */
export const viewMethods: Record<string, Method> = {
  'views.open': {
    args: 'trigger_id interactivity_pointer view',
    run({ world, args }) {
      const content = readView(world, args.view, 'modal', 'views.open');
      const member = useTrigger(world, args.trigger_id);
      if (member.modals.length > 0)
        world.recorder.violate('modal_over_modal', 'views.open while a modal is open: use views.push');
      const view = createView(world, member, content);
      member.modals = [view];
      showView(member, view);
      return { view: viewJson(view) };
    },
  },
  'views.push': {
    args: 'trigger_id interactivity_pointer view',
    run({ world, args }) {
      const content = readView(world, args.view, 'modal', 'views.push');
      const member = useTrigger(world, args.trigger_id);
      const below = member.modals.at(-1);
      if (!below) throw broken(world.recorder, 'not_found', 'views.push without an open modal');
      if (member.modals.length >= MOST_STACKED)
        throw broken(world.recorder, 'push_limit_reached', 'views.push on top of three modals');
      const view = createView(world, member, content, below);
      member.modals.push(view);
      showView(member, view);
      return { view: viewJson(view) };
    },
  },
  'views.update': {
    args: 'view_id external_id view hash',
    run({ world, args }) {
      const view = findView(world, args);
      if (args.hash && args.hash !== view.hash) throw new SlackError('hash_conflict');
      const member = memberOf(world, view.userId);
      // The person may have closed it meanwhile, which no app can know.
      if (!member.modals.includes(view)) throw new SlackError('not_found');
      replaceView(view, readView(world, args.view, 'modal', 'views.update'));
      showView(member, view);
      return { view: viewJson(view) };
    },
  },
  'views.publish': {
    args: 'user_id view hash interactivity_pointer trigger_id',
    run({ world, args }) {
      const member = memberOf(world, args.user_id);
      const content = readView(world, args.view, 'home', 'views.publish');
      if (args.hash && args.hash !== member.home?.hash) throw new SlackError('hash_conflict');
      if (member.home) replaceView(member.home, content);
      else member.home = createView(world, member, content);
      showView(member, member.home);
      return { view: viewJson(member.home) };
    },
  },
};

function useTrigger(world: World, id: unknown): Member {
  const trigger = world.triggers.get(asText(id));
  if (!trigger) throw broken(world.recorder, 'invalid_trigger_id', `no trigger "${asText(id)}"`);
  if (trigger.used) throw broken(world.recorder, 'exchanged_trigger_id', 'the trigger was used before');
  const age = Date.now() - trigger.at;
  if (age > TRIGGER_MS) throw broken(world.recorder, 'expired_trigger_id', `the trigger is ${age} ms old`);
  trigger.used = true;
  return memberOf(world, trigger.userId);
}

function findView(world: World, args: Json): View {
  const wanted = asText(args.external_id);
  const view = args.view_id
    ? world.views.get(asText(args.view_id))
    : [...world.views.values()].findLast((one) => wanted !== '' && one.content.external_id === wanted);
  if (!view) throw broken(world.recorder, 'not_found', 'views.update of an unknown view');
  return view;
}
