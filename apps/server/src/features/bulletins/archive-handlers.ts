import { implement } from '@orpc/server';
import { contract } from '@xiuzhi/contract';

import { refuse, requireCaller, type Context } from '../../http/context.ts';
import { decodeCursor, encodeCursor, SHAPES } from '../../http/cursor.ts';
import { backIssueHandlers } from './back-issue-handlers.ts';
import { citeIssue } from './citation.ts';
import { factHandlers } from './fact-handlers.ts';
import { checkSeriesNumbers } from './numbering.ts';
import { findReadable } from './readable.ts';
import { excerptOf } from './search-excerpt.ts';
import { findCitedItem, MOST_COUNTED, searchItems } from './search-items.ts';
import { enterSeries } from './bulletin-access.ts';

const os = implement(contract.bulletins).$context<Context>();

/** `infinity` is the day of a draft that has none yet. */
const DAY = { test: (value: string) => value === 'infinity' || SHAPES.day.test(value) };

/** What was issued (往期): search, citations, facts, files read back, numbers checked. */
export const archiveHandlers = {
  ...backIssueHandlers,
  ...factHandlers,

  search: os.search.handler(async ({ input, context }) => {
    const readable = await findReadable(context.db, requireCaller(context));
    const [day, issueId, position] = input.cursor ? decodeCursor(input.cursor, [DAY, SHAPES.uuid, SHAPES.number]) : [];
    const { words, seriesId, from, to, limit } = input;
    const { rows, found } = await searchItems(context.db, {
      words,
      readable,
      limit: limit + 1,
      ...(seriesId ? { seriesId } : {}),
      ...(from ? { from } : {}),
      ...(to ? { to } : {}),
      ...(day && issueId ? { after: { day, issueId, position: Number(position) } } : {}),
    });
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return {
      items: page.map((row) => ({
        itemId: row.id,
        issueId: row.issue_id,
        seriesName: row.series_name,
        year: row.year,
        number: row.number,
        total: row.total,
        supplement: row.supplement,
        issuedOn: row.issued_on,
        column: row.column_name,
        title: row.title,
        source: row.source,
        excerpt: excerptOf(row.body, words),
        citation: citeIssue(row),
      })),
      next: rows.length > page.length && last ? encodeCursor([last.day, last.issue_id, last.position]) : null,
      total: Math.min(found, MOST_COUNTED),
      isMore: found > MOST_COUNTED,
    };
  }),

  cite: os.cite.handler(async ({ input, context }) => {
    const readable = await findReadable(context.db, requireCaller(context));
    const item = (await findCitedItem(context.db, readable, input.id)) ?? refuse('NOT_FOUND');
    return {
      itemId: item.id,
      issueId: item.issue_id,
      title: item.title,
      source: item.source,
      issuedOn: item.issued_on,
      citation: citeIssue(item),
    };
  }),

  numbering: os.numbering.handler(async ({ input, context }) => {
    const { series, isOwn } = await enterSeries(context.db, requireCaller(context), input.id);
    if (!isOwn) refuse('NOT_ALLOWED');
    return checkSeriesNumbers(context.db, series);
  }),
};
