import { isRegularPart } from '../../../outline/is-regular-part.ts';
import { listTitles } from '../../../outline/list-titles.ts';
import { defineRule } from '../../../rule.ts';

const FEWEST = 5;

/** Chapters and 【条目】 side by side at one level (章节体与条目体混用). */
export const rule = defineRule({
  id: 'structure-mixed-forms',
  family: 'structure',
  severity: 'query',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '章节体与条目体不混用',
  summary: '志书中有的章直接设节，有的章下直接设【条目】而不设节，请核对是否体例如此。',
  why: '同一层次有节有条目，全书体例就不一致。',
  silent: `两种各不足${FEWEST}处的不报；节下设条目的综合体例不报；年鉴不查。`,
  covers: ['GZ-STR-01'],
  exempt: ['verbatim', 'chronicle'],
  presets: ['gazetteer'],
  checkBook({ volume, read }, report) {
    const titles = read(listTitles);
    const isChapter = new Set(titles.filter(({ ordinal }) => ordinal?.unit === '章').map(({ node }) => node));
    const sections = titles.filter(({ ordinal, parent }) => ordinal?.unit === '节' && isChapter.has(parent));
    const entries = titles.filter(
      ({ mark, parent }) => mark !== '' && isChapter.has(parent) && isRegularPart(volume, parent),
    );
    if (sections.length < FEWEST || entries.length < FEWEST) return;
    const [few, many, name] =
      sections.length < entries.length ? [sections, entries, '节'] : [entries, sections, '条目'];
    const first = few[0]!;
    report(first.start, first.end, `全书章下有的设节，有的直接设条目，此处用${name}，请核对体例。`, {
      evidence: [
        { label: '章下设节', value: `${sections.length}处` },
        { label: '章下设条目', value: `${entries.length}处` },
        { label: '另一种体例', span: { start: many[0]!.start, end: many[0]!.end } },
      ],
    });
  },
});
