import { getDocumentProxy } from 'unpdf';

/** Words of a page as they stand: left edge and baseline in millimetres from the upper left corner, type in points. */
export interface Printed {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly width: number;
  readonly font: string;
}

export interface PrintedPage {
  readonly width: number;
  readonly height: number;
  readonly words: readonly Printed[];
  /** Horizontal rules: left, right and height in millimetres. */
  readonly rules: readonly { readonly left: number; readonly right: number; readonly y: number }[];
}

const MM = 25.4 / 72;

/** Reads a PDF back: pages, words with their places, rules. Joiners and the like are left out of the text. */
export async function readPdf(pdf: Uint8Array): Promise<PrintedPage[]> {
  const document = await getDocumentProxy(pdf.slice());
  const pages: PrintedPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const [, , width, height] = page.view as [number, number, number, number];
    const { fnArray, argsArray } = await page.getOperatorList();
    const { items } = await page.getTextContent();
    const words = items.flatMap((item) => {
      if (!('transform' in item) || item.str.trim() === '') return [];
      const [, , , size, x, y] = item.transform as number[];
      const font = page.commonObjs.has(item.fontName) ? String(page.commonObjs.get(item.fontName).name) : '';
      return [
        {
          text: item.str.replaceAll(/\p{Default_Ignorable_Code_Point}/gu, ''),
          x: x! * MM,
          y: (height - y!) * MM,
          size: size!,
          width: item.width * MM,
          font,
        },
      ];
    });
    pages.push({ width: width * MM, height: height * MM, words, rules: readRules(fnArray, argsArray, height) });
  }
  return pages;
}

type Matrix = readonly number[];

/** Straight lines from left to right: operators 10 save, 11 restore, 12 transform, 91 path with its bounds. */
function readRules(operators: number[], args: unknown[][], height: number) {
  const rules: { left: number; right: number; y: number }[] = [];
  const kept: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  operators.forEach((operator, at) => {
    if (operator === 10) kept.push(matrix);
    else if (operator === 11) matrix = kept.pop() ?? matrix;
    else if (operator === 12) matrix = multiply(matrix, args[at] as number[]);
    else if (operator === 91) {
      const bounds = args[at]?.[2] as ArrayLike<number> | null;
      if (!bounds) return;
      const [left, top] = apply(matrix, bounds[0]!, bounds[1]!);
      const [right, bottom] = apply(matrix, bounds[2]!, bounds[3]!);
      if (Math.abs(top - bottom) < 0.01 && right - left > 10)
        rules.push({ left: left * MM, right: right * MM, y: (height - top) * MM });
    }
  });
  return rules;
}

function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  return [a! * x + c! * y + e!, b! * x + d! * y + f!];
}

function multiply(one: Matrix, other: Matrix): Matrix {
  const [a, b, c, d, e, f] = other as [number, number, number, number, number, number];
  const [x, y] = apply(one, e, f);
  return [
    one[0]! * a + one[2]! * b,
    one[1]! * a + one[3]! * b,
    one[0]! * c + one[2]! * d,
    one[1]! * c + one[3]! * d,
    x,
    y,
  ];
}
