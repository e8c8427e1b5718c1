import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { createContext, useContext } from 'react';

import type { CardActions } from './card-actions.ts';

/** Whether the office of the person works on the text, and so may settle what its work is told (本单位的书稿). */
export const OwnText = createContext(true);

const SHOWN = 12;

/** What this work is not to be told any more (本书不再提示), on the card of a finding. */
export function SuppressMenu({ seq, quote, actions }: { seq: number; quote: string; actions: CardActions }) {
  if (!useContext(OwnText)) return null;
  const words = quote.length > SHOWN ? `${quote.slice(0, SHOWN)}…` : quote;
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'quote', label: <span data-testid="suppress-quote">本书不再提示“{words}”</span> },
          { key: 'rule', label: <span data-testid="suppress-rule">本书不用此规则…</span> },
        ],
        onClick: ({ key }) => actions.suppress(seq, key === 'rule' ? 'rule' : 'quote'),
      }}
    >
      <Button size="small" type="link" data-testid="suppress">
        不再提示 <DownOutlined />
      </Button>
    </Dropdown>
  );
}
