import { asText, codePoints, copy, isJson, type Json } from '../shared/values.ts';
import { checkBlocks, usableElements } from './block-kit/blocks.ts';
import { type Check, startCheck } from './block-kit/check.ts';
import { unescapedParts } from './block-kit/mrkdwn.ts';
import { broken, type SlackError } from './errors.ts';
import { newId, type World } from './world.ts';

const MOST_BLOCK_CHARACTERS = 13_200;

/** Reads and checks the text and blocks of a message; `what` names the call in violations. */
export function readContent(
  world: World,
  args: Json,
  what: string,
): { text: string | undefined; blocks: Json[] | undefined } {
  const { recorder } = world;
  const text = args.text === undefined ? undefined : String(args.text);
  const given = args.blocks;
  if (given !== undefined && !Array.isArray(given))
    throw broken(recorder, 'invalid_blocks_format', `${what}: blocks must be a list`);
  if (!text && !given?.length) throw broken(recorder, 'no_text', `${what} has neither text nor blocks`);
  if (given?.length && !text)
    recorder.violate('missing_fallback_text', `${what} has blocks but no text for notifications`);
  if (codePoints(text ?? '') > 40_000) recorder.violate('message_truncated', `${what}: text over 40 000`);
  for (const part of unescapedParts(text ?? ''))
    recorder.violate('mrkdwn_unescaped', `${what}: ${part} in text`);
  return { text, blocks: given === undefined ? undefined : readBlocks(world, given, what) };
}

function readBlocks(world: World, given: unknown[], what: string): Json[] {
  const check = startCheck('message');
  checkBlocks(check, given);
  refuseProblems(world, check, what, 'invalid_blocks');
  const size = JSON.stringify(given).length;
  if (size > MOST_BLOCK_CHARACTERS)
    throw broken(world.recorder, 'msg_blocks_too_long', `${what}: blocks of ${size} characters`);
  return withIds(given);
}

/** Turns what a check found into violations, and into the error Slack answers with. */
export function refuseProblems(world: World, check: Check, what: string, error: string): void {
  for (const part of check.unescaped) world.recorder.violate('mrkdwn_unescaped', `${what}: ${part}`);
  if (check.problems.length > 0) throw invalid(world, check, what, error);
}

function invalid(world: World, check: Check, what: string, error: string): SlackError {
  return broken(world.recorder, error, `${what}: ${check.problems.join('; ')}`, {
    errors: check.problems,
    response_metadata: { messages: check.problems.map((problem) => `[ERROR] ${problem}`) },
  });
}

/** Copies blocks and gives ids to blocks and elements that have none. */
export function withIds(blocks: unknown[]): Json[] {
  const list = copy(blocks).filter(isJson);
  for (const block of list) block.block_id = asText(block.block_id) || newId('b');
  for (const { element } of usableElements(list)) element.action_id = asText(element.action_id) || newId('a');
  return list;
}
