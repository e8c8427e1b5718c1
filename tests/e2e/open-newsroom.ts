import type { Browser } from 'playwright-core';

import { openHouse, type OpenHouse } from '../../apps/server/test/open-house.ts';
import { launchBrowser } from './launch-browser.ts';
import { openPage, signIn, type WatchedPage } from './open-page.ts';
import { WEB_FOLDER } from './web-folder.ts';

const CITY = '510000/510100/';

type Visitor = Awaited<ReturnType<OpenHouse['join']>>;
type Issue = Awaited<ReturnType<Visitor['api']['bulletins']['get']>>;

/** A city office with a series of bulletins, the people who make it, and a browser. */
export interface Newsroom {
  readonly house: OpenHouse;
  readonly browser: Browser;
  readonly editor: Visitor;
  readonly checker: Visitor;
  readonly officer: Visitor;
  readonly signer: Visitor;
  readonly seriesId: string;
  /** A draft of that day with these items. */
  draft(issuedOn: string | null, items: readonly Text[]): Promise<Issue>;
  /** A window of its own where this person has signed in, on `route`. */
  open(person: Visitor, route: string): Promise<WatchedPage>;
  close(): Promise<void>;
}

interface Text {
  readonly column: string;
  readonly title: string;
  readonly body: string;
  readonly source: string;
}

/** Opens the newsroom of a journey: issues go on from 第11期（总第87期） of 2026. */
export async function openNewsroom(): Promise<Newsroom> {
  const house = await openHouse({ webFolder: WEB_FOLDER });
  const browser = await launchBrowser();
  const editor = await house.join('bulletinEditor', CITY);
  const checker = await house.join('bulletinChecker', CITY);
  const officer = await house.join('secrecyOfficer', CITY);
  const signer = await house.join('signer', CITY);
  const city = await house.db
    .selectFrom('organisation')
    .select('id')
    .where('path', '=', CITY)
    .executeTakeFirstOrThrow();
  const series = await editor.api.bulletins.createSeries({
    organisationId: city.id,
    kind: 'work',
    name: '甲市地方志工作简报',
    issuer: '甲市地方志办公室',
    columns: ['特别关注', '区县动态'],
    sourceLine: true,
    intake: true,
    circulated: true,
    running: true,
    base: { year: 2026, number: 11, total: 87 },
    printedBy: '甲市地方志办公室',
    copies: 25,
    recipients: {
      up: ['省地方志工作机构', '市委，市人大常委会，市人民政府，市政协'],
      across: ['市直各部门'],
      down: ['各区县地方志工作机构'],
    },
  });
  return {
    house,
    browser,
    editor,
    checker,
    officer,
    signer,
    seriesId: series.id,
    async draft(issuedOn, items) {
      let issue = await editor.api.bulletins.create({ seriesId: series.id, issuedOn });
      for (const item of items)
        issue = await editor.api.bulletins.addItem({ id: issue.id, version: issue.version, subtitle: null, ...item });
      return issue;
    },
    async open(person, route) {
      const visit = await openPage(browser, house.url, route);
      await signIn(visit.page, person);
      return visit;
    },
    async close() {
      await browser.close();
      await house.close();
    },
  };
}
