import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Input, Modal } from 'antd';
import { useState } from 'react';

import { api, describeFault } from '../../api.ts';
import type { Fact } from './archive-words.ts';
import { DETAIL_NAMES } from './fact-words.ts';

/** Dialog in which a fact is put right and confirmed (改后确认). */
export function EditFact({ fact, onClose }: { fact: Fact; onClose: () => void }) {
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const [name, setName] = useState(fact.name);
  const [detail, setDetail] = useState<Record<string, string>>(fact.detail);
  const settle = useMutation(
    api.bulletins.settleFact.mutationOptions({
      onSuccess: onClose,
      onError: (error) => void message.error(describeFault(error)),
      onSettled: () => queryClient.invalidateQueries({ queryKey: api.bulletins.listFacts.key() }),
    }),
  );
  return (
    <Modal
      open
      title="改后确认"
      okText="确认"
      okButtonProps={{ disabled: name.trim() === '', 'data-testid': 'edit-fact-ok' }}
      confirmLoading={settle.isPending}
      onOk={() => {
        const kept = Object.entries(detail).filter(([, value]) => value.trim() !== '');
        settle.mutate({
          id: fact.id,
          version: fact.version,
          state: 'confirmed',
          name: name.trim(),
          detail: Object.fromEntries(kept),
        });
      }}
      onCancel={onClose}
    >
      <p className="muted">{fact.quote}</p>
      <div className="archive-fields">
        <label className="archive-field archive-wide">
          <span className="muted">名称</span>
          <Input
            value={name}
            maxLength={120}
            onChange={(event) => setName(event.target.value)}
            data-testid="edit-fact-name"
          />
        </label>
        {Object.keys(fact.detail)
          .filter((field) => field in DETAIL_NAMES)
          .map((field) => (
            <label key={field} className="archive-field archive-wide">
              <span className="muted">{DETAIL_NAMES[field]}</span>
              <Input.TextArea
                autoSize={{ minRows: 1, maxRows: 4 }}
                maxLength={500}
                value={detail[field] ?? ''}
                onChange={(event) => setDetail({ ...detail, [field]: event.target.value })}
              />
            </label>
          ))}
      </div>
    </Modal>
  );
}
