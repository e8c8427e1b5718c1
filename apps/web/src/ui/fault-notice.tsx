import { Alert, Button } from 'antd';

import { describeFault } from '../api.ts';

/** Why something could not be read, with a way to try again (读取失败). */
export function FaultNotice({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  return (
    <Alert
      type="warning"
      showIcon
      data-testid="fault-notice"
      title={describeFault(error)}
      action={
        onRetry && (
          <Button size="small" onClick={onRetry}>
            重试
          </Button>
        )
      }
    />
  );
}
