/** Roles (角色) of posts: 管理员、审校负责人、审校员、查阅者. */
export const ROLES = ['administrator', 'reviewLead', 'reviewer', 'reader'] as const;
export type Role = (typeof ROLES)[number];

/** Chinese names of the roles, as the interface shows them. */
export const ROLE_NAMES: Record<Role, string> = {
  administrator: '管理员',
  reviewLead: '审校负责人',
  reviewer: '审校员',
  reader: '查阅者',
};
