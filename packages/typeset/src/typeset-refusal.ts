/** Why a document is not typeset; stable, for programs (不予排版原因). */
export type TypesetRefusalCode = 'missing-glyph' | 'malformed' | 'too-long' | 'timeout' | 'crashed';

const SENTENCES: Record<TypesetRefusalCode, (characters: readonly string[]) => string> = {
  'missing-glyph': (characters) =>
    `字库中没有下列字符，无法排印：${characters.map(nameCharacter).join('、')}。请核对用字，或将含有这些字的字体放入字体文件夹后重试。`,
  malformed: () => '文书内容不完整或格式有误，无法排版。请刷新页面后重试。',
  'too-long': () => '文书过长，无法一次排版。请分成几份后再排。',
  timeout: () => '排版用时过长，已经停止。请将文书分成几份后再排。',
  crashed: () => '排版未能完成。请重试；仍不成功的，请将文书分成几份后再排。',
};

const MOST_NAMED = 20;

/** Refusal to typeset (不予排版): `message` is a Chinese sentence for the person, `detail` a technical note without any text of the document. */
export class TypesetRefusal extends Error {
  override readonly name = 'TypesetRefusal';
  readonly code: TypesetRefusalCode;
  /** Characters that no font holds; empty for other reasons. */
  readonly characters: readonly string[];
  readonly detail: string;

  constructor(code: TypesetRefusalCode, { characters = [] as readonly string[], detail = '' } = {}) {
    super(SENTENCES[code](characters.slice(0, MOST_NAMED)));
    this.code = code;
    this.characters = characters;
    this.detail = detail;
  }
}

function nameCharacter(character: string): string {
  const shown = character === '\ufffd' ? '残缺的字符' : `“${character}”`;
  return `${shown}（U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}）`;
}
