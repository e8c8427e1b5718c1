import phrases from '../lexicons/phrases.json' with { type: 'json' };

/** One wording of a member and the years it was in use (要素写法). */
export interface Wording {
  readonly text: string;
  readonly from?: number;
  readonly to?: number;
}

/** A fixed phrase that is spelt out by its members in a fixed order (固定提法): the wordings of each member. */
export interface Phrase {
  readonly name: string;
  readonly members: readonly (readonly Wording[])[];
  readonly from?: number;
  /** Members that no other list has: with one of them the list is known even where the name is not beside it. */
  readonly alone: readonly string[];
  /** The name as it stands beside a list; none where the name is ours. */
  readonly label?: string;
}

interface Row {
  readonly name: string;
  readonly members: string;
  readonly from?: number;
  readonly alone?: string;
  readonly label?: string;
}

/** The phrases of the office's example list (固定提法表). */
export const PHRASES: readonly Phrase[] = (phrases as readonly Row[]).map(({ members, alone = '', ...row }) => ({
  ...row,
  alone: alone === '' ? [] : alone.split('|'),
  members: members.split('/').map((member) => member.split('|').map(readWording)),
}));

/** 全面建成小康社会@2014-2020. */
function readWording(written: string): Wording {
  const [text = '', years = ''] = written.split('@');
  const [from = '', to = ''] = years.split('-');
  return { text, ...(from === '' ? {} : { from: Number(from) }), ...(to === '' ? {} : { to: Number(to) }) };
}
