import type { Answer, LetterKind } from '@xiuzhi/domain';

import type { Outputs } from '../../api.ts';
import { formatBook } from '../../ui/format-book.ts';
import { formatDay } from '../../ui/format-day.ts';

/** Letter with its lines (文书). */
export type Letter = Outputs['letters']['get'];
/** Line of a letter (意见条目). */
export type Line = Letter['letterLines'][number];
type Heading = Pick<Letter, 'kind' | 'workTitle' | 'round'>;

/** What the reader is to a letter (本单位与文书): whoever issued it sees its draft and who signed. */
export function sideOf({ state, signedBy, office, reviewed }: Letter): 'own' | 'issued' | 'received' {
  if (office.id === reviewed.id) return 'own';
  return state === 'draft' || signedBy !== null ? 'issued' : 'received';
}

/** Title of a letter (文书标题), as its Word file has it. */
export function titleOf({ kind, workTitle, round }: Heading): string {
  const again = round > 1 ? `（第${round}轮）` : '';
  return kind === 'slip'
    ? `${formatBook(workTitle)}资料核实单${again}`
    : `关于${formatBook(workTitle)}的审查意见${again}`;
}

/** Answers to choose from (答复选项) in the order of the keys 1–4, and whether each wants its reason. */
export const ANSWER_CHOICES: Record<LetterKind, readonly { answer: Answer; words: string; ask: string | null }[]> = {
  opinions: [
    { answer: 'done', words: '已改', ask: null },
    { answer: 'partly', words: '部分修改', ask: null },
    { answer: 'notDone', words: '未改', ask: '请写明未改的考虑' },
    { answer: 'contested', words: '有异议', ask: '请写明理由' },
  ],
  slip: [
    { answer: 'notDone', words: '属实', ask: null },
    { answer: 'done', words: '更正为', ask: '请写明正确的内容和依据' },
    { answer: 'contested', words: '有异议', ask: '请写明理由' },
  ],
};

/** The answer of a line in words; null where there is none. */
export function answerWords(kind: LetterKind, answer: Answer | null): string | null {
  if (answer === null) return null;
  // A slip is answered in three ways; a fourth can only have come in by a file.
  return [...ANSWER_CHOICES[kind], ...ANSWER_CHOICES.opinions].find((choice) => choice.answer === answer)!.words;
}

/** The sentence that says what was reviewed and how much there is to say (正文首句). */
export function basisOf(letter: Letter, lines: readonly Line[]): string {
  const book = `${formatBook(letter.manuscriptTitle)}第${letter.revisionNumber}稿`;
  if (letter.kind === 'slip') return `${book}中，下列${lines.length}处内容与贵单位职责或所供资料有关，请予核实。`;
  const changes = lines.filter(({ certainty }) => certainty === 'change').length;
  const open = lines.length - changes;
  const counts = [changes > 0 && `修改意见${changes}条`, open > 0 && `需讨论研究的意见${open}条`].filter(Boolean);
  const total = counts.length > 1 ? `意见${lines.length}条，其中` : '';
  return `本次审查依据${book}，为第${letter.round}轮审查，共提出${total}${counts.join('、')}。`;
}

/** The sentence that asks for the answers (答复要求). */
export function requestOf({ kind, dueOn }: Letter): string {
  const until = dueOn ? `请于${formatDay(dueOn)}前` : '请';
  return kind === 'slip'
    ? `${until}在表中填写后发回，直接回传本文件即可，无须登录系统。内容属实的，请在“属实”前的方框内打钩；需要更正的，请写明正确的内容和依据；有异议的，请说明理由。`
    : `${until}对照上表逐条办理，在“处理结果”“说明”两栏填写后发回，直接回传本文件即可，无须登录系统。部分修改的请注明，未改或者有异议的请说明理由。`;
}

/** Groups of lines as they are printed (分组): what is certain, then what is to be talked over. */
export function groupLines(
  letter: Letter,
  lines: readonly Line[],
): { title: string; lead: string; lines: readonly Line[] }[] {
  if (letter.kind === 'slip') return [{ title: '请核实的内容', lead: '', lines }];
  const changes = lines.filter(({ certainty }) => certainty === 'change');
  const open = lines.filter(({ certainty }) => certainty === 'uncertain');
  const both = changes.length > 0 && open.length > 0;
  return [
    { title: `${both ? '一、' : ''}修改意见`, lead: '', lines: changes },
    {
      title: `${both ? '二、' : ''}需讨论研究的意见`,
      lead: '以下各条请会同有关方面研究后酌定；未作修改的，请说明考虑。',
      lines: open,
    },
  ].filter((group) => group.lines.length > 0);
}
