import { findCandidates, type Candidates, type Place } from '@xiuzhi/bulletin';
import type { FactKind } from '@xiuzhi/domain';

/** What is read of an issue for its facts. */
export interface IssueText {
  readonly year: number | null;
  readonly issuer: string;
  readonly issuedOn: string | null;
  /** Full names of persons that people have confirmed. */
  readonly persons: readonly string[];
  readonly items: readonly {
    readonly id: string;
    readonly column_name: string | null;
    readonly title: string;
    readonly subtitle: string | null;
    /** Paragraphs, one a line. */
    readonly body: string;
    readonly source: string | null;
  }[];
}

/** A fact that was read (线索): what it is filed under, and the place in the body of its item. */
export interface ReadFact {
  readonly itemId: string;
  readonly kind: FactKind;
  readonly name: string;
  readonly detail: Readonly<Record<string, string>>;
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
}

const MOST_NAME = 120;
const MOST_DETAIL = 500;

const MEETING_KINDS: Readonly<Record<string, string>> = {
  study: '中心组学习',
  'enlarged-study': '中心组学习（扩大）',
  'party-group': '党组会议',
  work: '工作会议',
  summary: '总结会',
  promotion: '推进会',
  training: '培训',
  symposium: '座谈会',
  investigation: '调研',
  hearing: '听取汇报',
  relay: '传达学习',
};
const WORK_KINDS: Readonly<Record<string, string>> = {
  work: '著作',
  document: '文件',
  periodical: '报刊',
  article: '文章',
};
const ROLES: Readonly<Record<string, string>> = { host: 'host', speaker: 'speakers', participant: 'participants' };

/** Reads the facts out of the items of an issue (找线索): meetings, demands, persons, works, figures, all candidates. */
export function readFacts(issue: IssueText): ReadFact[] {
  const known = { year: issue.year, date: issue.issuedOn, office: issue.issuer, persons: issue.persons };
  const items = issue.items.map(({ column_name: column, title, subtitle, body, source }) => ({
    column,
    title,
    subtitle,
    source,
    paragraphs: body.split('\n'),
  }));
  const { candidates } = findCandidates(items, known);
  return factsOf(candidates).flatMap(({ place, name, detail, kind }) => {
    const item = issue.items[place.item];
    // What does not stand where it was read is no fact of this text.
    const paragraph = items[place.item]?.paragraphs[place.paragraph];
    if (!item || paragraph?.slice(place.start, place.end) !== place.quote) return [];
    const { paragraph: at, start, end } = place;
    return [
      {
        itemId: item.id,
        kind,
        name: cut(name || place.quote, MOST_NAME),
        detail: tidy(detail),
        paragraph: at,
        start,
        end,
      },
    ];
  });
}

interface Found {
  readonly kind: FactKind;
  readonly place: Place;
  readonly name: string;
  readonly detail: Readonly<Record<string, string | number | null | undefined>>;
}

function factsOf({ meetings, demands, persons, works, figures }: Candidates): Found[] {
  return [
    ...meetings.map((meeting): Found => {
      const attendance = Object.entries(ROLES).map(([role, field]) => [
        field,
        meeting.attendance
          .filter((one) => one.role === role)
          .map((one) => one.quote)
          .join('；'),
      ]);
      return {
        kind: 'meeting',
        place: meeting,
        name: meeting.title,
        detail: {
          kind: MEETING_KINDS[meeting.kind],
          holder: meeting.host,
          date: meeting.date,
          ...(Object.fromEntries(attendance) as Record<string, string>),
          documents: meeting.documents.map(({ quote }) => quote).join('；'),
        },
      };
    }),
    ...demands.flatMap((demand) => demandsOf(demand, '')),
    ...persons.map((person): Found => {
      const { name, fullName, posts, asOf, mentions } = person;
      return {
        kind: 'person',
        place: person,
        name: fullName ?? name,
        detail: {
          printed: fullName !== null && fullName !== name ? name : null,
          posts: posts.join('、'),
          seenOn: asOf,
          mentions: mentions.length > 1 ? mentions.length : null,
        },
      };
    }),
    ...works.map((work): Found => {
      const { title, subtitle, kind, aliases, provisional, mentions } = work;
      return {
        kind: 'work',
        place: work,
        name: title,
        detail: {
          subtitle,
          kind: WORK_KINDS[kind],
          aliases: aliases.join('、'),
          provisional: provisional ? '暂名' : null,
          mentions: mentions.length > 1 ? mentions.length : null,
        },
      };
    }),
    ...figures.map((figure): Found => {
      const { what, quote, value, unit, whose, asOf, definition, approximate } = figure;
      return {
        kind: 'figure',
        place: figure,
        name: what ?? quote,
        detail: {
          printed: quote,
          value: `${value}${unit}`,
          whose,
          asOf,
          definition,
          approximate: approximate ? '约数' : null,
        },
      };
    }),
  ];
}

function demandsOf(demand: Candidates['demands'][number], within: string): Found[] {
  const words = demand.quote.slice(demand.quote.startsWith(demand.ordinal) ? demand.ordinal.length : 0);
  return [
    {
      kind: 'demand',
      place: demand,
      name: /^[\s，、：:]*([^，。；：]{1,60})/u.exec(words)?.[1] ?? demand.quote,
      detail: { by: demand.by, ordinal: within + demand.ordinal, announced: demand.announced },
    },
    ...demand.parts.flatMap((part) => demandsOf(part, `${within}${demand.ordinal} `)),
  ];
}

function tidy(detail: Found['detail']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(detail).flatMap(([field, value]) =>
      value === null || value === undefined || value === '' ? [] : [[field, cut(String(value), MOST_DETAIL)]],
    ),
  );
}

const cut = (text: string, most: number) => Array.from(text).slice(0, most).join('');
