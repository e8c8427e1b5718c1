import type { Paper } from './paper.ts';
import { TypesetRefusal } from './typeset-refusal.ts';

/** What is typeset at once at most. */
const MOST_CHARACTERS = 1_000_000;
const MOST_PARTS = 50_000;

type Check = (value: unknown, at: string) => void;

/** Holds data to be a document: throws TypesetRefusal `malformed` or `too-long`, naming the field but none of its text. */
export function checkPaper(value: unknown): asserts value is Paper {
  const kind = typeof value === 'object' && value !== null ? (value as { kind?: unknown }).kind : undefined;
  const check = typeof kind === 'string' && Object.hasOwn(KINDS, kind) ? KINDS[kind as Paper['kind']] : undefined;
  if (!check) refuse('kind');
  check(value, 'paper');
  const size = { characters: 0, parts: 0 };
  countText(value, size);
  if (size.characters > MOST_CHARACTERS || size.parts > MOST_PARTS)
    throw new TypesetRefusal('too-long', { detail: `${size.characters} characters, ${size.parts} texts` });
}

function refuse(at: string): never {
  throw new TypesetRefusal('malformed', { detail: at });
}

const text: Check = (value, at) => {
  if (typeof value !== 'string') refuse(at);
};
const flag: Check = (value, at) => {
  if (typeof value !== 'boolean') refuse(at);
};
const oneOf =
  (...values: unknown[]): Check =>
  (value, at) => {
    if (!values.includes(value)) refuse(at);
  };
const whole =
  (least: number, most: number): Check =>
  (value, at) => {
    if (!Number.isInteger(value) || (value as number) < least || (value as number) > most) refuse(at);
  };
const measure: Check = (value, at) => {
  if (typeof value !== 'number' || !(value > 0 && value < 10_000)) refuse(at);
};
const orNull =
  (check: Check): Check =>
  (value, at) => {
    if (value !== null) check(value, at);
  };
const optional =
  (check: Check): Check =>
  (value, at) => {
    if (value !== undefined) check(value, at);
  };
const list =
  (check: Check, least = 0): Check =>
  (value, at) => {
    if (!Array.isArray(value) || value.length < least) refuse(at);
    value.forEach((each, index) => check(each, `${at}[${index}]`));
  };
const fields =
  (checks: Readonly<Record<string, Check>>): Check =>
  (value, at) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) refuse(at);
    for (const [name, check] of Object.entries(checks))
      check((value as Record<string, unknown>)[name], `${at}.${name}`);
  };

const paragraph = fields({ text, bold: orNull(text), level: oneOf(0, 1, 2) });
const row: Check = (value, at) => {
  if (typeof value === 'object' && value !== null && 'section' in value) text(value.section, `${at}.section`);
  else fields({ cells: list(text) })(value, at);
};
const tableFields = fields({
  columns: list(fields({ width: measure, align: oneOf('left', 'center', 'right') }), 1),
  head: list(list(fields({ text, columns: optional(whole(1, 100)), rows: optional(whole(1, 10)) }))),
  rows: list(row),
});
const table: Check = (value, at) => {
  tableFields(value, at);
  const { columns, rows } = value as { columns: unknown[]; rows: { cells?: unknown[] }[] };
  if (columns.length > 40) refuse(`${at}.columns`);
  rows.forEach(({ cells }, index) => {
    if (cells && cells.length !== columns.length) refuse(`${at}.rows[${index}].cells`);
  });
};
const part: Check = (value, at) => {
  fields({ kind: oneOf('paragraph', 'table') })(value, at);
  if ((value as { kind: string }).kind === 'table') fields({ table })(value, at);
  else fields({ paragraph })(value, at);
};

const KINDS: Record<Paper['kind'], Check> = {
  bulletin: fields({
    masthead: text,
    numberLine: text,
    issuer: text,
    date: text,
    sections: list(
      fields({
        column: orNull(text),
        items: list(fields({ title: text, subtitle: orNull(text), paragraphs: list(paragraph), source: orNull(text) })),
      }),
    ),
    disclosure: orNull(text),
    recipients: fields({ up: list(text), across: list(text), down: list(text) }),
    printedBy: text,
    printedOn: text,
    copies: orNull(whole(0, 1_000_000)),
    draft: flag,
  }),
  letter: fields({
    masthead: text,
    numberLine: text,
    title: text,
    addressee: text,
    parts: list(part),
    attachments: list(text),
    signature: text,
    date: text,
    note: text,
    copiesTo: list(text),
    draft: flag,
  }),
  table: fields({ title: text, lead: list(text), table, notes: list(text), isLandscape: flag, draft: flag }),
};

function countText(value: unknown, size: { characters: number; parts: number }): void {
  if (typeof value === 'string') {
    size.characters += value.length;
    size.parts += 1;
  } else if (typeof value === 'object' && value !== null)
    for (const each of Object.values(value)) countText(each, size);
}
