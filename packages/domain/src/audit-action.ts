/** Audited actions (审计事项), `feature.verb`, with their Chinese titles: a change without a title here does not compile. */
export const AUDIT_TITLES = {
  'accounts.seed': '建立机构树和首位管理员',
  'accounts.signIn': '登录',
  'accounts.signOut': '退出',
  'accounts.changePassword': '修改口令',
  'accounts.resetPassword': '重置口令',
  'accounts.createPerson': '新增人员',
  'accounts.updatePerson': '修改人员',
  'accounts.assignPost': '任岗',
  'accounts.endPost': '离岗',
  'accounts.createToken': '新建令牌',
  'accounts.revokeToken': '停用令牌',
  'works.create': '新建项目',
  'works.update': '修改项目',
  'manuscripts.import': '导入书稿',
  'manuscripts.read': '书稿处理完成',
  'manuscripts.fail': '书稿处理未成',
  'manuscripts.remove': '移除书稿',
  'reviews.decide': '处理疑点',
  'reviews.undo': '撤销处理',
  'reviews.decideMany': '同类一并处理',
  'reviews.export': '导出批注稿',
} as const;

export type AuditAction = keyof typeof AUDIT_TITLES;
