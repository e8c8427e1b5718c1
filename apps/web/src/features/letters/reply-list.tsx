import { useQueryClient } from '@tanstack/react-query';
import { LETTER_ROUTES } from '@xiuzhi/contract';
import { Alert, Button, Card } from 'antd';
import { useState } from 'react';

import { api } from '../../api.ts';
import { fillRoute } from '../../ui/download-file.ts';
import { formatInstant } from '../../ui/format-instant.ts';
import { SecrecyNotice } from '../../ui/secrecy-notice.tsx';
import { useDownload } from '../../ui/use-download.ts';
import { describeReceipt } from './describe-receipt.ts';
import type { Letter } from './letter-words.ts';
import { type Receipt, ReplyUpload } from './reply-upload.tsx';

/** The Word files that came back (回函), what of them found no line, and where one more is handed in. */
export function ReplyList({ letter }: { letter: Letter }) {
  const queryClient = useQueryClient();
  const { saving, download } = useDownload();
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const receive = (received: Receipt | null) => {
    setReceipt(received);
    if (!received) return;
    void queryClient.invalidateQueries({ queryKey: api.letters.key() });
    void queryClient.invalidateQueries({ queryKey: api.tasks.key() });
  };
  const elsewhere = receipt !== null && receipt.letterId !== letter.id;
  return (
    <Card
      size="small"
      title={letter.replies.length > 0 ? `回函（${letter.replies.length}）` : '回函'}
      className="replies no-print"
      data-testid="replies"
    >
      {letter.replies.length === 0 && <p className="muted">还没有收到回传的文件。</p>}
      {letter.replies.map((reply) => (
        <div key={reply.id} className="reply-item" data-testid="reply-item">
          <div className="reply-facts">
            <Button
              type="link"
              size="small"
              disabled={saving}
              onClick={() => download(fillRoute(LETTER_ROUTES.replyFile, { id: reply.id }), reply.fileName)}
              data-testid="reply-original"
            >
              {reply.fileName}
            </Button>
            <span className="muted">
              {formatInstant(reply.receivedAt)} · {reply.receivedBy ? `${reply.receivedBy}上传` : '回传页收到'}
            </span>
            <span>
              对应 {reply.matched} 条
              {reply.unmatched.length > 0 && `，未能对应 ${reply.unmatched.length} 处，请对照原件核对：`}
            </span>
          </div>
          {reply.unmatched.length > 0 && (
            <ul className="reply-unmatched" data-testid="reply-unmatched">
              {reply.unmatched.map(({ text }, at) => (
                <li key={at}>{text}</li>
              ))}
            </ul>
          )}
        </div>
      ))}
      {letter.state === 'signed' && (
        <div className="below">
          <p>上传回函（Word）：填好的审查意见、核实单或登记表，系统按其中的标识逐条对应。</p>
          <ReplyUpload onReceived={receive} />
          {receipt && (
            <Alert
              type={elsewhere ? 'warning' : 'success'}
              showIcon
              className="below"
              data-testid="reply-receipt"
              title={describeReceipt(receipt)}
              {...(elsewhere && { description: '这份回函对应的不是本页的文书，已归到它所答复的那一份。' })}
            />
          )}
          <div className="below">
            <SecrecyNotice />
          </div>
        </div>
      )}
    </Card>
  );
}
