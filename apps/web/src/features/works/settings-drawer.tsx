import { useQuery } from '@tanstack/react-query';
import { Drawer, Skeleton, Tabs } from 'antd';
import type { ReactNode } from 'react';

import { api } from '../../api.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { DictionaryTab } from './dictionary-tab.tsx';
import { SettingsForm } from './settings-form.tsx';
import { StyleForm } from './style-form.tsx';
import { SuppressionsTab } from './suppressions-tab.tsx';
import { VerdictsTab } from './verdicts-tab.tsx';
import './works.css';

/** Tabs of the settings. */
export const SETTINGS_TABS = ['basics', 'style', 'words', 'suppressions', 'verdicts'] as const;
export type SettingsTab = (typeof SETTINGS_TABS)[number];

/** Settings of a work (审校设置): what the review goes by, its dictionary, and what it is not to raise. */
export function SettingsDrawer({
  workId,
  tab,
  renew,
  onTab,
  onClose,
}: {
  workId: string;
  tab: SettingsTab;
  /** The texts of the work with their buttons to review them again. */
  renew: ReactNode;
  onTab: (tab: SettingsTab) => void;
  onClose: () => void;
}) {
  const settings = useQuery(api.works.settings.queryOptions({ input: { id: workId } }));
  const { data } = settings;
  const count = (title: string, number: number | undefined) => (number ? `${title}（${number}）` : title);
  return (
    <Drawer open title="审校设置" size={680} onClose={onClose} footer={renew} data-testid="settings-drawer">
      {settings.error && !data ? (
        <FaultNotice error={settings.error} onRetry={() => void settings.refetch()} />
      ) : !data ? (
        <Skeleton active />
      ) : (
        <Tabs
          activeKey={tab}
          onChange={(key) => onTab(key as SettingsTab)}
          items={[
            {
              key: 'basics',
              label: '基本',
              children: <SettingsForm key={data.version} workId={workId} settings={data} />,
            },
            {
              key: 'style',
              label: <span data-testid="settings-style">统一写法</span>,
              children: <StyleForm key={data.version} workId={workId} settings={data} />,
            },
            {
              key: 'words',
              label: <span data-testid="settings-words">{count('词库', data.words)}</span>,
              children: <DictionaryTab workId={workId} allowed={data.allowed} />,
            },
            {
              key: 'suppressions',
              label: <span data-testid="settings-suppressions">{count('不再提示', data.suppressions)}</span>,
              children: <SuppressionsTab workId={workId} />,
            },
            {
              key: 'verdicts',
              label: <span data-testid="settings-verdicts">{count('数据认定', data.verdicts)}</span>,
              children: <VerdictsTab workId={workId} />,
            },
          ]}
        />
      )}
    </Drawer>
  );
}
