import type { Browser } from 'playwright-core';

import { openHouse, type OpenHouse } from '../../apps/server/test/open-house.ts';
import { importText } from '../../apps/server/test/import-text.ts';
import { launchBrowser } from './launch-browser.ts';
import { openPage, signIn, type WatchedPage } from './open-page.ts';
import { WEB_FOLDER } from './web-folder.ts';
import { writeBook } from './write-book.ts';

type Visitor = Awaited<ReturnType<OpenHouse['join']>>;

/** A server with the web app, a review lead of the province, and a browser. */
export interface Stage {
  readonly house: OpenHouse;
  readonly browser: Browser;
  /** Review lead (审校负责人) of the province office. */
  readonly lead: Visitor;
  /** Imports the invented yearbook; resolves with its revision. */
  importBook(): Promise<string>;
  /** A window of its own where this person has signed in, on `route`. */
  open(person: Visitor, route: string): Promise<WatchedPage>;
  close(): Promise<void>;
}

/** Opens the stage of a journey. */
export async function openStage(): Promise<Stage> {
  const house = await openHouse({ webFolder: WEB_FOLDER });
  const browser = await launchBrowser();
  const lead = await house.join('reviewLead', '510000/');
  return {
    house,
    browser,
    lead,
    importBook: async () =>
      importText(lead, house.first.provinceId, '乙县年鉴.docx', new Uint8Array(await writeBook())),
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
