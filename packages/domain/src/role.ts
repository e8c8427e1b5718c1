/** Roles (角色) of posts: 管理员、审校负责人、审校员、查阅者；信息员、简报编辑、核稿人、签发人、保密审查员. */
export const ROLES = [
  'administrator',
  'reviewLead',
  'reviewer',
  'reader',
  'reporter',
  'bulletinEditor',
  'bulletinChecker',
  'signer',
  'secrecyOfficer',
] as const;
export type Role = (typeof ROLES)[number];

/** Chinese names of the roles, as the interface shows them. */
export const ROLE_NAMES: Record<Role, string> = {
  administrator: '管理员',
  reviewLead: '审校负责人',
  reviewer: '审校员',
  reader: '查阅者',
  reporter: '信息员',
  bulletinEditor: '简报编辑',
  bulletinChecker: '核稿人',
  signer: '签发人',
  secrecyOfficer: '保密审查员',
};
