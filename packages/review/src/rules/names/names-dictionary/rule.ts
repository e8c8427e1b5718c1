import { findForms, readDictionary } from '../../../across/read-dictionary.ts';
import { defineRule } from '../../../rule.ts';

/** A name written otherwise than the work's own dictionary has it (与词库写法不一). */
export const rule = defineRule({
  id: 'names-dictionary',
  family: 'names',
  severity: 'warning',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '名称按本书词库书写',
  summary: '出现本书词库中列为误写的人名、机构名、地名和用语的，指出词库的写法。',
  why: '词库是本书已经核定的写法，按它统一，全书人名、机构名才不会一处一样。',
  silent: '未设词库的不查；误写的字样恰在词库另一个名称之中的，引文、书名号和原文照录部分，不报。',
  covers: ['LN-NAM-07', 'ACR-06'],
  exempt: ['quotation', 'title', 'verbatim', 'errata'],
  blocks: ['paragraph', 'note', 'heading', 'caption'],
  checkPassage(passage, report) {
    if (passage.settings.dictionary === undefined) return;
    const dictionary = passage.read(readDictionary);
    if (dictionary === undefined) return;
    for (const { start, end, forms } of findForms(passage, dictionary, passage.start, passage.end)) {
      if (forms.some(({ isWrong }) => !isWrong)) continue;
      const words = [...new Set(forms.map(({ entry }) => entry.word))];
      const written = passage.text.slice(start, end);
      const [first] = forms;
      const isPlain = words.length === 1 && (first!.entry.kind === 'term' || first!.entry.kind === 'institution');
      report(
        start,
        end,
        `本书词库写作“${words.join('”或“')}”，此处为“${written}”，请核对。`,
        isPlain ? { replacement: words[0]! } : {},
      );
    }
  },
});
