import type { VerdictScore } from './count-verdicts.ts';
import type { SeedScore } from './judge-seeds.ts';
import type { TableScore } from './judge-tables.ts';
import type { Density } from './measure-books.ts';
import type { SetScore, TextScore } from './measure-sets.ts';
import type { PeerScore } from './peers/measure-peers.ts';

const percent = (part: number, whole: number) => (whole === 0 ? '—' : `${((part / whole) * 100).toFixed(1)} %`);

/** The pairs of the repository, set by set. */
export function printSets(scores: readonly SetScore[]): string {
  return [
    '### 成对样例（自拟）',
    '',
    '| 样例集 | 对数 | 查出 | 召回 | 正例不报 | 误报 | 给改法 |',
    '| --- | --: | --: | --: | --: | --: | --: |',
    ...scores.map(
      ({ set, pairs, found, silent, edits }) =>
        `| ${set} | ${pairs} | ${found} | ${percent(found, pairs)} | ${silent} | ${pairs - silent} | ${edits} |`,
    ),
    '',
    ...scores.flatMap(({ set, missed, alarmed }) => [
      ...(missed.length > 0 ? [`- ${set} 未查出：${missed.join('、')}`] : []),
      ...(alarmed.length > 0 ? [`- ${set} 误报：${alarmed.join('、')}`] : []),
    ]),
  ].join('\n');
}

/** The kinds of check in the public tests of the peers. */
export function printPeers(scores: readonly PeerScore[]): string {
  return [
    '### 同类工具公开测试的种类',
    '',
    '| 工具 | 种类 | 与出版惯例相反 | 只涉及源代码、标记 | 其余 | 通过 | 未通过 |',
    '| --- | --: | --: | --: | --: | --: | --- |',
    ...scores.map(
      ({ peer, version, kinds, against, markup, passed, lost }) =>
        `| ${peer} ${version} | ${kinds} | ${against} | ${markup} | ${kinds - against - markup} | ${passed} | ${lost.join('; ')} |`,
    ),
  ].join('\n');
}

/** A set of labelled texts, by kind. */
export function printTexts(title: string, scores: readonly TextScore[]): string {
  const sum = (key: 'errors' | 'found' | 'rights' | 'silent') => scores.reduce((total, score) => total + score[key], 0);
  return [
    `### ${title}`,
    '',
    '| 类别 | 错例 | 查出 | 正例 | 不报 | 未查出或误报 |',
    '| --- | --: | --: | --: | --: | --- |',
    ...scores.map(
      ({ kind, errors, found, rights, silent, lost }) =>
        `| ${kind} | ${errors} | ${found} | ${rights} | ${silent} | ${lost.join('、')} |`,
    ),
    `| 合计 | ${sum('errors')} | ${sum('found')}（${percent(sum('found'), sum('errors'))}） | ${sum('rights')} | ${sum('silent')} | |`,
  ].join('\n');
}

/** The labelled totals of the county gazetteer's tables. */
export function printTables(score: TableScore | undefined): string {
  if (score === undefined) return '未见表内合计的标注。';
  const { wrong, found, beside } = score;
  return `### 一部县志的表内合计\n\n标注的错误合计 ${wrong} 处，查出 ${found} 处；标注为相符的各处误报 ${beside} 处。`;
}

/** The sample judged by two readers. */
export function printVerdicts(score: VerdictScore | undefined): string {
  if (score === undefined) return '尚无抽样认定。';
  const { judged, standing, bothRight, eitherRight, agreed, errors, first } = score;
  return [
    '### 抽样认定（两人分别判断，不看规则）',
    '',
    `抽样 ${judged} 处，现仍报出 ${standing} 处。两人都认为应改或应核实的 ${bothRight} 处（${percent(bothRight, standing)}），至少一人认为的 ${eitherRight} 处（${percent(eitherRight, standing)}），两人一致 ${agreed} 处（${percent(agreed, standing)}）。`,
    '',
    `其中“应改”级 ${errors.judged} 处，两人都认为对的 ${errors.right} 处（${percent(errors.right, errors.judged)}）；按级别排列的前 100 处中判过 ${first.judged} 处，两人都认为对的 ${first.right} 处（${percent(first.right, first.judged)}）。`,
  ].join('\n');
}

/** How much is raised on a body of text. */
export function printDensity({ name, characters, findings, byFamily, byRule }: Density): string {
  const rate = (count: number, unit: number) => ((count / characters) * unit).toFixed(2);
  return [
    `### 疑点密度：${name}`,
    '',
    `${characters} 字符，疑点 ${findings} 处：每万字 ${rate(findings, 1e4)} 处，每十万字 ${rate(findings, 1e5)} 处。`,
    '',
    `按类：${[...byFamily].map(([family, count]) => `${family} ${count}（每十万字 ${rate(count, 1e5)}）`).join('，')}。`,
    '',
    `最多的规则：${[...byRule]
      .slice(0, 15)
      .map(([rule, count]) => `${rule} ${count}`)
      .join('，')}。`,
  ].join('\n');
}

/** The five bulletins. */
export function printSeeds(score: SeedScore | undefined): string {
  if (score === undefined) return '未见简报材料。';
  const { errors, found, lost, others } = score;
  return [
    '### 五期简报（preset bulletin）',
    '',
    `真错 ${errors} 处，查出 ${found} 处${lost.length > 0 ? `，未查出：${lost.join('、')}` : ''}；其他疑点 ${others.length} 处${others.length > 0 ? `：${others.join('，')}` : ''}。`,
  ].join('\n');
}
