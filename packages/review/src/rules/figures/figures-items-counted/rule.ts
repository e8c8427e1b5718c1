import { readHanNumber } from '../../../calendar/read-han-number.ts';
import { defineRule } from '../../../rule.ts';

/** Names in a row and their number behind them: 甲、乙、丙、丁四大产业. */
const NAMED = /([^，。；：:、\d（()）“”《》]{2,14}(?:、[^，。；：:、\d（()）“”《》]{2,10}){2,})$/u;
const TITLES = /((?:《[^《》。]{1,30}》、?){2,})(等)?$/u;
const COUNT = /([二两三四五六七八九十]{1,2}|[2-9]|1\d)(大|个|条|种|部|篇|出|首|份)$/u;
const NOUN =
  /^(?:[\u4e00-\u9fff]{0,3}(?:产业|支柱|行业|体系|板块|集群|系统|[镇乡县区村组股科]|河流|灌区|片区|街道|办事处|公社|村庄|乡镇|文件|剧目|剧|戏|办法|规定|制度|方面|环节|部分|类别|民族)(?![\u4e00-\u9fff]{0,2}[、和])|，|。)/u;
const REACH = 120;
/** Longest last name of a list. */
const LAST_NAME = 10;
const COUNTS = [
  ...['产业', '主导', '支柱', '行业', '体系', '板块', '集群', '系统'].map((noun) => `大${noun}`),
  ...['镇', '乡', '县', '区', '村', '组', '股', '科', '街道', '灌区', '文件', '办法', '方面', '民族'].map(
    (noun) => `个${noun}`,
  ),
  ...['戏', '剧', '现代', '传统'].map((noun) => `出${noun}`),
  ...['法规', '规章', '著作', '志书'].map((noun) => `部${noun}`),
  '条，',
  '条。',
  '条河',
];

/** Names in a row and the number told behind them (先列名称、后写数目). */
export const rule = defineRule({
  id: 'figures-items-counted',
  family: 'figures',
  severity: 'query',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '所列名称与随后的“几个”“几大”相符',
  summary: '“甲、乙、丙、丁四大产业”“甲河、乙河、丙河3条”“《甲》《乙》《丙》3个文件”，数一数所列名称，与数目不符的报。',
  why: '名单与数目不符，不是漏列，就是数目写错。',
  silent: '带“等”而数目多于所列的、相差不止一项的、名称中又有并列的，不报。',
  exempt: ['quotation'],
  words: COUNTS,
  checkWord({ text, start, end }, at, _stop, report) {
    const count = COUNT.exec(text.slice(Math.max(start, at - 2), at + 1));
    if (count === null) return;
    const from = at + 1 - count[0].length;
    if (
      /[第前后近约各每共有的达为设〇零一二三四五六七八九十百千万\d.、，]/u.test(text.charAt(from - 1)) ||
      from <= start
    )
      return;
    const stated = readHanNumber(count[1]!.replace('两', '二')) ?? Number(count[1]);
    const before = text.slice(Math.max(start, from - REACH), from);
    const titles = before.endsWith('》') || before.endsWith('》等') ? TITLES.exec(before) : null;
    // The last name is short: without a mark near by there is no list.
    if (titles === null && before.length - 1 - before.lastIndexOf('、') > LAST_NAME) return;
    const names = titles === null ? findNames(before) : null;
    const isOpen = titles?.[2] === '等' || before.endsWith('等');
    const listed = titles === null ? countNames(names) : titles[1]!.split('《').length - 1;
    if (listed === undefined || listed < 2 || stated === listed) return;
    if (isOpen ? stated > listed : Math.abs(stated - listed) !== 1) return;
    if (!NOUN.test(text.slice(at + 1, Math.min(end, at + 10)))) return;
    const list = (titles ?? names)!;
    const begin = from - list[0].length;
    report(begin, at + 1, `列出${listed}个名称而称“${count[0]}”，请核对数目。`, {
      evidence: [
        { label: '所列名称', span: { start: begin, end: from }, value: `${listed}个` },
        { label: '所称数目', span: { start: from, end: at + 1 }, value: count[0] },
      ],
    });
  },
});

/** The names in a row at the end: looked for in the last characters only that can stand in them. */
function findNames(before: string): RegExpExecArray | null {
  let at = before.length;
  let marks = 0;
  for (; at > 0 && NO_NAME[before.charCodeAt(at - 1)] === 0; at -= 1) if (before[at - 1] === '、') marks += 1;
  return marks < 2 ? null : NAMED.exec(before.slice(at));
}

/** What stands in no name and between no two: a list ends there. */
const NO_NAME = new Uint8Array(65_536);
for (const mark of '，。；：:0123456789（()）“”《》') NO_NAME[mark.charCodeAt(0)] = 1;

/** How many names; undefined where one of them may be two. */
function countNames(found: RegExpExecArray | null): number | undefined {
  if (found === null) return undefined;
  const names = found[1]!.replace(/等$/u, '').split('、');
  // What opens the sentence stands before the first name; joined names and sub-lists cannot be told apart.
  if (names.slice(1).some((name) => /[和及与或各]|以及|其中|分别/u.test(name)) || names.length < 3) return undefined;
  // 广东、福建两省的深圳、珠海……: one list stands within the other.
  if (names.some((name) => /[两二三四五六七八九十\d][省市县区乡镇村个]的/u.test(name))) return undefined;
  return /[和及与]/u.test(names[0]!) ? undefined : names.length;
}
