import { EditOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Certainty } from '@xiuzhi/domain';
import { App, Button, Input, Modal } from 'antd';
import { useEffect, useState } from 'react';

import { api, describeFault } from '../../api.ts';
import { CertaintySwitch } from './certainty-switch.tsx';
import { type SelectedWords, readSelection } from './read-selection.ts';

/** Lets a person select words of the book and give an opinion on them (提意见). */
export function RaiseOpinion({ id }: { id: string }) {
  const [words, setWords] = useState<SelectedWords | null>(null);
  const [writing, setWriting] = useState<SelectedWords | null>(null);
  useEffect(() => {
    let frame = 0;
    const look = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => setWords(readSelection()));
    };
    const open = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, [contenteditable]');
      if (event.key.toLowerCase() !== 'o' || event.ctrlKey || event.metaKey || event.altKey || typing) return;
      const selected = readSelection();
      if (!selected) return;
      event.preventDefault();
      setWriting(selected);
    };
    // The button stands beside words that scroll away under it.
    const hide = () => setWords(null);
    document.addEventListener('selectionchange', look);
    document.addEventListener('keydown', open);
    document.addEventListener('scroll', hide, true);
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener('selectionchange', look);
      document.removeEventListener('keydown', open);
      document.removeEventListener('scroll', hide, true);
    };
  }, []);
  return (
    <>
      {words && !writing && (
        <Button
          size="small"
          type="primary"
          icon={<EditOutlined />}
          className="raise-opinion"
          style={{
            left: Math.max(8, Math.min(words.at.left, innerWidth - 120)),
            top: Math.min(words.at.top + 6, innerHeight - 40),
          }}
          // A press would take the selection away before it is read.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => setWriting(words)}
          data-testid="opinion-raise"
        >
          提意见 <kbd>O</kbd>
        </Button>
      )}
      {writing && <OpinionDialog id={id} words={writing} onClose={() => setWriting(null)} />}
    </>
  );
}

function OpinionDialog({ id, words, onClose }: { id: string; words: SelectedWords; onClose: () => void }) {
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const [wording, setWording] = useState('');
  const [certainty, setCertainty] = useState<Certainty>('change');
  const raise = useMutation(
    api.reviews.raiseOpinion.mutationOptions({
      onSuccess: () => {
        void queryClient.invalidateQueries({ queryKey: api.reviews.opinions.key() });
        void message.success('意见已记下，拟写审查意见时会列入。');
        getSelection()?.removeAllRanges();
        onClose();
      },
      onError: (error) => void message.error(describeFault(error)),
    }),
  );
  const save = () => {
    const { start, end, quote } = words;
    if (wording.trim() && !raise.isPending) raise.mutate({ id, start, end, quote, wording: wording.trim(), certainty });
  };
  return (
    <Modal
      open
      title="提意见"
      okText="保存意见（Ctrl+Enter）"
      cancelText="取消"
      onOk={save}
      onCancel={onClose}
      confirmLoading={raise.isPending}
      okButtonProps={{ disabled: !wording.trim(), 'data-testid': 'raise-save' }}
    >
      <blockquote className="opinion-quote">{words.quote}</blockquote>
      <Input.TextArea
        autoFocus
        autoSize={{ minRows: 3, maxRows: 10 }}
        maxLength={2000}
        value={wording}
        placeholder="写明问题和建议"
        data-testid="raise-wording"
        onChange={(event) => setWording(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
        }}
      />
      <CertaintySwitch value={certainty} onChange={setCertainty} />
    </Modal>
  );
}
