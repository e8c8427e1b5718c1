import type { Outputs } from '../../api.ts';

/** What goes along with an organisation, in words (随同): `下级机构 2 个、在任岗位 3 个`; `各项` where nothing does yet. */
export function describeHolds({ holds }: Pick<Outputs['organisations']['get'], 'holds'>): string {
  const parts = [
    holds?.organisations && `下级机构 ${holds.organisations} 个`,
    holds?.posts && `在任岗位 ${holds.posts} 个`,
    holds?.works && `志鉴项目 ${holds.works} 个`,
  ].filter((part): part is string => typeof part === 'string');
  return parts.join('、') || '各项';
}
