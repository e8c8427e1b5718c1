/** Everything a post may be allowed to do (操作); the policy files of the features say which role may. */
export const ACTIONS = [
  'accounts.manage',
  'audit.read',
  'works.read',
  'works.manage',
  'manuscripts.read',
  'manuscripts.import',
  'manuscripts.remove',
  'reviews.read',
  'reviews.decide',
  'reviews.export',
] as const;
export type Action = (typeof ACTIONS)[number];

/** Chinese names of the actions. */
export const ACTION_NAMES: Record<Action, string> = {
  'accounts.manage': '管理人员与岗位',
  'audit.read': '查看审计记录',
  'works.read': '查看志鉴项目',
  'works.manage': '新建、修改项目',
  'manuscripts.read': '阅读书稿',
  'manuscripts.import': '导入书稿',
  'manuscripts.remove': '移除书稿',
  'reviews.read': '查看疑点',
  'reviews.decide': '处理疑点',
  'reviews.export': '导出批注稿',
};
