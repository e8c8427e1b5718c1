import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CERTAINTY_NAMES } from '@xiuzhi/domain';
import { App, Button, Empty, Input, Popconfirm, Tag } from 'antd';
import { useState } from 'react';

import { type Outputs, api, describeFault } from '../../api.ts';
import { formatInstant } from '../../ui/format-instant.ts';
import { CertaintySwitch } from './certainty-switch.tsx';

/** Opinion of a person on a passage (意见). */
export type Opinion = Outputs['reviews']['opinions'][number];

/** Opinions that people of the office gave on this revision (意见列表), in text order. */
export function OpinionsPane({
  opinions,
  mayDecide,
  onShow,
}: {
  opinions: readonly Opinion[];
  mayDecide: boolean;
  onShow: (start: number, end: number) => void;
}) {
  if (opinions.length === 0) {
    return (
      <Empty
        image={Empty.PRESENTED_IMAGE_SIMPLE}
        description="还没有自提的意见。在正文中选中文字，点“提意见”即可；对疑点提的意见仍在“疑点”一栏。"
      />
    );
  }
  return (
    <div className="opinions-pane" data-testid="opinions-pane">
      {opinions.map((opinion) => (
        <OpinionCard key={opinion.id} opinion={opinion} mayDecide={mayDecide} onShow={onShow} />
      ))}
    </div>
  );
}

function OpinionCard({
  opinion,
  mayDecide,
  onShow,
}: {
  opinion: Opinion;
  mayDecide: boolean;
  onShow: (start: number, end: number) => void;
}) {
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const [editing, setEditing] = useState(false);
  const settled = {
    onError: (error: unknown) => void message.error(describeFault(error)),
    onSettled: () => queryClient.invalidateQueries({ queryKey: api.reviews.opinions.key() }),
  };
  const update = useMutation(
    api.reviews.updateOpinion.mutationOptions({ ...settled, onSuccess: () => setEditing(false) }),
  );
  const remove = useMutation(api.reviews.removeOpinion.mutationOptions(settled));
  const { id: opinionId, version } = opinion;
  return (
    <article className="finding-card opinion-card" data-testid="opinion-card">
      <header>
        <Tag>{CERTAINTY_NAMES[opinion.certainty]}</Tag>
        <button
          type="button"
          className="evidence-place opinion-place"
          title="在正文中查看此处"
          onClick={() => onShow(opinion.start, opinion.end)}
          data-testid="opinion-place"
        >
          {opinion.quote.replaceAll(/[\t\n]/g, ' ')}
        </button>
      </header>
      {editing ? (
        <EditOpinion
          opinion={opinion}
          saving={update.isPending}
          onSave={(change) => update.mutate({ opinionId, version, ...change })}
          onClose={() => setEditing(false)}
        />
      ) : (
        <p className="finding-message">{opinion.wording}</p>
      )}
      <footer className="muted">
        {opinion.raisedBy} {formatInstant(opinion.raisedAt)}
        {mayDecide && !editing && (
          <>
            <Button size="small" type="link" onClick={() => setEditing(true)} data-testid="opinion-edit">
              修改
            </Button>
            <Popconfirm
              title="撤销这条意见？"
              okText="撤销"
              cancelText="取消"
              onConfirm={() => remove.mutate({ opinionId, version })}
            >
              <Button size="small" type="link" loading={remove.isPending} data-testid="opinion-remove">
                撤销
              </Button>
            </Popconfirm>
          </>
        )}
      </footer>
    </article>
  );
}

function EditOpinion({
  opinion,
  saving,
  onSave,
  onClose,
}: {
  opinion: Opinion;
  saving: boolean;
  onSave: (change: Pick<Opinion, 'wording' | 'certainty'>) => void;
  onClose: () => void;
}) {
  const [wording, setWording] = useState(opinion.wording);
  const [certainty, setCertainty] = useState(opinion.certainty);
  return (
    <div className="opinion-box">
      <Input.TextArea
        autoFocus
        autoSize={{ minRows: 2, maxRows: 8 }}
        maxLength={2000}
        value={wording}
        onChange={(event) => setWording(event.target.value)}
      />
      <CertaintySwitch value={certainty} onChange={setCertainty} />
      <div className="opinion-buttons">
        <Button size="small" onClick={onClose}>
          取消
        </Button>
        <Button
          size="small"
          type="primary"
          loading={saving}
          disabled={!wording.trim()}
          onClick={() => onSave({ wording: wording.trim(), certainty })}
          data-testid="opinion-update"
        >
          保存
        </Button>
      </div>
    </div>
  );
}
