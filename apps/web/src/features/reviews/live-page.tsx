import { PRESETS, type Finding, type Preset } from '@xiuzhi/review';
import { PRESET_NAMES } from '@xiuzhi/domain';
import { App, Button, Empty, InputNumber, Select } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Link } from 'react-router';

import { formatCharacters } from '../../ui/format-count.ts';
import { useDocumentTitle } from '../../ui/page-title.tsx';
import { selectText, takeSuggestions } from './edit-area.ts';
import './live.css';
import { LiveArea } from './live-area.tsx';
import { LiveCard } from './live-card.tsx';
import { useLiveReview } from './use-live-review.ts';

/** Cards shown at once; the rest appears as the first are mended. */
const MOST_SHOWN = 200;

/** A page to write or paste text on, with its findings as one types (随写随审); the text stays in the browser. */
export function LivePage() {
  useDocumentTitle('随写随审');
  const { message } = App.useApp();
  const [text, setText] = useState('');
  const [preset, setPreset] = useState<Preset>('yearbook');
  const [year, setYear] = useState<number | null>(null);
  const { findings, isChecking, change } = useLiveReview(preset, year);
  const area = useRef<HTMLTextAreaElement>(null);
  const [selected, setSelected] = useState<string | null>(null);
  const edits = useMemo(() => findings.filter(({ suggestion }) => suggestion), [findings]);

  const write = (value: string) => {
    setText(value);
    change(value);
  };
  useEffect(() => {
    if (text === '') return;
    const keep = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', keep);
    return () => removeEventListener('beforeunload', keep);
  }, [text === '']);

  const show = ({ id, start, end }: Finding) => {
    setSelected(id);
    selectText(area.current, start, end);
  };
  const openFile = async (file: File | undefined) => {
    if (file === undefined) return;
    const bytes = new Uint8Array(await file.arrayBuffer());
    const decoded = /\.(?:txt|md)$/iu.test(file.name) ? decode(bytes) : null;
    if (decoded === null) void message.error('只能打开 .txt、.md 文字文件；Word 文档请复制其中的文字，粘贴到左边。');
    else write(decoded.replaceAll(/\r\n?/gu, '\n').replaceAll('\t', '　'));
  };

  return (
    <main className="live-page">
      <header className="live-bar">
        <h1>
          <img src="/mark.svg" alt="" width={24} height={24} /> 随写随审
        </h1>
        <Select<Preset>
          size="small"
          aria-label="类型"
          data-testid="live-preset"
          value={preset}
          onChange={setPreset}
          options={PRESETS.map((value) => ({ value, label: PRESET_NAMES[value] }))}
        />
        <InputNumber<number>
          size="small"
          aria-label="记述年份"
          placeholder="记述年份"
          data-testid="live-year"
          min={1}
          max={2100}
          controls={false}
          value={year}
          onChange={setYear}
        />
        <label className="live-open">
          <input
            type="file"
            accept=".txt,.md"
            data-testid="live-file"
            onChange={(event) => {
              void openFile(event.target.files?.[0]);
              event.target.value = '';
            }}
          />
          打开文字文件
        </label>
        <Button
          size="small"
          disabled={edits.length === 0}
          data-testid="live-mend-all"
          onClick={() => takeSuggestions(area.current, edits)}
        >
          采用全部改法（{edits.length}）
        </Button>
        <Button
          size="small"
          disabled={text === ''}
          data-testid="live-copy"
          onClick={() => {
            area.current?.select();
            document.execCommand('copy');
            void message.success('已复制全文。');
          }}
        >
          复制全文
        </Button>
        <span className="live-count number" data-testid="live-count" aria-live="polite">
          {formatCharacters(text.length)}，疑点 {findings.length} 处{isChecking ? '，复查中……' : ''}
        </span>
        <Link to="/">返回首页</Link>
      </header>
      <p className="live-note" data-testid="secrecy-notice">
        文字只在本机浏览器中审校，不上传、不保存，关闭本页即消失。本系统为非涉密系统，严禁处理国家秘密和工作秘密。
      </p>
      <div className="live-body">
        <div className="live-paper">
          <LiveArea
            text={text}
            findings={findings}
            selected={selected}
            area={area}
            onWrite={write}
            data-testid="live-text"
            aria-label="正文"
            autoFocus
            placeholder="在此输入或粘贴文字，疑点随写随出。"
          />
        </div>
        <aside className="live-findings" aria-label="疑点" data-testid="live-findings">
          {findings.length === 0 && (
            <Empty description={text === '' ? '还没有文字' : isChecking ? '正在审校……' : '未发现疑点'} />
          )}
          {findings.slice(0, MOST_SHOWN).map((finding) => (
            <LiveCard
              key={finding.id}
              finding={finding}
              isSelected={finding.id === selected}
              onShow={show}
              onMend={(one) => takeSuggestions(area.current, [one])}
            />
          ))}
          {findings.length > MOST_SHOWN && (
            <p className="muted">另有 {findings.length - MOST_SHOWN} 处，改后依次列出。</p>
          )}
        </aside>
      </div>
    </main>
  );
}

function decode(bytes: Uint8Array): string | null {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // The next encoding may fit.
    }
  }
  return null;
}
