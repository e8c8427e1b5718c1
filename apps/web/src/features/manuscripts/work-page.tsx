import { useQuery } from '@tanstack/react-query';
import { PRESET_NAMES } from '@xiuzhi/domain';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';

import { api, isRefusal } from '../../api.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { useAllowed } from '../accounts/use-me.ts';
import { ContributorsDrawer } from '../contributions/contributors-drawer.tsx';
import { EditWork } from '../works/edit-work.tsx';
import { SETTINGS_TABS, SettingsDrawer } from '../works/settings-drawer.tsx';
import './manuscripts.css';
import { Renewals } from './renewals.tsx';
import { RevisionTable } from './revision-table.tsx';
import { UploadArea } from './upload-area.tsx';

/** Work page (项目页): the manuscripts of a work, and where new ones are handed in. */
export function WorkPage() {
  const id = useParams()['id']!;
  const mayImport = useAllowed('manuscripts.import');
  const mayManage = useAllowed('works.manage');
  const [uploaded, setUploaded] = useState<string | null>(null);
  const [editing, setEditing] = useState(false);
  const [listing, setListing] = useState(false);
  // In the address, so that a page of a text may lead to the settings of its work.
  const [parameters, setParameters] = useSearchParams();
  const settings = parameters.get('settings');
  const work = useQuery(api.works.get.queryOptions({ input: { id } }));
  const revisions = useQuery(
    api.manuscripts.list.queryOptions({
      input: { workId: id },
      refetchInterval: (query) => (query.state.data?.some(({ state }) => state === 'importing') ? 700 : false),
    }),
  );
  // A superior office sees the titles of its counties' works; their texts only once they are sent up.
  const closed = isRefusal(revisions.error, 'NOT_ALLOWED') || isRefusal(revisions.error, 'NOT_FOUND');
  const failed = [work, ...(closed ? [] : [revisions])].find((query) => query.error && !query.data);
  if (failed) {
    return (
      <div className="page">
        <FaultNotice error={failed.error} onRetry={() => void failed.refetch()} />
      </div>
    );
  }
  if (!work.data) return <PageSkeleton />;
  const fresh = revisions.data?.find((revision) => revision.id === uploaded);
  const { title, kind, recordedYear, organisation } = work.data;
  const note = [PRESET_NAMES[kind], recordedYear !== null && `记述${recordedYear}年`, organisation.name]
    .filter(Boolean)
    .join(' · ');
  if (closed) {
    return (
      <div className="page">
        <PageTitle title={title} note={note} />
        <Alert
          type="info"
          showIcon
          data-testid="work-closed"
          title={`书稿由${organisation.name}编纂、审读，送审以后才能打开。`}
          action={<Link to="/submissions">查看收到的送审稿</Link>}
        />
      </div>
    );
  }
  return (
    <div className="page">
      <PageTitle
        title={title}
        note={note}
        actions={
          <>
            <Link to={`/letters?work=${id}`}>
              <Button data-testid="work-letters">文书</Button>
            </Link>
            <Button onClick={() => setListing(true)} data-testid="work-contributors">
              供稿单位
            </Button>
            <Button
              onClick={() => setParameters({ settings: 'basics' }, { replace: true })}
              data-testid="work-settings"
            >
              审校设置
            </Button>
            {mayManage && (
              <Button onClick={() => setEditing(true)} data-testid="work-edit">
                修改
              </Button>
            )}
          </>
        }
      />
      {fresh?.state === 'ready' && (
        <Alert
          type="success"
          showIcon
          className="spaced"
          data-testid="upload-ready"
          title={`“${fresh.title}”已可审读，检出疑点 ${fresh.findings} 条。`}
          action={
            <Link to={`/revisions/${fresh.id}`}>
              <Button type="primary" size="small" data-testid="upload-read">
                去审读
              </Button>
            </Link>
          }
        />
      )}
      {mayImport && <UploadArea workId={id} revisions={revisions.data ?? []} onUploaded={setUploaded} />}
      <RevisionTable revisions={revisions.data} mayImport={mayImport} />
      {listing && (
        <ContributorsDrawer
          workId={id}
          revisionId={revisions.data?.find(({ state }) => state === 'ready')?.id ?? null}
          onClose={() => setListing(false)}
        />
      )}
      {settings !== null && (
        <SettingsDrawer
          workId={id}
          tab={SETTINGS_TABS.find((tab) => tab === settings) ?? 'basics'}
          renew={<Renewals revisions={revisions.data ?? []} />}
          onTab={(tab) => setParameters({ settings: tab }, { replace: true })}
          onClose={() => setParameters({}, { replace: true })}
        />
      )}
      {editing && <EditWork work={work.data} onClose={() => setEditing(false)} />}
    </div>
  );
}
