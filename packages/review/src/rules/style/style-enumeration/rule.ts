import { defineRule } from '../../../rule.ts';

/** 一是……二是…… of reports (公文分条) in an entry. */
export const rule = defineRule({
  id: 'style-enumeration',
  family: 'style',
  severity: 'warning',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '条目不套一是、二是',
  summary: '条目中“一是……二是……三是……”的总结体，建议改为按事实顺序记述。',
  why: '一是、二是是工作总结的写法，罗列做法，掩没事实。',
  silent: '只有“一是”“二是”两项的不报；引文、照录的文献和报告、会议提出几点要求的不报；简报不查。',
  covers: ['YB-ENT-15', 'EMP-08'],
  exempt: ['quotation', 'title', 'verbatim', 'chronicle', 'solemn'],
  presets: ['yearbook'],
  habit: 20,
  words: ['一是', '一要'],
  checkWord({ text, start, end }, wordStart, wordEnd, report) {
    if (wordStart > start && !/[，。；：:;！ 　]/u.test(text.charAt(wordStart - 1))) return;
    const kind = text.charAt(wordStart + 1);
    const second = text.indexOf(`二${kind}`, wordEnd);
    if (second < 0 || second >= Math.min(end, wordEnd + 400)) return;
    const third = text.indexOf(`三${kind}`, second);
    if (third < 0 || third >= Math.min(end, second + 400)) return;
    const before = text.slice(Math.max(start, wordStart - 40), wordStart);
    if (/要求|强调|指出|提出|建议|任务|原则|目标|条件|类|种|因[：:]?$|条[：:]$/u.test(before)) return;
    report(wordStart, wordEnd, '“一是……二是……三是……”为总结体，建议改为按事实记述。');
  },
});
