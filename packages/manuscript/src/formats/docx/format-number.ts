const DIGITS = '〇一二三四五六七八九';
const LEGAL = '零壹贰叁肆伍陆柒捌玖';
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';

/** Number in a Word numbering format (编号格式), for example 12 in `chineseCounting` is 十二; bullets give ''. */
export function formatNumber(value: number, format: string): string {
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'ideographLegalTraditional':
      return countInChinese(value, DIGITS, '十百千万');
    case 'chineseLegalSimplified':
    case 'japaneseLegal':
      return countInChinese(value, LEGAL, '拾佰仟万');
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
      return String(value).replace(/\d/g, (digit) => DIGITS[Number(digit)]!);
    case 'ideographTraditional':
      return STEMS[(value - 1) % 10] ?? '';
    case 'ideographZodiac':
      return BRANCHES[(value - 1) % 12] ?? '';
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return String(value).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return value >= 1 && value <= 20 ? String.fromCharCode(0x245f + value) : String(value);
    case 'decimalEnclosedParen':
      return value >= 1 && value <= 20 ? String.fromCharCode(0x2473 + value) : String(value);
    case 'ideographEnclosedCircle':
      return value >= 1 && value <= 10 ? String.fromCharCode(0x327f + value) : String(value);
    case 'upperLetter':
      return letters(value, 65);
    case 'lowerLetter':
      return letters(value, 97);
    case 'upperRoman':
      return roman(value);
    case 'lowerRoman':
      return roman(value).toLowerCase();
    case 'bullet':
    case 'none':
      return '';
    default:
      return String(value);
  }
}

function countInChinese(value: number, digits: string, units: string): string {
  if (value <= 0 || value > 9999) return String(value);
  let text = '';
  let pendingZero = false;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit === 0) {
      pendingZero ||= text !== '';
      continue;
    }
    if (pendingZero) text += '零';
    pendingZero = false;
    // 十二, not 一十二, but 一百一十二.
    const omitsOne = place === 1 && digit === 1 && text === '';
    text += (omitsOne ? '' : digits[digit]!) + (place > 0 ? units[place - 1]! : '');
  }
  return text;
}

function letters(value: number, base: number): string {
  const letter = String.fromCharCode(base + ((value - 1) % 26));
  return letter.repeat(Math.min(Math.floor((value - 1) / 26) + 1, 10));
}

function roman(value: number): string {
  if (value <= 0 || value > 3999) return String(value);
  const steps: readonly (readonly [number, string])[] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let text = '';
  let rest = value;
  for (const [step, sign] of steps) for (; rest >= step; rest -= step) text += sign;
  return text;
}
