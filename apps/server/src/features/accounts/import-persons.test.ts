import { ACCOUNT_FILE_ROUTES, type ImportedPerson } from '@xiuzhi/contract';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openHouse, type OpenHouse, type Visitor } from '../../../test/open-house.ts';
import { readRows } from '../../../test/read-rows.ts';
import { writeSheet } from '@xiuzhi/manuscript/xlsx';

const COUNTY = '510000/510100/510104/';
const HEADERS = ['姓名', '用户名', '单位', '岗位', '任岗日期'];

const sheetOf = (rows: readonly (readonly string[])[], headers: readonly string[] = HEADERS, top: string[] = []) =>
  writeSheet({
    sheet: '人员',
    isLandscape: false,
    top,
    columns: headers.map((header) => ({ header, width: 12 })),
    rows,
  });
const formOf = (bytes: Uint8Array) => {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(bytes)]), '名单.xlsx');
  return { method: 'POST', body: form };
};
/** The answer to a sheet: its status, and the body where it is JSON. */
async function send(visitor: Visitor, route: 'preview' | 'commit', bytes: Uint8Array) {
  const response = await visitor.fetch(ACCOUNT_FILE_ROUTES[route], formOf(bytes));
  const isJson = response.headers.get('content-type')?.includes('json');
  const body = (isJson ? await response.json() : {}) as { rows?: ImportedPerson[]; message?: string; code?: string };
  const table = isJson ? [] : await readRows(new Uint8Array(await response.arrayBuffer()));
  return { status: response.status, ...body, table };
}

describe('the import of persons from a worksheet', () => {
  let house: OpenHouse;
  let clerk: Visitor;
  let office: string;
  beforeAll(async () => {
    house = await openHouse();
    clerk = await house.join('administrator', COUNTY);
    office = (await clerk.api.accounts.me()).person.posts[0]!.organisation.name;
  });
  afterAll(() => house.close());
  const countPersons = async () =>
    (
      await house.db
        .selectFrom('person')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
    ).n;

  it('offers a template that it takes itself', async () => {
    const response = await clerk.fetch(ACCOUNT_FILE_ROUTES.template);
    const { status, rows } = await send(clerk, 'preview', new Uint8Array(await response.arrayBuffer()));
    expect([status, rows!.length]).toEqual([200, 1]);
    expect(rows![0]!.problem).toContain('没有“乙县地方志办公室”这个单位');
  });

  it('says line by line what will happen or why not, and then imports nobody', async () => {
    const chief = await house.join('administrator', '510000/');
    await chief.api.organisations.create({ parentId: house.first.provinceId, kind: 'partner', name: '甲大学' });
    const before = await countPersons();
    const bytes = await sheetOf(
      [
        ['张某', 'zhang01', office, '审校员', '2024-03-01'],
        ['张某', 'zhang01', office, '查阅者', '2024年3月1日'],
        ['李某', 'li01', office, '审校员', '2024.13.1'],
        ['王某', 'admin', office, '审校员', ''],
        ['赵某', 'zhao01', '甲大学', '审校员', ''],
        ['钱某', 'qian01', office, '局长', ''],
        ['孙某', 'zhang01', office, '审校负责人', ''],
        ['', 'sun01', office, '审校员', ''],
        ['周某', '周 某', office, '审校员', ''],
        ['张某', 'zhang01', office, '审校员', '2024-04-01'],
      ],
      HEADERS,
      ['乙县人员名单'],
    );
    const { status, rows } = await send(clerk, 'preview', bytes);
    expect(status).toBe(200);
    expect(rows!.map(({ line, outcome }) => [line, outcome])).toEqual([
      [3, 'person'],
      [4, 'post'],
      ...[5, 6, 7, 8, 9, 10, 11, 12].map((line) => [line, null]),
    ]);
    expect(rows![1]!.since).toBe('2024-03-01');
    const reasons = ['不是日期', '已被使用', '没有“甲大学”这个单位', '没有“局长”这种岗位', '姓名不同', '没有填写姓名'];
    for (const [index, reason] of [...reasons, '2 至 40 个', '与第 3 行重复'].entries())
      expect(rows![index + 2]!.problem).toContain(reason);
    const refused = await send(clerk, 'commit', bytes);
    expect(refused).toMatchObject({ status: 409, code: 'import-problems' });
    expect(refused.rows).toEqual(rows);
    expect(await countPersons()).toBe(before);
  });

  it('takes everybody at once, with one-time passwords that work and are kept nowhere', async () => {
    const bytes = await sheetOf(
      [
        ['吴某', 'ｗｕ０１', office, '审校员', '45352', '编辑'],
        ['=HYPERLINK("http://甲")', 'zheng01', office, '查阅者', '', ''],
        ['吴某', 'wu01', office, '审校负责人', '2024-05-01', '主编'],
      ],
      [...HEADERS, '职务'],
    );
    const { status, table } = await send(clerk, 'commit', bytes);
    expect(status).toBe(200);
    const head = table.findIndex((row) => row.includes('一次性口令') && row.includes('用户名'));
    const lines = table.slice(head + 1);
    expect(lines.map((row) => row[1])).toEqual(['wu01', 'zheng01', 'wu01']);
    // A cell that could be a formula is text, as it was typed.
    expect(lines[1]![0]).toBe('=HYPERLINK("http://甲")');
    expect(lines[2]![2]).toBe('（同上）');
    const guest = house.visit();
    const me = await guest.api.accounts.signIn({ name: 'wu01', password: lines[0]![2]! });
    expect(me).toMatchObject({ mustChangePassword: true, person: { displayName: '吴某' } });
    expect(me.person.posts.map(({ role, title, since }) => [role, title, since])).toEqual([
      ['reviewLead', '主编', '2024-05-01'],
      ['reviewer', '编辑', '2024-03-01'],
    ]);
    const { items } = await clerk.api.audit.list({ limit: 10 });
    expect(items.filter(({ action }) => action === 'accounts.createPerson')).toHaveLength(2);
    expect(items.filter(({ action }) => action === 'accounts.importPersons')).toHaveLength(1);
    expect((await send(clerk, 'commit', bytes)).rows!.map(({ outcome }) => outcome)).toEqual([null, null, null]);
  });

  it('is all or nothing when two import the same names at once', async () => {
    const other = await house.join('administrator', COUNTY);
    const before = await countPersons();
    const bytes = await sheetOf(['a1', 'a2', 'a3'].map((name) => ['某人', name, office, '审校员', '']));
    const both = await Promise.all([send(clerk, 'commit', bytes), send(other, 'commit', bytes)]);
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409]);
    expect(await countPersons()).toBe(before + 3);
  });

  it('knows units of one name by those above them', async () => {
    const chief = await house.join('administrator', '510000/');
    const offices = [];
    for (const path of ['510000/510300/', '510000/510400/']) {
      const parent = await house.db
        .selectFrom('organisation')
        .select(['id', 'name'])
        .where('path', '=', path)
        .executeTakeFirstOrThrow();
      offices.push(parent.name);
      await chief.api.organisations.create({ parentId: parent.id, kind: 'internalUnit', name: '编辑部' });
    }
    const line = (unit: string, name: string) => ['某人', name, unit, '审校员', ''];
    const { rows } = await send(
      chief,
      'preview',
      await sheetOf([line('编辑部', 'b1'), line(`${offices[1]}/编辑部`, 'b2'), line(`${office}／编辑部`, 'b3')]),
    );
    expect(rows![0]!.problem).toContain('有 2 个单位叫“编辑部”');
    expect(rows!.slice(1).map(({ outcome }) => outcome)).toEqual(['person', null]);
  });

  it('is closed to whoever keeps no accounts', async () => {
    const reader = await house.join('reviewLead', COUNTY);
    expect((await send(reader, 'commit', await sheetOf([]))).status).toBe(403);
    expect((await reader.fetch(ACCOUNT_FILE_ROUTES.template)).status).toBe(403);
    expect((await send(house.visit(), 'preview', await sheetOf([]))).status).toBe(401);
  });

  const text = (value: string) => new TextEncoder().encode(value);
  const hostile: [string, () => Uint8Array | Promise<Uint8Array>, RegExp][] = [
    ['no worksheet at all', () => text('姓名,用户名'), /未能读取/],
    ['an archive of something else', () => zipSync({ 'a.txt': text('甲') }), /未能读取/],
    ['an archive that unpacks to 60 MB', () => zipSync({ 'xl/a.xml': new Uint8Array(60e6) }), /未能读取/],
    ['a cell in the last row and column there is', () => withSheet('<c r="XFD1048576"><v>1</v></c>'), /未能读取|没有/],
    ['entities that grow', () => withSheet('&a;', GROWING), /未能读取|没有/],
    ['a sheet without the columns', () => sheetOf([['甲']], ['列']), /没有“用户名”/],
    ['a sheet without some column', () => sheetOf([['甲']], ['用户名']), /缺少列：姓名、单位、岗位/],
    ['a sheet without persons', () => sheetOf([]), /没有人员/],
    [
      'too many persons',
      () => sheetOf(Array.from({ length: 301 }, () => ['某人', 'x', 'x', 'x', ''])),
      /最多导入 300 行/,
    ],
  ];
  it.each(hostile)(
    'refuses %s, and goes on',
    async (_name, make, reason) => {
      const { status, message } = await send(clerk, 'preview', await make());
      expect([status, message]).toEqual([422, expect.stringMatching(reason)]);
      expect(house.faults).toEqual([]);
    },
    60_000,
  );

  it('refuses more than 5 MB', async () => {
    expect((await send(clerk, 'preview', new Uint8Array(5 * 1024 * 1024 + 1))).status).toBe(413);
  });
});

const GROWING = `<!DOCTYPE x [<!ENTITY b "${'甲'.repeat(1000)}"><!ENTITY a "${'&b;'.repeat(1000)}">]>`;

/** A workbook of one sheet with this in its only row. */
function withSheet(row: string, prolog = ''): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const rels = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const files = {
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${rels}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r1" Type="${rels}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `${prolog}<worksheet xmlns="${main}"><sheetData><row r="1">${row}</row></sheetData></worksheet>`,
  };
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, value]) => [name, new TextEncoder().encode(value)])),
  );
}
