import type { TablePaper } from '@xiuzhi/typeset';

import { printDay } from '../../paper/print-day.ts';
import type { DispatchRow } from './store.ts';

/** Day of an instant in Beijing, ISO. */
const dayOf = (instant: string) => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);

/** Sheet with which copy was approved before it was sent (信息报送审签单), to be kept on file with a signature. */
export function approvalSheet(row: DispatchRow): TablePaper {
  const line = (name: string, value: string) => ({ cells: [name, value] });
  return {
    kind: 'table',
    title: '信息报送审签单',
    lead: [`报送单位：${row.from_name}　　报送日期：${printDay(dayOf(row.sent_at))}`],
    table: {
      columns: [
        { width: 28, align: 'center' },
        { width: 128, align: 'left' },
      ],
      head: [[{ text: '项　　目' }, { text: '内　　容' }]],
      rows: [
        line('题　　目', row.title),
        line('报　　往', `${row.to_name}　${row.series_name}`),
        ...(row.call_topic === null ? [] : [line('约　　稿', row.call_topic)]),
        line('署　　名', row.source),
        // Above the text, so that it is signed on the first page however long that is.
        line('审　　签', `${row.approved_by}（签字）　　　　　　　　　　${printDay(row.approved_on)}`),
        line('正　　文', printBody(row.body)),
      ],
    },
    notes: [],
    isLandscape: false,
    draft: false,
  };
}

function printBody(body: string): string {
  const paragraphs = body.split('\n').map((paragraph) => paragraph.trim());
  return paragraphs
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => `　　${paragraph}`)
    .join('\n');
}
