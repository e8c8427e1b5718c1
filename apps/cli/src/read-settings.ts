import { readFile } from 'node:fs/promises';

import { HOUSE_STYLES, WORD_KINDS, type Settings } from '@xiuzhi/review';

import { CommandRefusal } from './command.ts';

const isText = (value: unknown) => typeof value === 'string' && value !== '';
const isYear = (value: unknown) => Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 9999;
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isListOf = (value: unknown, holds: (item: unknown) => boolean) => Array.isArray(value) && value.every(holds);
const has = (
  value: unknown,
  shapes: Readonly<Record<string, (member: unknown) => boolean>>,
  needs: readonly string[],
) =>
  isObject(value) &&
  needs.every((name) => name in value) &&
  Object.entries(value).every(([name, member]) => Object.hasOwn(shapes, name) && shapes[name]!(member));

const isWord = (value: unknown) =>
  has(
    value,
    {
      word: isText,
      kind: (kind) => WORD_KINDS.some((known) => known === kind),
      wrong: (wrong) => isListOf(wrong, isText),
      from: isYear,
      to: isYear,
      successor: isText,
    },
    ['word', 'kind'],
  );
const isVerdict = (value: unknown) =>
  has(
    value,
    {
      keys: (keys) => isListOf(keys, isText) && (keys as unknown[]).length === 2,
      verdict: (verdict) => verdict === 'same' || verdict === 'differentDefinition',
    },
    ['keys', 'verdict'],
  );
const isHouseStyle = (value: unknown) =>
  isObject(value) &&
  Object.entries(value).every(
    ([id, choice]) =>
      Object.hasOwn(HOUSE_STYLES, id) &&
      HOUSE_STYLES[id as keyof typeof HOUSE_STYLES].choices.some((known) => known === choice),
  );

const MEMBERS: Readonly<Record<string, (member: unknown) => boolean>> = {
  recordedYear: isYear,
  period: (period) => has(period, { from: isYear, to: isYear }, ['from', 'to']),
  place: isText,
  houseStyle: isHouseStyle,
  dictionary: (words) => isListOf(words, isWord),
  verdicts: (verdicts) => isListOf(verdicts, isVerdict),
};

/** Reads the settings of a work from a JSON file (审校设置); a CommandRefusal names the member that is not right. */
export async function readSettings(path: string): Promise<Settings> {
  const text = await readFile(path, 'utf8');
  let settings: unknown;
  try {
    settings = JSON.parse(text);
  } catch {
    throw new CommandRefusal(`${path}：不是 JSON 格式，无法读取审校设置。`);
  }
  if (!isObject(settings)) throw new CommandRefusal(`${path}：审校设置应为一个 JSON 对象。`);
  for (const [name, member] of Object.entries(settings)) {
    if (!Object.hasOwn(MEMBERS, name))
      throw new CommandRefusal(`${path}：审校设置没有“${name}”一项，可用的有 ${Object.keys(MEMBERS).join('、')}。`);
    if (!MEMBERS[name]!(member)) throw new CommandRefusal(`${path}：审校设置“${name}”的内容不合要求。`);
  }
  return settings;
}
