import { readCases, type RuleCase } from '../test/read-cases.ts';
import { join } from 'node:path';
import { FAMILY_NAMES, SEVERITY_NAMES } from '../src/finding.ts';
import { describeClause, NORMS } from '../src/norms/register.ts';
import { runsIn } from '../src/choose-rules.ts';
import { printCoverage } from '../src/print-coverage.ts';
import { PRESETS } from '../src/presets.ts';
import { ALL_RULES } from '../src/rules/index.ts';
import type { Rule, Zone } from '../src/rule.ts';
import type { Volume } from '../src/volume.ts';

const ZONE_NAMES: Readonly<Record<Zone, string>> = {
  quotation: '引文（引号内）',
  title: '书名号内',
  verbatim: '特载、文献、附录等原文照录部分',
  chronicle: '大事记',
  errata: '勘误表',
  solemn: '涉及领导人、指导思想和中央的句子',
};
const PRESET_NAMES = { yearbook: '年鉴', gazetteer: '志书', bulletin: '简报' } as const;

/** The pages of docs/rules printed from the rules: path from the repository root → content. */
export function printRulePages(): Map<string, string> {
  const rules = [...ALL_RULES].sort((a, b) => (a.id < b.id ? -1 : 1));
  const pages = new Map<string, string>([
    ['docs/rules/README.md', printIndex(rules)],
    ['docs/rules/clauses.md', printClauses(rules)],
    ['docs/rules/coverage.md', printCoverage()],
  ]);
  for (const rule of rules) pages.set(`docs/rules/${rule.id}.md`, printRule(rule));
  return pages;
}

function printIndex(rules: readonly Rule[]): string {
  const rows = rules.map(
    (rule) =>
      `| [${rule.id}](${rule.id}.md) | ${FAMILY_NAMES[rule.family]} | ${SEVERITY_NAMES[rule.severity]} | ${rule.title} | ${describeClause(rule.norm, rule.clause)} |`,
  );
  return [
    '# 审校规则',
    '',
    `共 ${rules.length} 条。各条引用的条款见[条款对照](clauses.md)，逐项检查的情况见[检查项对照](coverage.md)。`,
    '',
    '| 规则 | 类 | 级别 | 名称 | 依据 |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

function printClauses(rules: readonly Rule[]): string {
  const lines = ['# 条款对照', '', '已登记的规范条款，以及据以审校的规则。'];
  for (const norm of Object.values(NORMS)) {
    lines.push('', `## ${norm.number === undefined ? '' : `${norm.number} `}《${norm.title}》`, '');
    lines.push('| 条款 | 内容 | 规则 |', '| --- | --- | --- |');
    for (const [clause, title] of Object.entries(norm.clauses)) {
      const citing = rules.filter((rule) => rule.norm === norm.id && rule.clause === clause);
      const named = clause === 'pending' || clause === 'convention' ? '—' : clause;
      lines.push(`| ${named} | ${title} | ${citing.map(({ id }) => `[${id}](${id}.md)`).join('、')} |`);
    }
  }
  return [...lines, ''].join('\n');
}

function printRule(rule: Rule): string {
  const presets = PRESETS.filter((preset) => runsIn(rule, preset));
  const folder = join(import.meta.dirname, '../src/rules', rule.family, rule.id);
  const lines = [
    `# ${rule.title}`,
    '',
    rule.summary,
    '',
    `为什么：${rule.why}`,
    '',
    `不报：${rule.silent}`,
    '',
    `- 规则：\`${rule.id}\`（${FAMILY_NAMES[rule.family]}，${SEVERITY_NAMES[rule.severity]}）`,
    `- 依据：${describeClause(rule.norm, rule.clause)}，${NORMS[rule.norm].clauses[rule.clause]}`,
    rule.off === undefined
      ? `- 适用：${presets.map((preset) => PRESET_NAMES[preset]).join('、')}`
      : `- 默认不启用：${rule.off}`,
    ...(rule.covers === undefined ? [] : [`- 检查项：${rule.covers.join('、')}`]),
    `- 不查：${rule.exempt.map((zone) => ZONE_NAMES[zone]).join('、') || '无'}`,
  ];
  const cases = readCases(folder);
  lines.push('', '## 错例', ...cases.filter(({ quotes }) => quotes.length > 0).flatMap(printCase));
  lines.push('', '## 不报的', ...cases.filter(({ quotes }) => quotes.length === 0).flatMap(printCase));
  return [...lines, ''].join('\n');
}

/** One case: the text, what is doubted in it, and the text after the edits where there are any. */
function printCase({ name, volume, fixed, quotes, settings }: RuleCase): string[] {
  const { previous, ...rest } = settings ?? {};
  return [
    '',
    `### ${name}`,
    '',
    ...(Object.keys(rest).length > 0 ? [`设置：\`${JSON.stringify(rest)}\``, ''] : []),
    ...(previous === undefined ? [] : [`上卷：${previous.text.replaceAll('\n', ' ')}`, '']),
    '```text',
    printVolume(volume),
    '```',
    ...(quotes.length === 0 ? [] : ['', `疑点：${quotes.map((quote) => `\`${quote}\``).join('、')}`]),
    ...(fixed === volume.text ? [] : ['', '改为：', '', '```text', fixed, '```']),
  ];
}

/** The text with headings marked as in Markdown and cells kept apart. */
function printVolume({ text, blocks, nodes }: Volume): string {
  return blocks
    .map(({ kind, start, end, node }) => {
      const mark = kind === 'heading' ? `${'#'.repeat(nodes[node]!.level)} ` : '';
      return mark + text.slice(start, end).replaceAll('\t', ' | ');
    })
    .join('\n');
}
