import { InputNumber } from 'antd';

import { formatDay } from '../../ui/format-day.ts';
import { InlineText } from './inline-text.tsx';
import { type Letter, type Line, basisOf, groupLines, requestOf, sideOf, titleOf } from './letter-words.ts';
import { LineRow } from './line-row.tsx';
import type { LetterEdits } from './use-letter-edits.ts';

/** A letter on its paper (文书版面), as it is printed; in a draft every passage is edited where it stands. */
export function LetterPaper({ letter, edits }: { letter: Letter; edits: LetterEdits }) {
  const draft = letter.state === 'draft';
  const may = draft && letter.allowed.edit;
  const listed = letter.letterLines.filter((line) => !line.leftOut);
  const leftOut = letter.letterLines.filter((line) => line.leftOut);
  const update = edits.update;
  return (
    <article className="paper" data-testid="letter-paper">
      {draft && <div className="paper-head">草稿（未签发）</div>}
      <h1>{titleOf(letter)}</h1>
      <p className="paper-number">
        <InlineText
          value={letter.number ?? ''}
          label="文号"
          placeholder="文号（可不填）"
          maxLength={60}
          may={may}
          testId="letter-number"
          onSave={(number) => update({ number: number || null })}
        />
      </p>
      <p className="paper-addressee">
        <InlineText
          value={letter.addressee}
          label="主送"
          placeholder="请填写主送单位"
          maxLength={120}
          may={may}
          testId="letter-addressee"
          onSave={(addressee) => update({ addressee })}
        />
        ：
      </p>
      <div className="paper-body">
        <InlineText
          value={letter.preamble}
          label="开头"
          placeholder="开头的话（可不填）"
          maxLength={2000}
          may={may}
          testId="letter-preamble"
          onSave={(preamble) => update({ preamble })}
        />
      </div>
      {listed.length > 0 && <p className="paper-body">{basisOf(letter, listed)}</p>}
      {groupLines(letter, listed).map((group) => (
        <section key={group.title}>
          <h2>{group.title}</h2>
          {group.lead && <p className="paper-body">{group.lead}</p>}
          <Lines letter={letter} lines={group.lines} edits={edits} />
        </section>
      ))}
      {listed.length === 0 && <p className="muted">没有列入的条目。请在下方恢复，或回到审读页处理后重新拟稿。</p>}
      <p className="paper-body">{requestOf(letter)}</p>
      <div className="paper-body">
        <InlineText
          value={letter.closing}
          label="结尾"
          placeholder="结尾的话（可不填）"
          maxLength={2000}
          may={may}
          testId="letter-closing"
          onSave={(closing) => update({ closing })}
        />
      </div>
      {(may || letter.contact) && (
        <p className="paper-body">
          联系人及联系方式：
          <InlineText
            value={letter.contact ?? ''}
            label="联系人及联系方式"
            placeholder="（可不填）"
            maxLength={200}
            may={may}
            testId="letter-contact"
            onSave={(contact) => update({ contact: contact || null })}
          />
        </p>
      )}
      {may && <Days days={letter.workingDays} onSave={(workingDays) => update({ workingDays })} />}
      {letter.kind === 'opinions' && <p className="paper-attachment">附件：审改意见登记表</p>}
      <p className="paper-signature">{letter.office.name}</p>
      <p className="paper-date">{letter.signedAt ? formatDay(letter.signedAt) : '　　　　年　　月　　日'}</p>
      {may && leftOut.length > 0 && (
        <section className="no-print left-out" data-testid="left-out">
          <h2>不列入的条目（{leftOut.length}）</h2>
          <p className="muted">以下各条不随文发出，仅供核对；需要时可以恢复。</p>
          <Lines letter={letter} lines={leftOut} edits={edits} />
        </section>
      )}
    </article>
  );
}

function Days({ days, onSave }: { days: number; onSave: (days: number) => Promise<boolean> }) {
  return (
    <p className="paper-days no-print">
      <label>
        答复期限：签发后{' '}
        <InputNumber
          key={days}
          size="small"
          min={1}
          max={250}
          precision={0}
          controls={false}
          style={{ width: 60 }}
          defaultValue={days}
          data-testid="letter-days"
          onBlur={(event) => {
            const typed = Number(event.currentTarget.value);
            if (Number.isInteger(typed) && typed >= 1 && typed <= 250 && typed !== days) void onSave(typed);
          }}
          onPressEnter={(event) => event.currentTarget.blur()}
        />{' '}
        个工作日
      </label>
      <span className="muted">　签发时按放假调休推算出日期</span>
    </p>
  );
}

function Lines({ letter, lines, edits }: { letter: Letter; lines: readonly Line[]; edits: LetterEdits }) {
  const slip = letter.kind === 'slip';
  const draft = letter.state === 'draft';
  // With its letter a text that was sent up has gone back.
  const closed = !draft && sideOf(letter) === 'issued';
  return (
    <table className={`lines ${draft ? 'lines-draft' : 'lines-signed'}`}>
      <thead>
        <tr>
          <th className="cell-number">序号</th>
          <th className="cell-place">原文位置</th>
          <th className="cell-quote">原文</th>
          <th className="cell-wording">{slip ? '请核实的内容' : '审改意见'}</th>
          {draft ? (
            letter.allowed.edit && <th className="cell-sorting no-print">列入</th>
          ) : (
            <>
              <th className="cell-answer">{slip ? '核实结果' : '处理结果'}</th>
              <th className="cell-note">说明</th>
            </>
          )}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <LineRow
            key={line.id}
            line={line}
            kind={letter.kind}
            state={letter.state}
            revisionId={closed ? null : letter.revisionId}
            mayEdit={draft && letter.allowed.edit}
            mayAnswer={letter.state === 'signed' && letter.allowed.answer}
            updateLine={edits.updateLine}
            answer={edits.answer}
          />
        ))}
      </tbody>
    </table>
  );
}
