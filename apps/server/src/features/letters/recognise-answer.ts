import { ANSWER_OPTIONS, type AnswerKind } from './letter-paper.ts';

/** What an answer cell says (识别答复): the answer, null when it is not plain, and the words that are not our own. */
export interface RecognisedAnswer {
  readonly answer: AnswerKind | null;
  readonly words: string;
}

const EMPTY = '□☐◻▢○◯';
const TICK = '☑☒■●√✓✔✅';
const LABELS = Object.assign({}, ...Object.values(ANSWER_OPTIONS)) as Readonly<Record<string, AnswerKind>>;
const WORDS = Object.keys(LABELS).join('|');
/** A tick behind an option, unless it stands before the next one. */
const BEHIND = `[^\\S\\n]*[${TICK}](?!\\s*(?:${WORDS}))`;
/** An option with what stands around it: boxes, ticks, brackets; `R` in the face Wingdings 2 looks like a ticked box. */
const AROUND = `R\\s\\[【(（${EMPTY}${TICK}`;
const OPTION = new RegExp(`(?<before>(?:[${AROUND}][${AROUND}\\]】)）]*)?)(?<word>${WORDS})(?<after>${BEHIND})?`, 'gu');
const IS_MARKED = new RegExp(`[R${EMPTY}${TICK}]`, 'u');
const IS_TICKED = new RegExp(`[R${TICK}]`, 'u');
/** Nobody ticks a box in a text this long, and looking for one would take time. */
const LONGEST_CELL = 2000;

/**
 * Reads an answer cell (识别处理结果): a ticked box counts, then the only box left, then the words. Of a slip 属实
 * is notDone, for the text stands, and 更正 is done; both keep their words. Two answers in one cell are none.
 */
export function recogniseAnswer(cell: string, isSlip: boolean): RecognisedAnswer {
  const text = cell.trim();
  if (text.length > LONGEST_CELL) return { answer: null, words: text };
  const options: { word: string; isTicked: boolean }[] = [];
  const rest = text
    .replaceAll(OPTION, (whole: string, before: string, word: string, after: string | undefined) => {
      const marks = `${before}${after ?? ''}`;
      if (!IS_MARKED.test(marks)) return whole;
      options.push({ word, isTicked: IS_TICKED.test(marks) });
      return '\n';
    })
    .replaceAll(/\s*\n\s*/g, '\n')
    .trim();
  const ticked = options.filter(({ isTicked }) => isTicked);
  if (ticked.length > 1) return { answer: null, words: text };
  const [chosen] = ticked.length === 1 ? ticked : options.length === 1 ? options : [];
  if (!chosen) return { answer: classify(rest, isSlip), words: isPlain(rest) ? '' : rest };
  const answer = LABELS[chosen.word]!;
  const said = classify(rest, isSlip);
  // A box that was only left standing counts for less than a tick: other words beside it take it back.
  if (!chosen.isTicked && said !== null && said !== answer) return { answer: null, words: `${chosen.word} ${rest}` };
  const words = [isOpinionWord(chosen.word) ? '' : chosen.word, rest].filter(Boolean).join(' ');
  return { answer, words };
}

function isOpinionWord(word: string): boolean {
  return Object.hasOwn(ANSWER_OPTIONS.opinions, word);
}

/** Words that say no more than the answer itself. */
function isPlain(text: string): boolean {
  return isOpinionWord(text.replaceAll(/[\s。.，,；;]/gu, '')) || new RegExp(`^[${TICK}]$`, 'u').test(text);
}

type Pattern = readonly [AnswerKind, RegExp];

const CONTESTED: Pattern = [
  'contested',
  /(?<![无没])有?(?:不同)?异议|不同意|不认同|不赞同|不认可|有不同(?:意见|看法)/g,
];
const PARTLY: Pattern = [
  'partly',
  /部分(?:已|予以)?(?:修改|采纳|改|吸收|更正|采用|落实)|(?:修改|采纳|改)了?(?:一)?部分/g,
];
const NOT_DONE: Pattern = [
  'notDone',
  /(?:未|没有?|不予?|不作|未作|未予|无需|不需|不必|暂不|暂未)(?:修改|改动?|采纳|采用|改正|更正)|(?:保留|维持|保持)(?:原文|原稿|不变|原样)|不变动?/g,
];
const DONE: Pattern = [
  'done',
  /(?:已经?|均已?|全部|都)(?:按|照|据|遵)?[^，。；]{0,12}?(?:改|删|补|更正|订正|调整|采纳|采用|落实|增|核实修改|统一|规范)|^(?:按|照|据|遵|根据)[^，。；]{0,12}(?:改|修改|采纳|办理)了?$|^(?:修改|采纳|采用|改|改正|更正|照改|接受|是|无异议|改好|改过)了?$|^同意|^改为/g,
];
const TRUE: Pattern = ['notDone', /(?<!不)属实|(?:核实|核对|核查|情况|内容|数据)?无误|(?:没有?|无)(?:错误|问题|出入)/g];
const CORRECTED: Pattern = ['done', /更正|应(?:该|当)?(?:为|是|改)|改为|修改为|订正|正确的?(?:为|是)/g];
/** What is only meant to happen, or asked of others, is no answer yet. */
const INTENDED = /拟|将(?=.{0,6}[改核])|待|正在|计划|准备|尚|还未|请(?!见|参)|是否/;
const LONGEST_CLAUSE = 16;

/** Answer that free words give; only short clauses are listened to, and two different answers are none. */
function classify(text: string, isSlip: boolean): AnswerKind | null {
  const plain = text.replaceAll(/[\s“”"'《》]/gu, '');
  if (plain === '') return null;
  if (new RegExp(`^[${TICK}]$`, 'u').test(plain)) return isSlip ? null : 'done';
  const patterns = isSlip ? [CORRECTED, CONTESTED, TRUE] : [CONTESTED, PARTLY, NOT_DONE, DONE];
  const found = new Set<AnswerKind>();
  for (const clause of plain.split(/[，,。；;：:、！!（）()]/u)) {
    if (clause.length > LONGEST_CLAUSE && found.size > 0) continue;
    if (INTENDED.test(clause) && clause.length <= LONGEST_CLAUSE) return null;
    let rest = clause.length > LONGEST_CLAUSE ? '' : clause;
    for (const [answer, pattern] of patterns) {
      const left = rest.replaceAll(pattern, '\u0000');
      if (left !== rest) found.add(answer);
      rest = left;
    }
  }
  if (found.size === 1) return [...found][0]!;
  if (found.has('partly') && !found.has('contested')) return 'partly';
  return found.has('contested') && !found.has('done') && !found.has('partly') && !isSlip ? 'contested' : null;
}
