import { expect } from 'vitest';

import type { WatchedPage } from './open-page.ts';

/** Shows a page on a screen of this size, takes its picture, and expects no sideways scroll and no trouble. */
export async function fitScreen(
  { page, picture, troubles }: WatchedPage,
  { name, size, words }: { name: string; size: { width: number; height: number }; words: string },
): Promise<void> {
  await page.setViewportSize(size);
  await page.locator('main').getByText(words).first().waitFor();
  await page.waitForLoadState('networkidle');
  await picture(name);
  expect(await sidewaysScroll(page)).toBe(0);
  expect(troubles).toEqual([]);
  await page.context().close();
}

/** Turns a page into what a sheet of A4 prints of it: 210 mm less margins of 18 mm, at 96 dots an inch. */
export async function showAsPrinted(page: WatchedPage['page']): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 658, height: 980 });
}

/** CSS pixels by which the page, or the part of it that scrolls, is wider than the screen. */
export async function sidewaysScroll(page: WatchedPage['page']): Promise<number> {
  return page.evaluate<number>(
    `Math.max(...[document.documentElement, document.querySelector('.stage')].filter(Boolean)
      .map((box) => box.scrollWidth - box.clientWidth))`,
  );
}
