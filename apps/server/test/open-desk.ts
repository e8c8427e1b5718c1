import { openHouse, type OpenHouse, type Visitor } from './open-house.ts';

const CITY = '510000/510100/';
const COUNTY = '510000/510100/510104/';

/** Somebody of the office, who can sign in. */
export type Colleague = Awaited<ReturnType<OpenHouse['join']>>;
type Issue = Awaited<ReturnType<Visitor['api']['bulletins']['get']>>;

/** A city office that issues a circulated series with two columns, its people, and a county below it. */
export interface Desk {
  readonly house: OpenHouse;
  readonly cityId: string;
  readonly seriesId: string;
  readonly editor: Colleague;
  readonly checker: Colleague;
  readonly officer: Colleague;
  readonly signer: Colleague;
  /** A reader of the county below. */
  readonly county: Visitor;
  /** A draft of that day with an item of each title. */
  draft(issuedOn?: string, titles?: readonly string[]): Promise<Issue>;
  /** Hands a draft over, checks it and reviews it: all that the signature needs. */
  prepare(issue: Issue): Promise<Issue>;
  sign(issue: Issue): Promise<Issue>;
}

/** How a desk is opened: with the web or without, and with what its series is set to otherwise. */
export interface DeskOptions {
  readonly webFolder?: string;
  readonly series?: Partial<Omit<Parameters<Visitor['api']['bulletins']['createSeries']>[0], 'organisationId'>>;
}

/** What the series is set to. */
export const SERIES = {
  kind: 'work' as const,
  name: '甲市地方志工作简报',
  issuer: '甲市地方志办公室',
  columns: ['特别关注', '区县动态'],
  sourceLine: true,
  intake: true,
  circulated: true,
  running: true,
  base: null,
  printedBy: '甲市地方志办公室',
  copies: 21,
  recipients: { up: ['市委，市政府'], across: ['市直各部门'], down: ['各区县地方志工作机构'] },
};

/** An item as the editor types it. */
export const textOf = (column: string | null, title: string) => ({
  column,
  title,
  subtitle: null,
  body: `${title}。近日，乙县完成年鉴初稿。\n全书共30万字。`,
  source: '乙县地方志办公室',
});

/** Opens a house of its own for one desk; of its series some things may be set otherwise. */
export async function openDesk({ series = {}, ...options }: DeskOptions = {}): Promise<Desk> {
  const house = await openHouse(options);
  const editor = await house.join('bulletinEditor', CITY);
  const checker = await house.join('bulletinChecker', CITY);
  const officer = await house.join('secrecyOfficer', CITY);
  const signer = await house.join('signer', CITY);
  const county = await house.join('reader', COUNTY);
  const city = await house.db
    .selectFrom('organisation')
    .select('id')
    .where('path', '=', CITY)
    .executeTakeFirstOrThrow();
  const { id: seriesId } = await editor.api.bulletins.createSeries({ ...SERIES, ...series, organisationId: city.id });
  const prepare: Desk['prepare'] = async ({ id, version }) => {
    await editor.api.bulletins.submit({ id, version });
    await checker.api.bulletins.check({ id, version });
    return officer.api.bulletins.reviewSecrecy({ id, version, outcome: 'cleared' });
  };
  return {
    house,
    cityId: city.id,
    seriesId,
    editor,
    checker,
    officer,
    signer,
    county,
    async draft(issuedOn = '2026-11-20', titles = ['乙县年鉴通过初审']) {
      let issue = await editor.api.bulletins.create({ seriesId, issuedOn });
      for (const title of titles)
        issue = await editor.api.bulletins.addItem({
          id: issue.id,
          version: issue.version,
          ...textOf('区县动态', title),
        });
      return issue;
    },
    prepare,
    async sign(issue) {
      const { id, version } = await prepare(issue);
      return signer.api.bulletins.sign({ id, version, disclosure: 'proactive' });
    },
  };
}
