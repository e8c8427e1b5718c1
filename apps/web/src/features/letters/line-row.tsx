import { memo } from 'react';

import { AnswerCells } from './answer-cell.tsx';
import { InlineText } from './inline-text.tsx';
import type { Letter, Line } from './letter-words.ts';
import { LinePlace } from './line-place.tsx';
import type { LetterEdits } from './use-letter-edits.ts';

/** Row of the table of a letter (一条意见): in a draft it is worded and sorted, in a signed letter answered. */
export const LineRow = memo(function LineRow({
  line,
  kind,
  state,
  revisionId,
  mayEdit,
  mayAnswer,
  updateLine,
  answer,
}: {
  line: Line;
  kind: Letter['kind'];
  state: Letter['state'];
  /** Null where the text is no longer open to the reader. */
  revisionId: string | null;
  mayEdit: boolean;
  mayAnswer: boolean;
  updateLine: LetterEdits['updateLine'];
  answer: LetterEdits['answer'];
}) {
  return (
    <tr data-testid="letter-line" className={line.leftOut ? 'line-left-out' : undefined}>
      <td className="cell-number">{line.leftOut ? '' : line.number}</td>
      <td className="cell-place" data-label="原文位置">
        {revisionId === null ? line.place : <LinePlace line={line} revisionId={revisionId} />}
      </td>
      <td className="cell-quote" data-label="原文">
        {line.quote}
      </td>
      <td className="cell-wording" data-label={kind === 'slip' ? '请核实' : '意见'}>
        <InlineText
          value={line.wording}
          label={`第${line.number}条的意见`}
          placeholder="请写明意见"
          maxLength={2000}
          may={mayEdit && !line.leftOut}
          testId="line-wording"
          onSave={(wording) => updateLine(line.id, { wording })}
        />
        {line.suggestion !== null && <div className="line-suggestion">建议：{line.suggestion}</div>}
        {line.basis !== null && <div className="line-basis">依据：{line.basis}</div>}
      </td>
      {state === 'draft' ? (
        mayEdit && (
          <td className="cell-sorting no-print">
            {line.leftOut ? (
              <button
                type="button"
                className="plain-link"
                data-testid="line-restore"
                onClick={() => void updateLine(line.id, { leftOut: false })}
              >
                恢复列入
              </button>
            ) : (
              <>
                {kind === 'opinions' && (
                  <button
                    type="button"
                    className="plain-link"
                    data-testid="line-certainty"
                    title={
                      line.certainty === 'change'
                        ? '把握不大、需要讨论的，可改列为不确定意见，不按未改计'
                        : '改列到“修改意见”中'
                    }
                    onClick={() =>
                      void updateLine(line.id, { certainty: line.certainty === 'change' ? 'uncertain' : 'change' })
                    }
                  >
                    {line.certainty === 'change' ? '改列为不确定' : '改列为修改意见'}
                  </button>
                )}
                <button
                  type="button"
                  className="plain-link"
                  data-testid="line-leave-out"
                  onClick={() => void updateLine(line.id, { leftOut: true })}
                >
                  不列入
                </button>
              </>
            )}
          </td>
        )
      ) : (
        <AnswerCells line={line} kind={kind} may={mayAnswer} onAnswer={answer} />
      )}
    </tr>
  );
});
