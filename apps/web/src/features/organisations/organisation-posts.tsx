import { useQuery } from '@tanstack/react-query';
import { ROLE_NAMES } from '@xiuzhi/domain';
import { Card, Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router';

import { type Outputs, api } from '../../api.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';

type Person = Outputs['accounts']['listPersons']['items'][number];
interface Row {
  readonly key: string;
  readonly person: Person;
  readonly post: Person['posts'][number];
}

const COLUMNS: TableColumnsType<Row> = [
  { title: '岗位', key: 'role', width: 120, render: (_value, { post }) => ROLE_NAMES[post.role] },
  { title: '职务', key: 'title', render: (_value, { post }) => post.title },
  { title: '姓名', key: 'person', render: (_value, { person }) => person.displayName },
  { title: '任岗', key: 'since', width: 120, render: (_value, { post }) => post.since },
  { title: '离岗', key: 'until', width: 120, render: (_value, { post }) => post.until ?? '' },
];

/** Posts at one organisation (机构岗位), with who holds them; changed on the page of persons. */
export function OrganisationPosts({ id }: { id: string }) {
  const persons = useQuery(api.accounts.listPersons.queryOptions({ input: { organisationId: id, limit: 200 } }));
  const rows = (persons.data?.items ?? []).flatMap((person) =>
    person.posts
      .filter(({ organisation }) => organisation.id === id)
      .map((post): Row => ({ key: post.id, person, post })),
  );
  return (
    <Card
      size="small"
      title="岗位"
      styles={{ body: { padding: 0 } }}
      extra={<Link to="/persons">到“人员与岗位”办理</Link>}
    >
      {persons.error ? (
        <FaultNotice error={persons.error} onRetry={() => void persons.refetch()} />
      ) : (
        <Table<Row>
          size="small"
          columns={COLUMNS}
          dataSource={rows}
          loading={persons.isPending}
          pagination={false}
          locale={{ emptyText: '这个机构还没有人任岗。' }}
          data-testid="organisation-posts"
        />
      )}
    </Card>
  );
}
