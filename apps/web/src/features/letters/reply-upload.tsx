import { LETTER_ROUTES, type replyReceipt } from '@xiuzhi/contract';

import { DropWordFile } from '../../ui/drop-word-file.tsx';

/** What is told of an answered letter that was sent in (回执). */
export type Receipt = (typeof replyReceipt)['_output'];

/** Where an answered letter is handed in (上传回函): one Word file, with the bytes sent and a way to stop. */
export function ReplyUpload({ onReceived }: { onReceived: (receipt: Receipt | null) => void }) {
  return (
    <DropWordFile
      address={LETTER_ROUTES.reply}
      testId="reply"
      doing="填好"
      then=""
      hint="请在原来的文件上填写，不要另起一份"
      onChosen={() => onReceived(null)}
      onAnswered={(answer) => onReceived(answer as Receipt)}
    />
  );
}
