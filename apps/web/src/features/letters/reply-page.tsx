import { Alert } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';

import { useDocumentTitle } from '../../ui/page-title.tsx';
import { SecrecyNotice } from '../../ui/secrecy-notice.tsx';
import { describeReceipt } from './describe-receipt.ts';
import './letters.css';
import { type Receipt, ReplyUpload } from './reply-upload.tsx';

/** Where units without an account send an answered letter back (回传页): one field, no sign-in. */
export function ReplyPage() {
  useDocumentTitle('回传核实单或审查意见');
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  return (
    <main className="sign-in reply-page">
      <div className="sign-in-card">
        <h1>
          <img src="/mark.svg" alt="" width={36} height={36} /> 修志
        </h1>
        <p>回传填好的核实单或审查意见，不需要登录</p>
        <ReplyUpload onReceived={setReceipt} />
        {receipt && <Alert type="success" showIcon data-testid="reply-receipt" title={describeReceipt(receipt)} />}
        <SecrecyNotice />
        <Link to="/sign-in" data-testid="reply-sign-in">
          返回登录页
        </Link>
      </div>
    </main>
  );
}
