import { wholeNumber, type XmlHandler } from './parse-xml.ts';

interface Style {
  name: string;
  base?: string;
  outline?: number;
  list?: string;
  listLevel?: number;
}

/** What a paragraph style says of its paragraphs (段落样式), inherited from the styles it is based on. */
export interface ResolvedStyle {
  /** Heading level from 1; 0 for the document title. */
  readonly level?: number;
  readonly list?: string;
  readonly listLevel?: number;
  readonly isContents: boolean;
  readonly isCaption: boolean;
}

const CHAIN = 12;

/** Paragraph styles of a document. */
export class Styles {
  private readonly styles = new Map<string, Style>();
  private readonly resolved = new Map<string, ResolvedStyle>();

  resolve(id: string): ResolvedStyle {
    const known = this.resolved.get(id);
    if (known) return known;
    const chain: Style[] = [];
    for (let at = this.styles.get(id); at && chain.length < CHAIN; at = this.styles.get(at.base ?? '')) chain.push(at);
    const name = chain[0]?.name ?? id;
    const isContents = /^(?:toc|目录)\s*\d?$|^toc\s*heading$|^table of figures$|^图表目录$/i.test(name);
    const style: ResolvedStyle = {
      level: isContents ? undefined : firstDefined(chain, levelOf),
      list: firstDefined(chain, (at) => at.list),
      listLevel: firstDefined(chain, (at) => at.listLevel),
      isContents,
      isCaption: /^(?:caption|题注)$/i.test(name),
    };
    this.resolved.set(id, style);
    return style;
  }

  /** Handler for `word/styles.xml`. */
  handler(): XmlHandler {
    let style: Style | undefined;
    return {
      open: (name, attributes) => {
        const value = attributes['w:val'];
        if (name === 'w:style') {
          style = { name: '' };
          this.styles.set(attributes['w:styleId'] ?? '', style);
        } else if (!style) return;
        else if (name === 'w:name') style.name = value ?? '';
        else if (name === 'w:basedOn') style.base = value;
        else if (name === 'w:outlineLvl') style.outline = wholeNumber(value, 0, 9);
        else if (name === 'w:numId') style.list = value;
        else if (name === 'w:ilvl') style.listLevel = wholeNumber(value, 0, 8);
      },
      close: (name) => {
        if (name === 'w:style') style = undefined;
      },
    };
  }
}

function firstDefined<T>(chain: readonly Style[], read: (style: Style) => T | undefined): T | undefined {
  for (const style of chain) {
    const value = read(style);
    if (value !== undefined) return value;
  }
  return undefined;
}

function levelOf(style: Style): number | undefined {
  const named = /^(?:heading|标题)\s*(\d)$/i.exec(style.name);
  if (named) return Number(named[1]);
  if (style.outline !== undefined && style.outline < 9) return style.outline + 1;
  return /^(?:title|文档标题)$/i.test(style.name) ? 0 : undefined;
}
