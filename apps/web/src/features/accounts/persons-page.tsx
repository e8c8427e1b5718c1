import { ImportOutlined, PlusOutlined } from '@ant-design/icons';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Button, Card, Empty, Input, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';

import { api } from '../../api.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import './accounts.css';
import { AssignPost } from './assign-post.tsx';
import { CreatePerson } from './create-person.tsx';
import { ImportPersons } from './import-persons.tsx';
import { OneTimePassword } from './one-time-password.tsx';
import { OrganisationTree } from './organisation-tree.tsx';
import { type Person, PersonActions, PersonPosts } from './person-actions.tsx';

/** Persons and posts (人员与岗位): who may sign in, where and as what. */
export function PersonsPage() {
  const [search, setSearch] = useState('');
  const [organisation, setOrganisation] = useState<{ id: string; name: string } | null>(null);
  const [importing, setImporting] = useState(false);
  const [creating, setCreating] = useState(false);
  const [assigning, setAssigning] = useState<Person | null>(null);
  const [secret, setSecret] = useState<{ name: string; password: string } | null>(null);
  const persons = useInfiniteQuery(
    api.accounts.listPersons.infiniteOptions({
      input: (cursor: string | undefined) => ({
        ...(search && { search }),
        ...(organisation && { organisationId: organisation.id }),
        ...(cursor && { cursor }),
        limit: 50,
      }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next ?? undefined,
      placeholderData: keepPreviousData,
    }),
  );
  const columns: TableColumnsType<Person> = [
    {
      title: '姓名',
      key: 'name',
      width: 150,
      render: (_value, person) => (
        <div className={person.active ? undefined : 'muted'}>
          {person.displayName}
          {!person.active && '（已停用）'}
          <div className="muted">{person.name}</div>
        </div>
      ),
    },
    { title: '岗位', key: 'posts', render: (_value, person) => <PersonPosts person={person} /> },
    {
      title: '',
      key: 'actions',
      width: 190,
      align: 'right',
      render: (_value, person) => (
        <PersonActions
          person={person}
          onAssign={() => setAssigning(person)}
          onReset={(password) => setSecret({ name: person.displayName, password })}
        />
      ),
    },
  ];
  return (
    <div className="page">
      <PageTitle
        title="人员与岗位"
        note={organisation?.name}
        actions={
          <>
            <Input.Search
              allowClear
              placeholder="按姓名或用户名查找"
              maxLength={40}
              style={{ width: 220 }}
              data-testid="persons-search"
              onSearch={(value) => setSearch(value.trim())}
            />
            <Button icon={<ImportOutlined />} onClick={() => setImporting(true)} data-testid="persons-import">
              导入人员
            </Button>
            <Button
              type="primary"
              icon={<PlusOutlined />}
              onClick={() => setCreating(true)}
              data-testid="person-create"
            >
              新增人员
            </Button>
          </>
        }
      />
      <div className="persons">
        <Card size="small" title="机构" className="persons-tree">
          <OrganisationTree selected={organisation?.id ?? null} onSelect={setOrganisation} />
        </Card>
        <div className="persons-list">
          {persons.error ? (
            <FaultNotice error={persons.error} onRetry={() => void persons.refetch()} />
          ) : (
            <Card styles={{ body: { padding: 0 } }}>
              <Table<Person>
                rowKey="id"
                columns={columns}
                dataSource={persons.data?.pages.flatMap((page) => page.items) ?? []}
                loading={persons.isPending || persons.isPlaceholderData}
                pagination={false}
                scroll={{ x: 620 }}
                data-testid="persons-table"
                locale={{
                  emptyText: (
                    <Empty
                      image={Empty.PRESENTED_IMAGE_SIMPLE}
                      description={search ? '没有找到这位人员。' : '这个机构还没有人员，可点右上角新增。'}
                    />
                  ),
                }}
              />
            </Card>
          )}
          {persons.hasNextPage && (
            <div className="more">
              <Button onClick={() => void persons.fetchNextPage()} loading={persons.isFetchingNextPage}>
                加载更多
              </Button>
            </div>
          )}
        </div>
      </div>
      {creating && (
        <CreatePerson
          organisation={organisation}
          onClose={() => setCreating(false)}
          onCreated={(name, password) => {
            setCreating(false);
            setSecret({ name, password });
          }}
        />
      )}
      {importing && <ImportPersons onClose={() => setImporting(false)} />}
      {assigning && <AssignPost person={assigning} onClose={() => setAssigning(null)} />}
      {secret && <OneTimePassword {...secret} onClose={() => setSecret(null)} />}
    </div>
  );
}
