import { Alert, Button } from 'antd';
import { Link } from 'react-router';

import { describeFault, isRefusal } from '../api.ts';

/** Why something could not be read, with a way to try again or, where trying again leads nowhere, back (读取失败). */
export function FaultNotice({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const closed = isRefusal(error, 'NOT_FOUND') || isRefusal(error, 'NOT_ALLOWED');
  return (
    <Alert
      type="warning"
      showIcon
      data-testid="fault-notice"
      title={describeFault(error)}
      action={
        closed ? (
          <Link to="/">返回首页</Link>
        ) : (
          onRetry && (
            <Button size="small" onClick={onRetry}>
              重试
            </Button>
          )
        )
      }
    />
  );
}
