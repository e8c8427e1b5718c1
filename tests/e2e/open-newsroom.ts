import type { Browser } from 'playwright-core';

import { openDesk, type Colleague, type Desk } from '../../apps/server/test/open-desk.ts';
import { launchBrowser } from './launch-browser.ts';
import { openPage, signIn, type WatchedPage } from './open-page.ts';
import { WEB_FOLDER } from './web-folder.ts';

/** A city office with a series of bulletins, the people who make it, and a browser. */
export interface Newsroom extends Omit<Desk, 'draft'> {
  readonly browser: Browser;
  /** A draft of that day with these items. */
  draft(issuedOn: string | null, items: readonly Text[]): ReturnType<Desk['draft']>;
  /** A window of its own where this person has signed in, on `route`. */
  open(person: Colleague, route: string): Promise<WatchedPage>;
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
  const recipients = {
    up: ['省地方志工作机构', '市委，市人大常委会，市人民政府，市政协'],
    across: ['市直各部门'],
    down: ['各区县地方志工作机构'],
  };
  const series = { base: { year: 2026, number: 11, total: 87 }, copies: 25, recipients };
  const desk = await openDesk({ webFolder: WEB_FOLDER, series });
  const { house, editor, seriesId } = desk;
  const browser = await launchBrowser();
  return {
    ...desk,
    browser,
    async draft(issuedOn, items) {
      let issue = await editor.api.bulletins.create({ seriesId, issuedOn });
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
