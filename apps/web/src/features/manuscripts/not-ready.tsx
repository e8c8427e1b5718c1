import { Button, Progress, Result } from 'antd';
import { Link } from 'react-router';

import type { Outputs } from '../../api.ts';

/** Shown in place of a text that is still being processed or could not be read (稿件尚不可审读). */
export function NotReady({ revision }: { revision: Outputs['manuscripts']['get'] }) {
  const back = (
    <Link to={`/works/${revision.workId}`}>
      <Button type="primary">返回项目</Button>
    </Link>
  );
  if (revision.state === 'failed') {
    return <Result status="warning" title="这份稿件未能导入" subTitle={revision.problem} extra={back} />;
  }
  return (
    <Result
      status="info"
      title="稿件尚在处理"
      subTitle={<Progress percent={revision.progress} style={{ width: 280 }} />}
      extra={back}
    />
  );
}
