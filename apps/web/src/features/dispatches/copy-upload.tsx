import { DISPATCH_ROUTES, type dispatchDraft } from '@xiuzhi/contract';

import { DropWordFile } from '../../ui/drop-word-file.tsx';

/** What was read out of a Word file (识读结果). */
export type CopyDraft = (typeof dispatchDraft)['_output'];

/** Where a Word file of one item is dropped (由 Word 文件填表): title, text and source go into the form. */
export function CopyUpload({ onRead }: { onRead: (draft: CopyDraft, fileName: string) => void }) {
  return (
    <div className="spaced">
      <DropWordFile
        address={DISPATCH_ROUTES.read}
        testId="copy"
        doing="写好"
        then="，即填入下表"
        hint="一个文件一条信息：题目、正文、（署名）。文件本身不保存。请勿上传涉密文件。"
        onAnswered={(answer, file) => onRead(answer as CopyDraft, file.name)}
      />
    </div>
  );
}
