import { LETTER_KIND_NAMES, type LetterKind } from '@xiuzhi/domain';

/** Title (标题) of a letter in lists and file names: 《乙县年鉴》审查意见（第2轮）, 《乙县年鉴》核实单（丙局）. */
export function titleOf(letter: { work_title: string; kind: string; round: number; addressee: string }): string {
  const book = letter.work_title.startsWith('《') ? letter.work_title : `《${letter.work_title}》`;
  const which = letter.kind === 'slip' ? letter.addressee || '未指定单位' : `第${letter.round}轮`;
  return `${book}${LETTER_KIND_NAMES[letter.kind as LetterKind]}（${which}）`;
}
