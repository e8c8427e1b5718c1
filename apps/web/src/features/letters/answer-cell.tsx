import type { Answer } from '@xiuzhi/domain';
import { Input } from 'antd';
import { type KeyboardEvent, useState } from 'react';

import { InlineText } from './inline-text.tsx';
import { ANSWER_CHOICES, type Letter, type Line, answerWords } from './letter-words.ts';

/** What an unexplained 属实 is kept with: the answer of a unit that changes nothing still says what was done. */
const AS_IT_IS = '经核实，属实。';

/**
 * The two cells in which a line is answered (处理结果、说明). A choice is saved at once; one that wants its reason is
 * saved with it. Arrows move, digits choose and go on to the next line.
 */
export function AnswerCells({
  line,
  kind,
  may,
  onAnswer,
}: {
  line: Line;
  kind: Letter['kind'];
  may: boolean;
  onAnswer: (lineId: string, answer: Answer | null, note: string) => Promise<boolean>;
}) {
  /** Chosen on screen and not saved yet: on its way, or waiting for its reason. */
  const [chosen, setChosen] = useState<Answer | null>(null);
  const [reason, setReason] = useState<string | null>(null);
  const choices = ANSWER_CHOICES[kind];
  const shown = chosen ?? line.answer;
  const words = answerWords(kind, line.answer);

  const send = async (answer: Answer | null, note: string) => {
    const saved = await onAnswer(line.id, answer, note);
    setChosen(null);
    if (saved) setReason(null);
    return saved;
  };
  const choose = (answer: Answer): boolean => {
    const note = line.answerNote ?? '';
    setChosen(answer);
    if (choices.find((choice) => choice.answer === answer)?.ask && note === '') {
      setReason(reason ?? '');
      return false;
    }
    setReason(null);
    void send(answer, kind === 'slip' && answer === 'notDone' && note === '' ? AS_IT_IS : note);
    return true;
  };
  const giveReason = () => {
    if (chosen === null || reason === null) return;
    if (reason.trim() === '') {
      setChosen(null);
      setReason(null);
    } else void send(chosen, reason.trim());
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const group = event.currentTarget;
    const picked = /^[1-4]$/.test(event.key) ? choices[Number(event.key) - 1] : undefined;
    if (picked) {
      event.preventDefault();
      if (choose(picked.answer)) focusGroup(group, 1);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      focusGroup(group, event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      event.preventDefault();
      const buttons = Array.from(group.querySelectorAll<HTMLElement>('[role=radio]'));
      const at = buttons.indexOf(document.activeElement as HTMLElement);
      buttons[(at + (event.key === 'ArrowRight' ? 1 : buttons.length - 1)) % buttons.length]?.focus();
    }
  };
  if (!may) {
    return (
      <>
        <td className="cell-answer" data-label="处理结果" data-testid="line-answer">
          {words ?? <span className="muted">尚未答复</span>}
        </td>
        <td className="cell-note" data-label="说明">
          {line.answerNote}
        </td>
      </>
    );
  }
  const tabbable = choices.some(({ answer }) => answer === shown) ? shown : choices[0]!.answer;
  return (
    <>
      <td className="cell-answer" data-label="处理结果" data-testid="line-answer">
        <span className="print-only">
          {choices.map((choice) => `${choice.answer === line.answer ? '☑' : '□'}${choice.words}`).join('\n')}
        </span>
        <div
          className="answers no-print"
          role="radiogroup"
          aria-label={`第${line.number}条的处理结果`}
          data-answers=""
          onKeyDown={onKeyDown}
        >
          {choices.map((choice) => (
            <button
              key={choice.answer}
              type="button"
              role="radio"
              aria-checked={shown === choice.answer}
              tabIndex={tabbable === choice.answer ? 0 : -1}
              data-testid={`answer-${choice.answer}`}
              onClick={() => choose(choice.answer)}
            >
              {choice.words}
            </button>
          ))}
          {line.answer !== null && chosen === null && (
            <button type="button" className="plain-link" data-testid="answer-undo" onClick={() => void send(null, '')}>
              撤回答复
            </button>
          )}
        </div>
      </td>
      <td className="cell-note" data-label="说明">
        {reason !== null ? (
          <Input.TextArea
            autoFocus
            autoSize={{ minRows: 2, maxRows: 10 }}
            aria-label={`第${line.number}条的说明`}
            placeholder={choices.find(({ answer }) => answer === chosen)?.ask ?? '请写明理由'}
            maxLength={2000}
            value={reason}
            data-testid="answer-reason"
            onChange={(event) => setReason(event.target.value)}
            onBlur={giveReason}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
                const group = event.currentTarget.closest('tr')?.querySelector('[data-answers]');
                event.currentTarget.blur();
                if (group) focusGroup(group, 1);
              }
              if (event.key === 'Escape') {
                setChosen(null);
                setReason(null);
              }
            }}
          />
        ) : (
          <InlineText
            value={line.answerNote ?? ''}
            label={`第${line.number}条的说明`}
            placeholder={line.answer === null ? '' : '补充说明'}
            maxLength={2000}
            may={line.answer !== null}
            testId="answer-note"
            onSave={(note) => send(line.answer, note)}
          />
        )}
      </td>
    </>
  );
}

/** Puts the focus on the choices of the line `by` further down. */
function focusGroup(group: Element, by: number): void {
  const groups = Array.from(document.querySelectorAll('[data-answers]'));
  groups[groups.indexOf(group) + by]?.querySelector<HTMLElement>('[role=radio][tabindex="0"]')?.focus();
}
