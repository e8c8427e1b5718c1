import { oc } from '@orpc/contract';
import { ACTIONS, ORGANISATION_KINDS, ORGANISATION_TREES, ROLES } from '@xiuzhi/domain';
import { z } from 'zod';

import { refuses } from './refusals.ts';
import { day, id, instant, pageInput, pageOf, text } from './scalars.ts';

/** Organisation (机构): a gazetteer office, what hangs at it, or a partner. */
export const organisation = z.object({
  id,
  name: z.string(),
  kind: z.enum(ORGANISATION_KINDS),
  tree: z.enum(ORGANISATION_TREES),
  /** Region code (行政区划代码), six digits; null for units below an office. */
  regionCode: z.string().nullable(),
  parentId: id.nullable(),
  /** Tells units of one name apart; null where the caller does not see the parent. */
  parentName: z.string().nullable(),
  /** Last day of one that was merged; null while it lasts. */
  endedOn: day.nullable(),
  /** Number of direct children that the caller may see. */
  children: z.number().int(),
});

/** Post (岗位): a role at an organisation, dated; `until` null while it lasts. */
export const post = z.object({
  id,
  role: z.enum(ROLES),
  /** What the person is called in it (职务), '' where nothing was entered. */
  title: z.string(),
  organisation: organisation.pick({ id: true, name: true }),
  since: day,
  until: day.nullable(),
});

/** Person (人员): whoever may sign in. */
export const person = z.object({
  id,
  /** Sign-in name (用户名). */
  name: z.string(),
  displayName: z.string(),
  active: z.boolean(),
  posts: z.array(post),
  createdAt: instant,
});

const me = z.object({
  person,
  mustChangePassword: z.boolean(),
  /** Actions that at least one current post grants somewhere: what the menus show. */
  actions: z.array(z.enum(ACTIONS)),
});

const token = z.object({
  id,
  label: z.string(),
  createdAt: instant,
  expiresAt: instant,
  lastUsedAt: instant.nullable(),
});

const signedIn = oc.errors(refuses('SIGN_IN_REQUIRED', 'PASSWORD_CHANGE_REQUIRED'));
const managed = signedIn.errors(refuses('NOT_ALLOWED', 'NOT_FOUND'));

/** Sign-in name (用户名) as it may be chosen. */
export const signInName = text(40).regex(/^[\p{L}\p{N}._-]{2,40}$/u, '用户名为 2 至 40 个汉字、字母或数字');

/** Accounts (组织、人员、岗位): who may sign in, where and as what. */
export const accounts = {
  signIn: oc
    .route({ method: 'POST', path: '/sign-in', summary: '登录' })
    .errors(refuses('WRONG_CREDENTIALS', 'TOO_MANY_ATTEMPTS'))
    .input(z.object({ name: z.string().max(100), password: z.string().max(200) }))
    .output(me),
  signOut: oc.route({ method: 'POST', path: '/sign-out', summary: '退出' }).output(z.object({})),
  me: oc.route({ method: 'GET', path: '/me', summary: '当前人员' }).errors(refuses('SIGN_IN_REQUIRED')).output(me),
  changePassword: oc
    .route({ method: 'POST', path: '/me/password', summary: '修改口令' })
    .errors(refuses('SIGN_IN_REQUIRED', 'WRONG_PASSWORD', 'WEAK_PASSWORD', 'TOO_MANY_ATTEMPTS'))
    .input(z.object({ current: z.string().max(200), next: z.string().max(200) }))
    .output(me),
  listTokens: signedIn.route({ method: 'GET', path: '/me/tokens', summary: '命令行令牌' }).output(z.array(token)),
  createToken: signedIn
    .route({ method: 'POST', path: '/me/tokens', summary: '新建令牌' })
    .errors(refuses('TOO_MANY_TOKENS'))
    .input(z.object({ label: text(40).min(1), days: z.number().int().min(1).max(366).default(90) }))
    .output(z.object({ token, secret: z.string() })),
  revokeToken: signedIn
    .route({ method: 'DELETE', path: '/me/tokens/{id}', summary: '停用令牌' })
    .errors(refuses('NOT_FOUND'))
    .input(z.object({ id }))
    .output(z.object({})),
  listOrganisations: signedIn
    .route({ method: 'GET', path: '/organisations', summary: '机构：某机构的下级，或按名称查找' })
    .input(z.object({ parentId: id.optional(), search: text(40).optional(), ended: z.boolean().default(false) }))
    .output(z.array(organisation)),
  listPersons: managed
    .route({ method: 'GET', path: '/persons', summary: '人员' })
    .input(z.object({ search: text(40).optional(), organisationId: id.optional(), ...pageInput }))
    .output(pageOf(person)),
  createPerson: managed
    .route({ method: 'POST', path: '/persons', summary: '新增人员，返回一次性口令' })
    .errors(refuses('NAME_TAKEN'))
    .input(
      z.object({
        name: signInName,
        displayName: text(40).min(1),
        organisationId: id,
        role: z.enum(ROLES),
        title: text(40).default(''),
        since: day.optional(),
      }),
    )
    .output(z.object({ person, oneTimePassword: z.string() })),
  updatePerson: managed
    .route({ method: 'PATCH', path: '/persons/{id}', summary: '修改人员' })
    .errors(refuses('LAST_ADMINISTRATOR'))
    .input(z.object({ id, displayName: text(40).min(1).optional(), active: z.boolean().optional() }))
    .output(person),
  resetPassword: managed
    .route({ method: 'POST', path: '/persons/{id}/reset-password', summary: '重置口令' })
    .input(z.object({ id }))
    .output(z.object({ oneTimePassword: z.string() })),
  assignPost: managed
    .route({ method: 'POST', path: '/persons/{id}/posts', summary: '任岗' })
    .input(
      z.object({
        id,
        organisationId: id,
        role: z.enum(ROLES),
        title: text(40).default(''),
        since: day.optional(),
        until: day.nullable().default(null),
      }),
    )
    .output(person),
  endPost: managed
    .route({ method: 'POST', path: '/posts/{postId}/end', summary: '离岗' })
    .errors(refuses('LAST_ADMINISTRATOR'))
    .input(z.object({ postId: id, until: day.optional() }))
    .output(person),
  handOverPost: managed
    .route({ method: 'POST', path: '/posts/{postId}/hand-over', summary: '交接岗位' })
    .errors(refuses('LAST_ADMINISTRATOR', 'POST_ENDED'))
    /** `on`: first day of the one who takes over, today where none is given. */
    .input(z.object({ postId: id, toPersonId: id, on: day.optional() }))
    .output(z.object({ from: person, to: person })),
};

/** Plain routes (文件接口) of accounts, which carry worksheets. */
export const ACCOUNT_FILE_ROUTES = {
  /** GET the empty worksheet for the import of persons. */
  template: '/api/persons/import/template.xlsx',
  /** POST multipart: field `file` → `{ rows: ImportedPerson[] }`: what would happen. */
  preview: '/api/persons/import/preview',
  /** POST multipart: field `file` → the worksheet with the one-time passwords; 409 with `rows` where a line has a problem. */
  commit: '/api/persons/import',
} as const;

/** A line of the worksheet as it would be imported (导入人员), or why not. */
export interface ImportedPerson {
  /** Line of the worksheet, from 2. */
  readonly line: number;
  readonly displayName: string;
  readonly name: string;
  readonly organisation: string;
  readonly role: string;
  readonly title: string;
  readonly since: string;
  /** `person` a new person, `post` one more post of a person above; null where there is a problem. */
  readonly outcome: 'person' | 'post' | null;
  /** In words; null where it will do. */
  readonly problem: string | null;
}
