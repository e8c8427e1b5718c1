import { DownOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { LETTER_KIND_NAMES, type LetterKind } from '@xiuzhi/domain';
import { App, Button, type ButtonProps, Dropdown } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';

import { api, client, describeFault, isRefusal } from '../../api.ts';
import { noticeSession } from '../../query.ts';

/** Button that drafts the letters of a revision from its decisions (拟稿) and opens what came of it. */
export function DraftMenu({ revisionId, ...button }: { revisionId: string } & Pick<ButtonProps, 'size' | 'type'>) {
  const { message } = App.useApp();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [drafting, setDrafting] = useState(false);
  const draft = async (kind: LetterKind) => {
    setDrafting(true);
    try {
      const drafts = await client.letters.draft({ revisionId, kind });
      void queryClient.invalidateQueries({ queryKey: api.letters.key() });
      void navigate(drafts.length === 1 ? `/letters/${drafts[0]!.id}` : `/letters?revision=${revisionId}`);
    } catch (error) {
      noticeSession(error);
      setDrafting(false);
      if (isRefusal(error, 'NO_LINES')) void message.info(describeFault(error));
      else void message.error(describeFault(error));
    }
  };
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          {
            key: 'opinions',
            label: <span data-testid="draft-opinions">{LETTER_KIND_NAMES.opinions}（“提意见”的疑点、自提的意见）</span>,
          },
          {
            key: 'slip',
            label: <span data-testid="draft-slip">{LETTER_KIND_NAMES.slip}（“核实”的疑点，一家一份）</span>,
          },
        ],
        onClick: ({ key }) => void draft(key as LetterKind),
      }}
    >
      <Button {...button} loading={drafting} data-testid="draft-letter">
        拟稿 <DownOutlined />
      </Button>
    </Dropdown>
  );
}
