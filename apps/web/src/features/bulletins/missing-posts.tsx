import { useQuery } from '@tanstack/react-query';
import { ROLE_NAMES } from '@xiuzhi/domain';
import { Alert } from 'antd';
import dayjs from 'dayjs';
import { Link } from 'react-router';

import { api } from '../../api.ts';
import { findMissingPosts } from './find-missing-posts.ts';

/** Tells the administrator of an office which posts an issue still lacks (岗位提示); nothing once all are held. */
export function MissingPosts({ organisationId }: { organisationId: string }) {
  const persons = useQuery(api.accounts.listPersons.queryOptions({ input: { organisationId, limit: 100 } }));
  // Of an office too large for one page it is not known; it has set up its posts long ago.
  if (!persons.data || persons.data.next) return null;
  const missing = findMissingPosts(persons.data.items, dayjs().format('YYYY-MM-DD'));
  if (missing.length === 0) return null;
  return (
    <Alert
      type="info"
      showIcon
      className="spaced"
      data-testid="missing-posts"
      title={`本单位还没有${missing.map((role) => ROLE_NAMES[role]).join('、')}，编好的简报还不能签发。`}
      description="自己拟的稿，不能由自己核稿、保密审查、签发；人手少的，一人可以兼任后面几个岗位。"
      action={<Link to="/persons">去任岗</Link>}
    />
  );
}
