import type { Page } from 'playwright-core';

/** What of the document of a page is used here; these files are compiled without the types of a browser. */
interface TextDocument {
  createTreeWalker(root: unknown, show: number): { nextNode(): { textContent: string } | null };
  createRange(): { setStart(node: unknown, at: number): void; setEnd(node: unknown, at: number): void };
  getSelection(): { removeAllRanges(): void; addRange(range: unknown): void };
}

/** Selects from the first words to the last in the text of the book (选中文字), as a mouse would. */
export async function selectWords(page: Page, from: string, to: string = from): Promise<void> {
  await page.locator('.text-column').evaluate(
    (column: { ownerDocument: unknown }, [first, last]) => {
      const document = column.ownerDocument as TextDocument;
      const texts = document.createTreeWalker(column, 4);
      const range = document.createRange();
      let begun = false;
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        if (!begun && node.textContent.includes(first!)) {
          range.setStart(node, node.textContent.indexOf(first!));
          begun = true;
        }
        if (begun && node.textContent.includes(last!)) {
          range.setEnd(node, node.textContent.indexOf(last!) + last!.length);
          break;
        }
      }
      document.getSelection().removeAllRanges();
      document.getSelection().addRange(range);
    },
    [from, to],
  );
}
