import { Button, Input } from 'antd';
import type { Certainty } from '@xiuzhi/domain';
import { useState } from 'react';

import { CertaintySwitch } from './certainty-switch.tsx';

/** Box for the wording of an opinion (提意见), begun from the finding's sentence; Ctrl+Enter saves, Esc leaves. */
export function OpinionBox({
  draft,
  certainty: begun = 'change',
  onSave,
  onClose,
}: {
  draft: string;
  certainty?: Certainty;
  onSave: (wording: string, certainty: Certainty) => void;
  onClose: () => void;
}) {
  const [wording, setWording] = useState(draft);
  const [certainty, setCertainty] = useState(begun);
  const words = wording.trim();
  return (
    <div className="opinion-box">
      <Input.TextArea
        autoFocus
        autoSize={{ minRows: 2, maxRows: 8 }}
        maxLength={2000}
        value={wording}
        data-testid="opinion-text"
        onFocus={({ target }) => target.setSelectionRange(target.value.length, target.value.length)}
        onChange={(event) => setWording(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && words) onSave(words, certainty);
          if (event.key === 'Escape' && !event.nativeEvent.isComposing) onClose();
        }}
      />
      <CertaintySwitch value={certainty} onChange={setCertainty} />
      <div className="opinion-buttons">
        <span className="muted">系统草拟，请改定</span>
        <Button size="small" onClick={onClose}>
          取消
        </Button>
        <Button
          size="small"
          type="primary"
          disabled={!words}
          onClick={() => onSave(words, certainty)}
          data-testid="opinion-save"
        >
          保存意见 <kbd>Ctrl+Enter</kbd>
        </Button>
      </div>
    </div>
  );
}
