export * from './action.ts';
export * from './audit-action.ts';
export * from './decision.ts';
export * from './preset.ts';
export * from './role.ts';
export * from './permission.ts';
