/** One 要 of a speech, as it stands in a paragraph. */
export interface Want {
  /** Where the sentence begins that names who speaks. */
  readonly speech: number;
  readonly start: number;
  readonly end: number;
  /** From 1 within its speech. */
  readonly rank: number;
}

/** Who speaks stands right before the verb: 的要求 is none, nor is what a report says. */
const SPEECH =
  /(?<=^|[，。；])[^，。；《》“”]{1,11}[^的，。；《》“”](?:指出|强调|要求|提出|希望|表示)，(?=(?:(?:下半年|下一步|下一阶段|今后|今年|明年|当前|各[^，。；]{1,12}|全[体县市省区州][^，。；]{0,12})，?)?要(?!求|点|素|闻|么))/gu;
/** A point of 要 that opens a sentence, behind what it is for. */
const OPENS =
  /^(?:(?:下半年|下一步|下一阶段|今后|今年|明年|当前|各[^，。；]{1,12}|全[体县市省区州][^，。；]{0,12})，?)?要(?!求|点|素|闻|么)/u;
/** A speech of fewer points is a sentence like others. */
const LEAST = 2;
const LEAST_CLAUSES = 3;

/** Finds what a speech asks for without ordinals (要求): 会议要求，要…。要…。, or one sentence of three or more such clauses. */
export function findWants(text: string): Want[] {
  const wants: Want[] = [];
  let from = 0;
  for (const speech of text.matchAll(SPEECH)) {
    const start = speech.index + speech[0].length;
    if (start <= from) continue;
    const points = readPoints(text, start);
    const opens = Math.max(...['。', '！', '；'].map((mark) => text.lastIndexOf(mark, speech.index))) + 1;
    points.forEach(({ start: begin, end }, at) => wants.push({ speech: opens, start: begin, end, rank: at + 1 }));
    from = points.at(-1)?.end ?? start;
  }
  return wants;
}

function readPoints(text: string, start: number): { start: number; end: number }[] {
  const sentences: { start: number; end: number }[] = [];
  for (let at = start; at < text.length;) {
    const end = text.indexOf('。', at) < 0 ? text.length : text.indexOf('。', at) + 1;
    if (!OPENS.test(text.slice(at, at + 30))) break;
    sentences.push({ start: at, end });
    at = end;
  }
  if (sentences.length !== 1) return sentences.length >= LEAST ? sentences : [];
  const { end } = sentences[0]!;
  const clauses = [
    start,
    ...[...text.slice(start, end).matchAll(/[，；](?=要(?!求|点|素|闻|么))/gu)].map(({ index }) => start + index + 1),
  ];
  return clauses.length < LEAST_CLAUSES
    ? []
    : clauses.map((begin, at) => ({ start: begin, end: clauses[at + 1] ?? end }));
}
