import { useQueryClient } from '@tanstack/react-query';
import { BULLETIN_ROUTES, type draftReceipt } from '@xiuzhi/contract';
import { useNavigate } from 'react-router';

import { api } from '../../api.ts';
import { fillRoute } from '../../ui/download-file.ts';
import { DropWordFile } from '../../ui/drop-word-file.tsx';
import type { Series } from './bulletin-words.ts';
import type { FromFile } from './issue-page.tsx';

type Receipt = (typeof draftReceipt)['_output'];

/** Where a Word file of items is dropped (由 Word 文件成稿): it becomes a draft, and its page opens. */
export function NewFromWord({ series }: { series: Series }) {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const open = (answer: unknown, file: File) => {
    const { issueId, items, problems } = answer as Receipt;
    void queryClient.invalidateQueries({ queryKey: api.bulletins.list.key() });
    const fromFile: FromFile = { fileName: file.name, items, problems };
    void navigate(`/bulletins/${issueId}`, { state: { fromFile } });
  };
  return (
    <div className="bulletin-drop">
      <DropWordFile
        address={fillRoute(BULLETIN_ROUTES.draft, { id: series.id })}
        testId="draft"
        doing="编好"
        then="，即成一期草稿"
        hint="按题名、正文、（来源）逐条排列即可；报头、报尾由系统加上。请勿上传涉密文件。"
        onAnswered={open}
      />
    </div>
  );
}
