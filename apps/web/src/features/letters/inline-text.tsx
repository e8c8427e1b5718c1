import { Input } from 'antd';
import { useEffect, useRef, useState } from 'react';

/**
 * A passage that is edited where it stands (就地修改): a click or Enter opens it, leaving it saves. What could not be
 * saved stays as it was typed, whatever comes from the server meanwhile. Escape gives it up.
 */
export function InlineText({
  value,
  label,
  placeholder,
  maxLength,
  may,
  testId,
  onSave,
}: {
  value: string;
  label: string;
  placeholder: string;
  maxLength: number;
  may: boolean;
  testId: string;
  /** Resolves with whether it was saved. */
  onSave: (typed: string) => Promise<boolean>;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const [kept, setKept] = useState(false);
  const dirty = typed !== null && typed.trim() !== value;
  useEffect(() => {
    if (!dirty) return undefined;
    addEventListener('beforeunload', askFirst);
    return () => removeEventListener('beforeunload', askFirst);
  }, [dirty]);
  const passage = useRef<HTMLSpanElement>(null);
  /** Left by a key: the focus stays where it was. */
  const byKey = useRef(false);
  useEffect(() => {
    if (typed !== null || !byKey.current) return;
    byKey.current = false;
    passage.current?.focus();
  }, [typed]);
  const close = () => {
    setTyped(null);
    setKept(false);
  };
  const save = async () => {
    if (typed === null || typed.trim() === value) {
      close();
      return;
    }
    if (await onSave(typed.trim())) close();
    else setKept(true);
  };
  if (!may) return <span className="inline-value">{value}</span>;
  if (typed === null) {
    return (
      <span
        ref={passage}
        role="button"
        tabIndex={0}
        className={`inline-text${value ? '' : ' inline-empty'}`}
        aria-label={`${label}：${value || '未填'}，按回车修改`}
        data-testid={testId}
        onClick={() => setTyped(value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          setTyped(value);
        }}
      >
        {value || placeholder}
      </span>
    );
  }
  return (
    <span className="inline-editing">
      <Input.TextArea
        autoFocus
        autoSize={{ minRows: 1, maxRows: 16 }}
        aria-label={label}
        value={typed}
        placeholder={placeholder}
        maxLength={maxLength}
        data-testid={`${testId}-input`}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => void save()}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            byKey.current = true;
            close();
          }
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            byKey.current = true;
            event.currentTarget.blur();
          }
        }}
      />
      {kept && (
        <span className="inline-kept" data-testid={`${testId}-unsaved`}>
          尚未保存
          <button type="button" className="plain-link" onClick={() => void save()}>
            再存一次
          </button>
          <button type="button" className="plain-link" onClick={close}>
            放弃修改
          </button>
        </span>
      )}
    </span>
  );
}

/** Makes the browser ask before the page is closed over words that are not kept yet. */
function askFirst(event: BeforeUnloadEvent): void {
  event.preventDefault();
  // Chromium 90 asks only where this is set.
  event.returnValue = true;
}
