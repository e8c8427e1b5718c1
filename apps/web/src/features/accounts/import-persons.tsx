import { DownloadOutlined, UploadOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ACCOUNT_FILE_ROUTES, type ImportedPerson } from '@xiuzhi/contract';
import { Alert, App, Button, Modal, Table, Upload, type TableColumnsType } from 'antd';
import { useState } from 'react';

import { api } from '../../api.ts';
import { downloadFile } from '../../ui/download-file.ts';
import { SecrecyNotice } from '../../ui/secrecy-notice.tsx';
import { importSheet, previewSheet } from './import-sheet.ts';

const OUTCOMES = { person: '新增人员', post: '再任一岗' } as const;

const COLUMNS: TableColumnsType<ImportedPerson> = [
  { title: '行', dataIndex: 'line', width: 56 },
  {
    title: '结果',
    key: 'outcome',
    width: 230,
    render: (_value, { outcome, problem }) =>
      outcome ? OUTCOMES[outcome] : <span className="import-problem">{problem}</span>,
  },
  { title: '姓名', dataIndex: 'displayName', width: 100 },
  { title: '用户名', dataIndex: 'name', width: 120 },
  { title: '单位', dataIndex: 'organisation', width: 190 },
  { title: '岗位', dataIndex: 'role', width: 110 },
  { title: '职务', dataIndex: 'title', width: 110 },
  { title: '任岗日期', dataIndex: 'since', width: 110 },
];

/** Dialog that imports persons from a worksheet (导入人员): first what would happen, then all of them or nobody. */
export function ImportPersons({ onClose }: { onClose: () => void }) {
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const [sheet, setSheet] = useState<File | null>(null);
  const preview = useMutation({ mutationFn: previewSheet });
  const commit = useMutation({
    mutationFn: importSheet,
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: api.accounts.listPersons.key() });
      void message.success('已导入，一次性口令表已保存到下载文件夹，请交给本人后删除。', 8);
      onClose();
    },
    // Whatever has changed since it was looked at shows in the lines.
    onError: () => sheet && preview.mutate(sheet),
  });
  const problems = preview.data?.filter(({ problem }) => problem).length ?? 0;
  const fault = commit.error ?? preview.error;
  return (
    <Modal
      open
      title="导入人员"
      width={1090}
      okText="全部导入"
      onOk={() => sheet && commit.mutate(sheet)}
      onCancel={onClose}
      mask={{ closable: false }}
      confirmLoading={commit.isPending}
      okButtonProps={{ disabled: !preview.data || problems > 0, 'data-testid': 'import-commit' }}
    >
      <ol className="import-steps muted">
        <li>
          下载模板，每人一行填写姓名、用户名、单位、岗位、职务（选填）、任岗日期（不填即从今天起）；同名单位请写明上级，用“/”隔开。
        </li>
        <li>选择填好的表格，先看每一行会怎样；有一行不能导入，就都不导入。</li>
        <li>导入后自动下载一次性口令表，只此一次，系统不保存。</li>
      </ol>
      <p>
        <Button
          icon={<DownloadOutlined />}
          onClick={() =>
            void downloadFile(ACCOUNT_FILE_ROUTES.template, '人员导入模板.xlsx').catch((error: Error) =>
              message.error(error.message),
            )
          }
          data-testid="import-template"
        >
          下载模板
        </Button>{' '}
        <Upload
          accept=".xlsx"
          showUploadList={false}
          beforeUpload={(file) => {
            setSheet(file);
            commit.reset();
            preview.mutate(file);
            return false;
          }}
        >
          <Button type={preview.data ? 'default' : 'primary'} icon={<UploadOutlined />} loading={preview.isPending}>
            选择表格
          </Button>
        </Upload>{' '}
        <span className="muted">{sheet?.name}</span>
      </p>
      <div className="spaced">
        <SecrecyNotice />
      </div>
      {fault && <Alert type="error" showIcon title={fault.message} className="spaced" />}
      {preview.data && (
        <>
          <Alert
            type={problems > 0 ? 'warning' : 'success'}
            showIcon
            className="spaced"
            data-testid="import-summary"
            title={
              problems > 0
                ? `共 ${preview.data.length} 行，其中 ${problems} 行不能导入，请改好表格后重新选择。`
                : `共 ${preview.data.length} 行，都可以导入。`
            }
          />
          <Table<ImportedPerson>
            size="small"
            rowKey="line"
            columns={COLUMNS}
            dataSource={[...preview.data]}
            pagination={false}
            scroll={{ x: 1020, y: 320 }}
            data-testid="import-lines"
          />
        </>
      )}
    </Modal>
  );
}
