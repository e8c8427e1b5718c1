import { isForeword } from '../../../outline/is-foreword.ts';
import { defineRule } from '../../../rule.ts';

/** A word of what is to come → what must follow it so that it speaks of a plan and not of the past. */
const PLANS: Readonly<Record<string, RegExp>> = {
  下一步: /^/u,
  下步: /^(?:工作|将|计划|打算)/u,
  今后一个时期: /^/u,
  今后一段时间: /^/u,
  拟于: /^(?:\d|[明今下]|近)/u,
  将于: /^(?:\d|[明今下年]|近)/u,
  计划于: /^(?:\d{4}年|[明今下]年)/u,
  预计: /^(?:到|于|\d{4}年|[明今下]年|年[内底]|可|将|建成|完成|实现|总投资|投资)/u,
  力争: /^(?:到?\d{4}年|到?[明今下]年|年[内底]|用|在|早日|尽早|尽快|提前|实现|完成)/u,
  有望: /^(?:于|在|实现|成为|突破|达到|建成|年)/u,
  打算: /^(?:在|于|明年|今后|下)/u,
  拟投资: /^/u,
  拟建设: /^/u,
  拟新建: /^/u,
  将新建: /^(?![的后])/u,
  将继续: /^/u,
  将进一步: /^/u,
  将启动: /^(?![的后])/u,
  将建成: /^(?![的后]|于\d{4}年(?:以前|[前后底]))/u,
  将实施: /^(?![的后])/u,
  将开工: /^(?![的后])/u,
  争取: /^(?:到?\d{4}年|到?[明今下]年|年[内底]|早日|尽早|尽快)/u,
};

/** Plans and forecasts in a book of what has happened (未实施的计划、预测). */
export const rule = defineRule({
  id: 'time-plan',
  family: 'time',
  severity: 'warning',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '不写计划、打算、预测',
  summary:
    '“下一步”“拟于”“将于”“预计到”“力争实现”等所述为尚未发生的事，志鉴记已成之事，建议删去或改写为已经实施的情况。',
  why: '计划会变，写入书中就成了没有发生过的“史实”。',
  silent:
    '引文、照录的报告和规划、大事记不报；文件、规划、会议所提要求（句中有“提出”“要求”“确定”“规划”等）不报；序跋不报。',
  covers: ['YB-YR-05', 'YB-ENT-06'],
  exempt: ['quotation', 'title', 'verbatim', 'chronicle', 'solemn'],
  presets: ['yearbook', 'gazetteer'],
  words: Object.keys(PLANS),
  checkWord(passage, wordStart, wordEnd, report) {
    const { text, start, end } = passage;
    const word = text.slice(wordStart, wordEnd);
    if (!PLANS[word]!.test(text.slice(wordEnd, Math.min(end, wordEnd + 6)))) return;
    if (word.startsWith('将') && /下一?步|今后/u.test(text.slice(Math.max(start, wordStart - 12), wordStart))) return;
    if (/[模比虚草不即必就]/u.test(text.charAt(wordStart - 1))) return;
    const sentence = text.slice(Math.max(start, text.lastIndexOf('。', wordStart) + 1, wordStart - 80), wordStart);
    if (/提出|要求|规划|纲要|方案|确定|目标|决定|口号|号召|部署|强调|指出|研究|听取|汇报|讨论|原/u.test(sentence))
      return;
    if (isForeword(passage)) return;
    report(wordStart, wordEnd, `“${word}”所述为尚未实施的事，建议删去，或改写为已经实施的情况。`);
  },
});
