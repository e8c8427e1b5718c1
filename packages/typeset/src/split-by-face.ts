/** Type faces (字体) of office paper in Word; a wide one holds the characters that GB/T 2312 lacks, `box` those to tick. */
export type Face =
  | 'fangsong'
  | 'fangsong-wide'
  | 'kaiti'
  | 'kaiti-wide'
  | 'xiaobiaosong'
  | 'xiaobiaosong-wide'
  | 'songti'
  | 'heiti'
  | 'box';

/** Names of the faces as Word knows them (字体名称). */
export const FACE_NAMES: Readonly<Record<Face, string>> = {
  fangsong: '仿宋_GB2312',
  'fangsong-wide': '仿宋',
  kaiti: '楷体_GB2312',
  'kaiti-wide': '楷体',
  xiaobiaosong: '方正小标宋简体',
  'xiaobiaosong-wide': '方正小标宋_GBK',
  songti: '宋体',
  heiti: '黑体',
  box: '宋体',
};

/** Faces that hold the 6,763 characters of GB/T 2312 only, and what stands in for a character they lack. */
const NARROW: Partial<Record<Face, Face>> = {
  fangsong: 'fangsong-wide',
  kaiti: 'kaiti-wide',
  xiaobiaosong: 'xiaobiaosong-wide',
};

let known: ReadonlySet<string> | undefined;

/** Parts a text so that each part has a face that holds its characters (按字库分段): 𠮷 is not in 仿宋_GB2312. */
export function splitByFace(text: string, face: Face): { text: string; face: Face }[] {
  const other = NARROW[face] ?? face;
  if (!/[\p{Script=Han}□☑]/u.test(text)) return [{ text, face }];
  known ??= listGb2312();
  const parts: { text: string; face: Face }[] = [];
  for (const character of text) {
    const isKnown = known.has(character) || !/\p{Script=Han}/u.test(character);
    const wanted = character === '□' || character === '☑' ? 'box' : isKnown ? face : other;
    const last = parts.at(-1);
    if (last?.face === wanted) last.text += character;
    else parts.push({ text: character, face: wanted });
  }
  return parts;
}

/** Rows 16 to 87 of GB/T 2312 are its Han characters; 々 and 〇 stand in rows before them, and every face has them. */
function listGb2312(): Set<string> {
  const decoder = new TextDecoder('gb2312');
  const characters = new Set('々〇');
  for (let row = 0xb0; row <= 0xf7; row++)
    for (let column = 0xa1; column <= 0xfe; column++)
      if (row !== 0xd7 || column <= 0xf9) characters.add(decoder.decode(Uint8Array.of(row, column)));
  return characters;
}
