import type { Database } from './db/open-database.ts';
import { recordAudit } from './db/record-audit.ts';
import type { FirstStart } from './features/accounts/ensure-administrator.ts';
import { insertSeries } from './features/bulletins/series.ts';

/**
 * Gives the province office its two series (首批刊物), named after it: the work bulletin, which takes copy in from below and
 * goes down to all offices, and that of its own political work. An office changes both as it likes.
 */
export async function seedSeries(db: Database, { provinceId }: Pick<FirstStart, 'provinceId'>): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const office = await tx
      .selectFrom('organisation')
      .select('name')
      .where('id', '=', provinceId)
      .executeTakeFirstOrThrow();
    for (const series of twoSeries(office.name)) {
      const id = await insertSeries(tx, { organisationId: provinceId, ...series });
      await recordAudit(tx, {
        actor: null,
        action: 'bulletins.createSeries',
        subject: `series:${id}`,
        content: series,
      });
    }
  });
}

/** The two series of a province office of this name; whom they go to is as their tails print it. */
function twoSeries(office: string) {
  const system = office.replace(/(?:工作)?办公室$/u, '');
  const shared = { issuer: office, running: true, base: null, printedBy: `${office}综合处` };
  return [
    {
      ...shared,
      kind: 'work',
      name: `${system}工作简报`,
      columns: ['特别关注', '市州动态'],
      sourceLine: true,
      intake: true,
      circulated: true,
      copies: 25,
      recipients: {
        up: ['省委，省人大常委会，省人民政府，省政协。', '国家地方志工作机构。'],
        across: ['省直各部门，各市（州）党委、人民政府。'],
        down: ['各市（州）地方志工作机构。'],
      },
    },
    {
      ...shared,
      kind: 'politicalWork',
      name: `${system}办政工简讯`,
      columns: [],
      sourceLine: false,
      intake: false,
      circulated: false,
      copies: 12,
      recipients: {
        up: ['省直机关工委，派驻纪检监察组。'],
        across: [],
        down: ['机关各处，各直属单位。'],
      },
    },
  ] satisfies Omit<Parameters<typeof insertSeries>[1], 'organisationId'>[];
}
