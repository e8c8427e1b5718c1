import { defineRule } from '../../../rule.ts';

/** Lists whose members are always set off by a pause mark; two of them side by side have lost it. */
const LISTS: readonly string[] = [
  '党史/新中国史/改革开放史/社会主义发展史/中华民族发展史',
  '经济建设/政治建设/文化建设/社会建设/生态文明建设',
  '道路自信/理论自信/制度自信/文化自信',
  '政治意识/大局意识/核心意识/看齐意识',
  '科学立法/严格执法/公正司法/全民守法',
  '产业振兴/人才振兴/文化振兴/生态振兴/组织振兴',
  '产业兴旺/生态宜居/乡风文明/治理有效/生活富裕',
  '四个意识”/坚定“四个自信”/做到“两个维护”',
  '物质文明/政治文明/精神文明/社会文明/生态文明',
  '自我净化/自我完善/自我革新/自我提高',
  '严以修身/严以用权/严以律己/谋事要实/创业要实/做人要实',
  '学史明理/学史增信/学史崇德/学史力行',
  '第一产业/第二产业/第三产业',
  '为党立言/为国存史/为民修志',
  '直接经济损失/间接经济损失',
  '自治区/直辖市',
  '初审/复审/终审',
];

/** Place between two members → nothing more than their length is needed. */
const JOINTS: ReadonlyMap<string, number> = new Map(
  LISTS.flatMap((list) => {
    const members = list.split('/');
    return members.slice(1).map((member, index) => [`${members[index]!}${member}`, members[index]!.length] as const);
  }),
);

/** Two members of an established list side by side (并列项间漏顿号): 党史新中国史. */
export const rule = defineRule({
  id: 'typos-dropped-mark',
  family: 'typos',
  severity: 'warning',
  norm: 'error-criteria-2005',
  clause: '28',
  title: '并列项间漏顿号',
  summary: '固定并列的各项（党史、新中国史，经济建设、政治建设等）之间漏了顿号。',
  why: '并列词语之间用顿号隔开，漏了就读成一个词。',
  silent: '只列一项的、各项之间已有标点或“和”的，不报。',
  covers: ['WORD-D-5'],
  exempt: ['title', 'errata', 'verbatim'],
  words: [...JOINTS.keys()],
  checkWord({ text }, start, end, report) {
    const joint = start + JOINTS.get(text.slice(start, end))!;
    report(start, end, `“${text.slice(start, joint)}”与“${text.slice(joint, end)}”并列，其间疑漏顿号。`, {
      replacement: `${text.slice(start, joint)}、${text.slice(joint, end)}`,
    });
  },
});
