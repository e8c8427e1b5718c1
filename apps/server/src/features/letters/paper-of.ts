import type { LetterKind } from '@xiuzhi/domain';

import type { LetterPaper } from './letter-paper.ts';
import type { LetterLine } from './store-lines.ts';
import type { LetterRow } from './store.ts';

const NO_EDIT: readonly (string | null)[] = ['political', 'secrecy'];

/** A letter as its paper (付印稿): the lines that go out. A letter that was withdrawn is not printed. */
export function paperOf(letter: LetterRow, lines: readonly LetterLine[]): LetterPaper {
  return {
    letterId: letter.id,
    secret: letter.secret,
    kind: letter.kind as LetterKind,
    state: letter.state === 'signed' ? 'signed' : 'draft',
    number: letter.number,
    issuingOffice: letter.issuing_name,
    addressee: letter.addressee,
    workTitle: letter.work_title,
    manuscriptTitle: letter.manuscript_title,
    revisionNumber: letter.revision_number,
    round: letter.round,
    preamble: letter.preamble,
    closing: letter.closing,
    // The file is for the office reviewed: it is the office that signs, its people are not named to others.
    signedBy: null,
    signedOn: letter.signed_on,
    dueOn: letter.due_on,
    contact: letter.contact,
    lines: lines
      .filter((line) => !line.leftOut)
      .map((line) => ({
        lineId: line.id,
        number: line.number,
        place: line.place,
        quote: line.quote,
        opinion: line.wording,
        suggestion: line.suggestion,
        basis: line.basis,
        certainty: line.certainty,
        carriesNoEdit: NO_EDIT.includes(line.family),
        answer: line.answer,
        answerNote: line.answerNote,
      })),
  };
}
