import { Card, Checkbox, Empty } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';

import { PageTitle } from '../../ui/page-title.tsx';
import { OrganisationTree } from '../accounts/organisation-tree.tsx';
import { OrganisationDetail } from './organisation-detail.tsx';
import './organisations.css';

/** Organisations (机构): the tree at the left, one of them in full at the right. */
export function OrganisationsPage() {
  const [address, setAddress] = useSearchParams();
  const [ended, setEnded] = useState(false);
  const selected = address.get('id');
  const select = (id: string | null) => setAddress(id ? { id } : {}, { replace: true });
  return (
    <div className="page">
      <PageTitle title="机构" note="改名、移动、合并都记入沿革；旧文书仍用当时的名称。" />
      <div className="organisations">
        <Card
          size="small"
          title="机构树"
          className="organisations-tree"
          extra={
            <Checkbox checked={ended} onChange={({ target }) => setEnded(target.checked)} data-testid="show-ended">
              含已撤并
            </Checkbox>
          }
        >
          <OrganisationTree
            key={String(ended)}
            ended={ended}
            selected={selected}
            onSelect={(organisation) => select(organisation?.id ?? null)}
          />
        </Card>
        <div className="organisations-detail">
          {selected ? (
            <OrganisationDetail key={selected} id={selected} onOpen={select} />
          ) : (
            <Card>
              <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="请在左侧选择一个机构。" />
            </Card>
          )}
        </div>
      </div>
    </div>
  );
}
