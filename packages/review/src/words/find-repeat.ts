import lookalikes from '../lexicons/lookalikes.json' with { type: 'json' };
import type { WrongPlace } from './wrong-place.ts';

const HAN = /^[\u4e00-\u9fff]+$/u;
/** Words that have no look-alike in the list and yet are printed twice. */
const MORE =
  '进行 开展 加强 推进 实施 建立 组织 完成 举办 召开 实现 提高 增加 减少 通过 根据 按照 为了 由于 关于 对于 以及 并且 但是 因此 其中 可以 应当 必须 同时 主要 重要 全面 积极 认真 努力 我们 他们 自己 这个 一个 以上 以下 以后 之间 情况 问题 工作 发展 活动 会议 时间 地区 方面 内容 增长 下降 提高 达到 比上年 占总 参加 举行 获得 位于 分别 继续 开始 成立 建成 新建 投资 总投资 完成率 县委 市委 省委';
let words: ReadonlySet<string> | undefined;

/** Words that are said twice on purpose, or that begin with a numeral: 一个一个、研究研究、非常非常. */
const TWICE =
  /^[一二三四五六七八九十百千万几两每逐]|^(?:研究|讨论|商量|考虑|学习|了解|非常|许多|很多|多少|永远|什么|怎么|哪里|等等|彼此|大口|嘎|叮|咚|哗|哈|嘿|呼|轰)/u;

/** A word of `size` characters that stands twice in a row around `at`, whose character equals that `size` places back. */
export function findRepeat(text: string, at: number, size: number, from: number, to: number): WrongPlace | undefined {
  let first = at;
  while (first - 1 - size >= from && text[first - 1] === text[first - 1 - size]) first -= 1;
  let past = at + 1;
  while (past < to && text[past] === text[past - size]) past += 1;
  // Fewer is no repetition; a word three times is a song or a sound.
  if (past - first < size || past - first >= size * 2) return undefined;
  const start = first - size;
  const end = first + size;
  const word = text.slice(start, first);
  if (!HAN.test(word) || word[0] === word[1] || TWICE.test(word)) return undefined;
  if (!isWhole(word, text.charAt(end))) return undefined;
  return { start, end, right: word, kind: 'repeat' };
}

/** Two characters must be a common word; three that go on into a longer one are its beginning: 管理人管理人员. */
function isWhole(word: string, next: string): boolean {
  if (word.length === 2)
    return (words ??= new Set([...MORE.split(' '), ...lookalikes.map(({ right }) => right)])).has(word);
  return word.length === 4 || word.endsWith('的') || word.endsWith('了') || !HAN.test(next);
}
