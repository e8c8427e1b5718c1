import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

import { BLOCK_PAGE, type Block, blockOptions, blocksOptions } from './book-text.ts';
import type { FindingDetail } from './finding-index.ts';

const LONGEST = 110;
/** Milliseconds a card stays in view before the text around its quote is asked for. */
const REST = 250;

const flat = (text: string) => text.replace(/[\t\n]+/g, ' ');

/** Quote of a finding with some characters either side (原文), once that text is here. */
export function QuoteInContext({ id, finding, room }: { id: string; finding: FindingDetail; room: number }) {
  const [rested, setRested] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setRested(true), REST);
    return () => clearTimeout(timer);
  }, []);
  const read = useQuery({
    ...blocksOptions(id, finding.block),
    // The text pane fetches what is read; a list of cards must not fetch a book.
    enabled: false,
    select: (page: Block[]) => page[finding.block % BLOCK_PAGE],
  }).data;
  // A bare comma tells nothing: a card that stays in view gets the one block that it is about.
  const alone = useQuery({ ...blockOptions(id, finding.block), enabled: rested && !read }).data?.[0];
  const block = read ?? alone;
  const from = block ? finding.start - block.start : 0;
  const to = block ? finding.end - block.start : 0;
  const { quote } = finding;
  return (
    <>
      {block && (from > room ? '…' : '') + flat(block.text.slice(Math.max(0, from - room), from))}
      <mark>{flat(quote.length > LONGEST + 10 ? `${quote.slice(0, LONGEST)}……` : quote) || '‸'}</mark>
      {block && flat(block.text.slice(to, to + room)) + (to + room < block.text.length ? '…' : '')}
    </>
  );
}

/** The edit a finding suggests (建议改法), as before → after. */
export function Replacement({ finding }: { finding: FindingDetail }) {
  const { suggestion, start, quote } = finding;
  if (!suggestion) return null;
  const before = quote.slice(Math.max(0, suggestion.start - start), Math.max(0, suggestion.end - start));
  return (
    <>
      <del>{before || '（空）'}</del>
      <span className="arrow"> → </span>
      <ins>{suggestion.replacement || '（删去）'}</ins>
    </>
  );
}
