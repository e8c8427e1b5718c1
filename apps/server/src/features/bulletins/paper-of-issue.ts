import { DISCLOSURE_NAMES, printIssueNumber, type Disclosure } from '@xiuzhi/domain';
import type { BulletinPaper, BulletinSection, PaperParagraph } from '@xiuzhi/typeset';

import { printDay } from '../../paper/print-day.ts';
import { layRecipients } from './lay-recipients.ts';
import type { ItemRow } from './store-items.ts';
import type { IssueRow } from './store.ts';

/** An issue as it is printed (印发稿); until it is signed it has no number, and the head says 送审稿. */
export function paperOfIssue(issue: IssueRow, items: readonly ItemRow[]): BulletinPaper {
  const isDraft = issue.state !== 'signed';
  const { up, across, down } = issue;
  return {
    kind: 'bulletin',
    masthead: issue.name,
    numberLine: isDraft ? '' : printIssueNumber(issue),
    issuer: issue.issuer,
    date: printDay(issue.issued_on),
    sections: sectionsOf(items),
    disclosure: issue.disclosure === null ? null : DISCLOSURE_NAMES[issue.disclosure as Disclosure],
    recipients: { up: layRecipients(up), across: layRecipients(across), down: layRecipients(down) },
    printedBy: issue.printed_by,
    printedOn: printDay(issue.printed_on ?? issue.issued_on),
    copies: issue.copies,
    draft: isDraft,
  };
}

/** Items stand column by column already: each column is named once. */
function sectionsOf(items: readonly ItemRow[]): BulletinSection[] {
  const sections: { column: string | null; items: BulletinSection['items'][number][] }[] = [];
  for (const { column_name: column, title, subtitle, body, source } of items) {
    if (sections.at(-1)?.column !== column || sections.length === 0) sections.push({ column, items: [] });
    const paragraphs = body.split('\n').filter(Boolean).map(paragraphOf);
    sections.at(-1)!.items.push({ title, subtitle, paragraphs, source });
  }
  return sections;
}

/** A heading stands on a line of its own and is no sentence. */
const HEADINGS: readonly (readonly [1 | 2, RegExp])[] = [
  [1, /^[一二三四五六七八九十]+、[^。；！？]{1,30}$/u],
  [2, /^（[一二三四五六七八九十]+）[^。；！？]{1,30}$/u],
];

function paragraphOf(text: string): PaperParagraph {
  return { text, bold: null, level: HEADINGS.find(([, heading]) => heading.test(text))?.[0] ?? 0 };
}

/** What a file of an issue is called (文件名), without its ending: 甲市地方志工作简报2026年第12期（总第88期）. */
export function fileNameOf(issue: IssueRow): string {
  if (issue.state !== 'signed') return `${issue.name}（送审稿）`;
  return `${issue.name}${issue.year === null ? '' : `${issue.year}年`}${printIssueNumber(issue)}`;
}
