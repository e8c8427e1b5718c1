import { listTitles, type Title } from '../../../outline/list-titles.ts';
import { defineRule } from '../../../rule.ts';

const NEIGHBOURS = 3;

/** Two titles of one name under one head (同级重名). */
export const rule = defineRule({
  id: 'structure-title-repeated',
  family: 'structure',
  severity: 'warning',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '同一上级题下标题不重名',
  summary: '同一编章、同一分目下两个标题完全相同的，建议合并或加限定语。',
  why: '同级重名，目录和索引里无法区分，也可能是误贴了一份。',
  silent: '不同上级题下的同名标题（各乡镇都有“概况”）不报；续表、人物同名和照录的文献不报。',
  covers: ['YB-TTL-10', 'YB-FRM-10'],
  exempt: ['verbatim', 'chronicle'],
  checkBook({ read }, report) {
    const first = new Map<string, { readonly title: Title; readonly index: number }>();
    read(listTitles).forEach((title, index) => {
      const { parent, level, text, start, end } = title;
      if (text.length < 2 || text.startsWith('续')) return;
      const key = `${parent}\n${level}\n${text}`;
      const earlier = first.get(key);
      first.set(key, { title, index });
      if (earlier === undefined) return;
      // In a book whose levels were lost every head lies under the book: only neighbours are told.
      if (parent === 0 && (text.length <= 3 || index - earlier.index > NEIGHBOURS)) return;
      report(start, end, `“${text}”与同级另一标题重名，建议合并或加限定语。`, {
        evidence: [{ label: '另一处', span: { start: earlier.title.start, end: earlier.title.end } }],
      });
    });
  },
});
