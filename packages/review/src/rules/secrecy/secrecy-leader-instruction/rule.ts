import { defineRule } from '../../../rule.ts';

/** The wording of a leader's written instruction (领导批示原文). */
export const rule = defineRule({
  id: 'secrecy-leader-instruction',
  family: 'secrecy',
  severity: 'query',
  norm: 'state-secrets-law-2024',
  clause: '33',
  title: '领导批示原文',
  summary: '“批示：”之后照录批示原文的，提请核对是否已经同意公开。',
  why: '领导批示多为内部意见，照录原文须经批示人或其办公室同意。',
  silent: '只写“作出批示”而没有原文的，简报，书名号内的，不报。',
  covers: ['LN-SEC-10'],
  exempt: ['title', 'errata', 'verbatim'],
  presets: ['yearbook', 'gazetteer'],
  words: ['批示：', '批示指出：', '批示要求：', '批示强调：', '批示道：', '批示说：', '批示:'],
  checkWord(_, start, end, report) {
    report(start, end, '照录批示原文，请核对是否已同意公开。');
  },
});
