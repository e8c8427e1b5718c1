import { Button, Result } from 'antd';
import { Link } from 'react-router';

import { useDocumentTitle } from './page-title.tsx';

/** Page for an address that leads nowhere (未找到页面). */
export function LostPage() {
  useDocumentTitle('没有这个页面');
  return (
    <Result
      status="404"
      title="没有这个页面"
      subTitle="地址可能有误，或内容已被移除。"
      extra={
        <Link to="/">
          <Button type="primary">返回首页</Button>
        </Link>
      }
    />
  );
}
