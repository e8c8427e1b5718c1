import { implement } from '@orpc/server';
import { contract } from '@xiuzhi/contract';
import { AUDIT_TITLES, type AuditAction } from '@xiuzhi/domain';

import { reach, refuse, requireCaller, type Context } from '../../http/context.ts';
import { decodeCursor, encodeCursor, SHAPES } from '../../http/cursor.ts';
import { listAudit, sealAudit, verifyAudit } from './store.ts';

const os = implement(contract.audit).$context<Context>();

/** Audit (审计): the list and the verification of the chain. */
export const auditHandlers = {
  list: os.list.handler(async ({ input, context }) => {
    const paths = reach(requireCaller(context), 'audit.read');
    if (paths.length === 0) refuse('NOT_ALLOWED');
    const [before] = input.cursor ? decodeCursor(input.cursor, [SHAPES.number]) : [];
    const rows = await listAudit(context.db, {
      paths,
      limit: input.limit + 1,
      ...(before ? { before: Number(before) } : {}),
    });
    const page = rows.slice(0, input.limit);
    return {
      items: page.map((row) => ({
        id: row.id,
        at: row.at.toISOString(),
        actor: row.name ?? '系统',
        action: row.action,
        actionTitle: AUDIT_TITLES[row.action as AuditAction] ?? row.action,
        subject: row.subject,
        seal: row.hash?.toString('hex') ?? null,
      })),
      next: rows.length > page.length ? encodeCursor([page.at(-1)!.id]) : null,
    };
  }),

  verify: os.verify.handler(async ({ context }) => {
    if (reach(requireCaller(context), 'audit.read').length === 0) refuse('NOT_ALLOWED');
    await sealAudit(context.db);
    return verifyAudit(context.db);
  }),
};
