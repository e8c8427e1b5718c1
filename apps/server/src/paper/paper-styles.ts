import { AlignmentType, LineRuleType, type IParagraphStyleOptions } from 'docx';

import { FACE_NAMES, type Face } from '@xiuzhi/typeset';
import type { PaperStyle } from './paper-document.ts';

/** Styles of everything printed (样式); an empty cell has its style too, so that what is typed there fits in. */
type StyleName = PaperStyle | 'head' | 'foot' | 'column' | 'cell';

interface Setting {
  readonly name: string;
  readonly face: Face;
  /** Half points: 44 二号, 32 三号, 28 四号, 24 小四, 21 五号. */
  readonly size: number;
  /** Height of a line in twentieths of a point. */
  readonly line: number;
  readonly before?: number;
  readonly alignment?: (typeof AlignmentType)[keyof typeof AlignmentType];
  /** Characters of indent at the head of a paragraph, or from the right edge. */
  readonly first?: number;
  readonly right?: number;
  /** Stays on the page of what follows. */
  readonly isKept?: boolean;
  readonly isHidden?: boolean;
}

const BODY = { face: 'fangsong', size: 32, line: 560 } as const;
const TABLE = { size: 21, line: 320 } as const;
const { BOTH, CENTER, RIGHT } = AlignmentType;

/** 标题二号小标宋, 正文三号仿宋, 28 points a line; the rest follows GB/T 9704—2012 7. */
const SETTINGS: Record<StyleName, Setting> = {
  title: { name: '公文标题', face: 'xiaobiaosong', size: 44, line: 660, alignment: CENTER, isKept: true },
  number: { ...BODY, name: '发文字号', before: 280, alignment: CENTER },
  addressee: { ...BODY, name: '主送机关', before: 560 },
  body: { ...BODY, name: '公文正文', alignment: BOTH, first: 2 },
  kept: { ...BODY, name: '公文正文（与下段同页）', alignment: BOTH, first: 2, isKept: true },
  heading: { ...BODY, name: '层次标题', face: 'heiti', first: 2, isKept: true },
  attachment: { ...BODY, name: '附件说明', before: 560, first: 2, isKept: true },
  signature: { ...BODY, name: '发文机关署名', before: 840, alignment: RIGHT, right: 2, isKept: true },
  date: { ...BODY, name: '成文日期', alignment: RIGHT, right: 4 },
  note: { name: '表格附注', face: 'fangsong', size: 24, line: 400 },
  hidden: { name: '回填标识', face: 'fangsong', size: 2, line: 20, isHidden: true },
  head: { name: '公文页眉', face: 'heiti', size: 28, line: 400, alignment: RIGHT },
  foot: { name: '公文页码', face: 'songti', size: 28, line: 400 },
  column: { ...TABLE, name: '表头文字', face: 'heiti', alignment: CENTER, isKept: true },
  cell: { ...TABLE, name: '表格文字', face: 'fangsong' },
};

/** Paragraph styles of every paper (段落样式), by the names the blocks use. */
export const PARAGRAPH_STYLES: IParagraphStyleOptions[] = Object.entries(SETTINGS).map(([id, setting]) => ({
  id,
  name: setting.name,
  basedOn: 'Normal',
  quickFormat: true,
  run: {
    font: fontOf(setting.face),
    size: setting.size,
    vanish: setting.isHidden,
    // 28 characters of 三号 fill the line only when they stand a quarter point closer (GB/T 9704—2012 5.2.3).
    characterSpacing: setting.size === BODY.size ? -5 : undefined,
  },
  paragraph: {
    alignment: setting.alignment,
    keepNext: setting.isKept,
    spacing: { line: setting.line, lineRule: LineRuleType.EXACT, before: setting.before ?? 0, after: 0 },
    indent: indentOf(setting),
  },
}));

/** Face a style is set in. */
export function faceOf(style: StyleName): Face {
  return SETTINGS[style].face;
}

/** Fonts of a run: the face for Chinese, Times New Roman for the rest; a box to tick is Chinese whatever the program thinks. */
export function fontOf(face: Face) {
  const latin = face === 'box' ? FACE_NAMES.box : 'Times New Roman';
  return {
    ascii: latin,
    hAnsi: latin,
    cs: latin,
    eastAsia: FACE_NAMES[face],
    ...(face === 'box' ? { hint: 'eastAsia' } : {}),
  };
}

function indentOf({ first, right, size }: Setting) {
  const character = size * 10;
  if (first !== undefined) return { firstLine: first * character, firstLineChars: first * 100 };
  return right === undefined ? undefined : { right: right * character };
}
