import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import { holds, readFont, type Font } from './read-font.ts';

/** Faces of office paper: 仿宋、楷体、黑体、小标宋、宋体. */
export type PaperFace = 'fang' | 'kai' | 'hei' | 'biao' | 'song';

/** Fonts chosen for a document: files to load, families of each face from the first to the last resort. */
export interface ChosenFonts {
  readonly files: readonly string[];
  readonly faces: Readonly<Record<PaperFace, readonly string[]>>;
  /** Characters that none of them holds. */
  readonly missing: readonly string[];
}

const FANDOL = '/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol';
const require = createRequire(import.meta.url);

/** Families of the office's own fonts for a face, Debian's Fandol, and the font that npm brings. */
const FACES: Record<PaperFace, { own: RegExp; fandol: string | null; noto: string }> = {
  fang: { own: /仿宋|fang ?song|fandolfang|simfang|朱雀/i, fandol: 'FandolFang-Regular.otf', noto: serif(400) },
  kai: { own: /楷|kaiti|simkai|wenkai|fandolkai/i, fandol: 'FandolKai-Regular.otf', noto: serif(400) },
  hei: { own: /黑|simhei|fzhei|heiti/i, fandol: null, noto: sans() },
  biao: { own: /小标宋|xiao ?biao ?song|fzxbs/i, fandol: 'FandolSong-Bold.otf', noto: serif(700) },
  song: { own: /^(宋体|新宋体|simsun|nsimsun|方正书宋.*|fzshusong.*)$/i, fandol: null, noto: serif(400) },
};

/** Fonts for rare characters, wherever they are installed; whatever else the machine has is not looked at. */
const RARE = [
  '/usr/share/fonts/truetype/hanazono/HanaMinA.ttf',
  '/usr/share/fonts/truetype/hanazono/HanaMinB.ttf',
  '/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc',
  '/usr/share/fonts/noto-cjk/NotoSerifCJK-Regular.ttc',
  '/usr/share/fonts/google-noto-serif-cjk-fonts/NotoSerifCJK-Regular.ttc',
  '/usr/share/fonts/truetype/babelstone/BabelStoneHan.ttf',
  'C:\\Windows\\Fonts\\simsunb.ttf',
  'C:\\Windows\\Fonts\\SimsunExtG.ttf',
];
const FONT_FILE = /\.(ttf|otf|ttc)$/i;
const MOST_FILES = 300;

/** Chooses the fonts for a text: of each face the office's own first, and of those for rare characters only what is needed. */
export function chooseFonts(text: string, fontFolder: string | null): ChosenFonts {
  const own = fontFolder === null ? [] : readFolder(fontFolder);
  const files = new Set<string>();
  const faces = {} as Record<PaperFace, string[]>;
  for (const [face, { own: names, fandol, noto }] of Object.entries(FACES) as [PaperFace, (typeof FACES)['fang']][]) {
    const mine = own.filter(({ families }) => families.some((family) => names.test(family)));
    const installed = fandol === null ? null : readInstalled(path.join(FANDOL, fandol));
    const chain = [...mine, ...(installed ? [installed] : []), readFont(noto)!];
    for (const font of chain) files.add(font.file);
    faces[face] = [...new Set(chain.flatMap(({ families }) => families))];
  }
  let rare = listRare(text, readFont(serif(400))!);
  const others = [...own, ...RARE.map(readInstalled).filter((font) => font !== null)];
  for (const font of others) {
    const left = rare.filter((character) => !holds(font, character.codePointAt(0)!));
    if (left.length === rare.length) continue;
    rare = left;
    files.add(font.file);
    for (const families of Object.values(faces)) families.push(...font.families);
  }
  return { files: [...files], faces, missing: rare };
}

/** Characters that the fonts of npm lack; joiners and variation selectors have no shape of their own. */
function listRare(text: string, base: Font): string[] {
  const shown = [...new Set(text)].filter((character) => !/[\s\p{Default_Ignorable_Code_Point}☑]/u.test(character));
  return shown.filter((character) => character === '\ufffd' || !holds(base, character.codePointAt(0)!));
}

function readFolder(folder: string): Font[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => FONT_FILE.test(name));
  const fonts = names.slice(0, MOST_FILES).map((name) => readFont(path.join(folder, name)));
  return fonts.filter((font) => font !== null);
}

function readInstalled(file: string): Font | null {
  return existsSync(file) ? readFont(file) : null;
}

function serif(weight: 400 | 700): string {
  return weight === 400
    ? require.resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf')
    : require.resolve('@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf');
}

function sans(): string {
  return require.resolve('@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf');
}
