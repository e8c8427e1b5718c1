import { DownOutlined, PrinterOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { LETTER_ROUTES } from '@xiuzhi/contract';
import { App, Button, Dropdown, Popconfirm } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';

import { api, describeFault } from '../../api.ts';
import { fillRoute } from '../../ui/download-file.ts';
import { useDownload } from '../../ui/use-download.ts';
import { type Letter, titleOf } from './letter-words.ts';
import { SignDialog } from './sign-dialog.tsx';

/** What can be done with a letter as a whole (文书操作): export, sign, discard, withdraw. */
export function LetterActions({ letter }: { letter: Letter }) {
  const { id, version, state, allowed } = letter;
  const { message } = App.useApp();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { saving, download } = useDownload();
  const [signing, setSigning] = useState(false);
  const again = () => {
    void queryClient.invalidateQueries({ queryKey: api.letters.key() });
    void queryClient.invalidateQueries({ queryKey: api.tasks.key() });
  };
  const onError = (error: unknown) => {
    void message.error(describeFault(error));
    again();
  };
  const discard = useMutation(
    api.letters.discard.mutationOptions({
      onSuccess: () => {
        void navigate('/letters', { replace: true });
        queryClient.removeQueries({ queryKey: api.letters.get.queryKey({ input: { id } }) });
        void queryClient.invalidateQueries({ queryKey: api.letters.list.key() });
        void message.success('草稿已删去，审读页的处理不受影响。');
      },
      onError,
    }),
  );
  const withdraw = useMutation(
    api.letters.withdraw.mutationOptions({
      onSuccess: () => {
        again();
        void message.success('已撤回。');
      },
      onError,
    }),
  );
  const title = titleOf(letter);
  const files: Record<string, () => void> = {
    letter: () => download(fillRoute(LETTER_ROUTES.letter, { id }), `${title}.docx`),
    registerDocx: () => download(fillRoute(LETTER_ROUTES.registerDocx, { id }), `${title}（审改意见登记表）.docx`),
    letterPdf: () => download(fillRoute(LETTER_ROUTES.letterPdf, { id }), `${title}.pdf`),
    registerPdf: () => download(fillRoute(LETTER_ROUTES.registerPdf, { id }), `${title}（审改意见登记表）.pdf`),
    registerXlsx: () => download(fillRoute(LETTER_ROUTES.registerXlsx, { id }), `${title}（审改意见登记表）.xlsx`),
  };
  return (
    <>
      {state !== 'withdrawn' && (
        <>
          <Button loading={saving} onClick={files['letter']} data-testid="letter-export">
            导出 Word
          </Button>
          <Button onClick={files['letterPdf']} data-testid="letter-pdf">
            排印 PDF
          </Button>
        </>
      )}
      {letter.kind === 'opinions' && state !== 'withdrawn' && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              { key: 'registerDocx', label: <span data-testid="register-docx">Word（.docx）</span> },
              { key: 'registerXlsx', label: <span data-testid="register-xlsx">Excel（.xlsx）</span> },
              { key: 'registerPdf', label: <span data-testid="register-pdf">排印 PDF</span> },
            ],
            onClick: ({ key }) => files[key]?.(),
          }}
        >
          <Button data-testid="letter-register">
            审改意见登记表 <DownOutlined />
          </Button>
        </Dropdown>
      )}
      <Button icon={<PrinterOutlined />} onClick={() => window.print()} data-testid="letter-print">
        打印
      </Button>
      {state === 'draft' && allowed.edit && (
        <Popconfirm
          title="删去这份草稿？"
          description="草稿中改过的文字一并删去；审读页的处理不受影响，可重新拟稿。"
          okText="删去"
          okButtonProps={{ danger: true, 'data-testid': 'letter-discard-confirm' }}
          onConfirm={() => discard.mutate({ id, version })}
        >
          <Button loading={discard.isPending} data-testid="letter-discard">
            删去草稿
          </Button>
        </Popconfirm>
      )}
      {state === 'draft' && allowed.sign && (
        <Button type="primary" onClick={() => setSigning(true)} data-testid="letter-sign">
          签发
        </Button>
      )}
      {state === 'signed' && allowed.withdraw && (
        <Popconfirm
          title="撤回这份文书？"
          description="相应的待办一并撤回，已收到的答复仍保留备查。需要时可另拟新稿。"
          okText="撤回"
          okButtonProps={{ 'data-testid': 'letter-withdraw-confirm' }}
          onConfirm={() => withdraw.mutate({ id, version })}
        >
          <Button loading={withdraw.isPending} data-testid="letter-withdraw">
            撤回
          </Button>
        </Popconfirm>
      )}
      {signing && <SignDialog letter={letter} onClose={() => setSigning(false)} />}
    </>
  );
}
