import type { Role } from '@xiuzhi/domain';
import { Document, Packer, Paragraph } from 'docx';

import { openHouse, type OpenHouse, type Visitor } from './open-house.ts';

/** Offices of a test by their paths: two counties of one city, and another city. */
export const INTAKE_PATHS = {
  province: '510000/',
  city: '510000/510100/',
  county: '510000/510100/510104/',
  neighbour: '510000/510100/510105/',
  elsewhere: '510000/510300/',
} as const;

type Member = Awaited<ReturnType<OpenHouse['join']>>;

/** A province office that takes copy in, and people around it. */
export interface Intake {
  readonly house: OpenHouse;
  readonly editor: Member;
  readonly reporter: Member;
  readonly seriesId: string;
  /** Name of the office at this path. */
  nameOf(path: string): Promise<string>;
  join(role: Role, path: string): Promise<Member>;
  /** A draft issue of the series. */
  draft(): Promise<string>;
  /** Copy of the county, as it should be. */
  copy(over?: Partial<Copy>): Promise<Copy>;
}

type Copy = Parameters<Visitor['api']['dispatches']['send']>[0];

const SERIES = {
  issuer: '某省地方志工作办公室',
  sourceLine: true,
  running: true,
  base: null,
  printedBy: '某省地方志工作办公室综合处',
  copies: 20,
  recipients: { up: [], across: [], down: [] },
};

/** Opens a house with a work bulletin that takes copy in (工作简报), its editor and a reporter of a county. */
export async function openIntake(options: { webFolder?: string } = {}): Promise<Intake> {
  const house = await openHouse(options);
  const editor = await house.join('bulletinEditor', INTAKE_PATHS.province);
  const reporter = await house.join('reporter', INTAKE_PATHS.county);
  const series = await editor.api.bulletins.createSeries({
    ...SERIES,
    organisationId: house.first.provinceId,
    kind: 'work',
    name: '某省地方志工作简报',
    columns: ['特别关注', '市州动态'],
    intake: true,
    circulated: true,
  });
  const nameOf = async (path: string) =>
    (await house.db.selectFrom('organisation').select('name').where('path', '=', path).executeTakeFirstOrThrow()).name;
  return {
    house,
    editor,
    reporter,
    seriesId: series.id,
    nameOf,
    join: (role, path) => house.join(role, path),
    draft: async () =>
      (await editor.api.bulletins.create({ seriesId: series.id, issuedOn: '2026-11-20', supplement: false })).id,
    copy: async (over = {}) => ({
      seriesId: series.id,
      title: '我县启动镇村志编修',
      body: '11月18日，我县召开镇村志编修推进会。\n会议明确了时间安排。',
      source: await nameOf(INTAKE_PATHS.county),
      approvedBy: '主任王某',
      approvedOn: '2026-11-19',
      ...over,
    }),
  };
}

/** A political-work series (政工简讯) of the province office, and a draft issue of it. */
export async function openPoliticalWork({ house, editor }: Pick<Intake, 'house' | 'editor'>) {
  const series = await editor.api.bulletins.createSeries({
    ...SERIES,
    organisationId: house.first.provinceId,
    kind: 'politicalWork',
    name: '某省地方志办政工简讯',
    columns: [],
    sourceLine: false,
    intake: false,
    circulated: false,
  });
  const issue = await editor.api.bulletins.create({ seriesId: series.id, issuedOn: '2026-11-20', supplement: false });
  return { seriesId: series.id, issueId: issue.id };
}

/** A Word file of these paragraphs. */
export async function writeWord(paragraphs: readonly string[]): Promise<Buffer<ArrayBuffer>> {
  const children = paragraphs.map((text) => new Paragraph(text));
  return Buffer.from(await Packer.toArrayBuffer(new Document({ sections: [{ children }] })));
}
