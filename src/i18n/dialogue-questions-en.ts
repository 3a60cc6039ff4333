import type { GuidedQuestion } from '../core/dialogue/kinds.ts';

/** What each side is asked before a dialogue, in English. */
const questions: Record<GuidedQuestion, string> = {
  hoped_result: 'Which result do you think is expected of you most?',
  needed_support: 'Which support or resources do you need?',
  foreseen_risk: 'What might get in the way, and what can be done about it?',
  unit_priority: 'Which result matters most to the unit this year, and why?',
  good_result: 'What does a result look like that meets expectations, and one that exceeds them?',
  given_support: 'Which support can you give?',
  proud_of: 'Which result since the last dialogue are you proudest of?',
  was_hard: 'What was hard?',
  wanted_feedback: 'What would you like feedback on?',
  done_well: 'What has been done well? Name an example.',
  do_better: 'What could be better? Name an example.',
  effect_seen: 'What was the effect on the team or on those who are served?',
  progress: 'How far has this work come?',
  hindered_by: 'What is in the way?',
  already_tried: 'What has been tried?',
  help_wanted: 'Which help do you hope for?',
  seen_in_data: 'What do the reports and their evidence show?',
  next_steps: 'Which steps do you suggest, one by one?',
  help_offered: 'Which help can you give?',
  what_weighs: 'What is affecting your work? Write only as much as you want to.',
  what_helps: 'What would help?',
  change_noticed: 'Which change do you see in the work? Write facts, not judgements.',
  what_can_be_done: 'What can be done together?',
  main_result: 'What is the most important result of this period, and what is its evidence?',
  not_reached: 'What has not been reached, and why?',
  own_behaviour: 'Which BerAKHLAK behaviour showed most? Name an example.',
  plan_ahead: 'What is your plan for the next period?',
  result_seen: 'How do the results compare with expectations? Name the evidence.',
  gap_seen: 'What has not been reached, and what is the cause?',
  behaviour_seen: 'Which behaviour showed? Name an example.',
  hope_ahead: 'What do you hope for in the next period?',
};

/** A guided question in English. */
export const dialogueQuestionEn = (name: GuidedQuestion): string => questions[name];
