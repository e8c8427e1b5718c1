import { REFUSALS } from '@xiuzhi/contract';
import { Button, Result } from 'antd';
import { Link } from 'react-router';

import { useDocumentTitle } from './page-title.tsx';

/** Page for a place that none of the person's posts opens (无权查看的页面). */
export function ClosedPage() {
  useDocumentTitle('没有权限');
  return (
    <Result
      status="403"
      title="没有权限"
      subTitle={REFUSALS.NOT_ALLOWED.message}
      extra={
        <Link to="/">
          <Button type="primary">返回首页</Button>
        </Link>
      }
    />
  );
}
