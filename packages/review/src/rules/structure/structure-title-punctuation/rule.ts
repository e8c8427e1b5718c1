import { listTitles } from '../../../outline/list-titles.ts';
import { defineRule } from '../../../rule.ts';

/** A stop inside a title (标题内用句读): 顿号、间隔号、书名号、引号、括号 may stand there. */
export const rule = defineRule({
  id: 'structure-title-punctuation',
  family: 'structure',
  severity: 'warning',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '标题内不用逗号、句号、叹号',
  summary: '标题内有逗号、句号、分号、叹号、问号的，建议改为短语。顿号、间隔号、书名号、引号、括号可以用。',
  why: '标题是短语，不是句子；带逗号的标题多为口号或两事并列。',
  silent: '引号、书名号内的标点和特载、文献、附录、大事记的题名不报；简报不查。',
  covers: ['YB-TTL-05', 'GZ-STR-03'],
  exempt: ['quotation', 'title', 'verbatim', 'chronicle'],
  presets: ['yearbook', 'gazetteer'],
  checkBook({ volume, read }, report) {
    for (const { start, end } of read(listTitles)) {
      const line = volume.text.slice(start, end);
      const found = /[，,。．；;！!？?](?![\d])/u.exec(line);
      if (found === null || end - start > 60) continue;
      report(start + found.index, start + found.index + 1, `标题内用“${found[0]}”，建议改为短语或分立标题。`);
    }
  },
});
