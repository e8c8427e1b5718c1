import { formatNumber } from './format-number.ts';
import { wholeNumber, type XmlHandler } from './parse-xml.ts';

const MOST_START = 32_767;

interface Level {
  start: number;
  format: string;
  text: string;
  style?: string;
  isLegal: boolean;
}

interface ListInstance {
  abstract: string;
  readonly starts: Map<number, number>;
}

/** Computes the numbers Word shows before paragraphs (自动编号), in document order. */
export class Numbering {
  private readonly abstracts = new Map<string, Level[]>();
  /** Lists that a numbering style defines, and lists that only name such a style. */
  private readonly styled = new Map<string, string>();
  private readonly links = new Map<string, string>();
  private readonly instances = new Map<string, ListInstance>();
  private readonly counters = new Map<string, number[]>();
  private readonly started = new Set<string>();

  /** Level of a list that a paragraph style is tied to. */
  levelOfStyle(list: string, style: string): number | undefined {
    const levels = this.levelsOf(list);
    const level = levels?.findIndex((candidate) => candidate?.style === style) ?? -1;
    return level < 0 ? undefined : level;
  }

  /** Number text of the next paragraph in a list, '' for bullets; undefined for a list or level nobody defined. Counts on. */
  nextLabel(list: string, level: number): string | undefined {
    const instance = this.instances.get(list);
    const levels = this.levelsOf(list);
    const own = levels?.[level];
    if (!instance || !levels || !own) return undefined;
    let counts = this.counters.get(instance.abstract);
    if (!counts) this.counters.set(instance.abstract, (counts = []));
    const restart = instance.starts.get(level);
    const key = `${list}:${level}`;
    if (restart !== undefined && !this.started.has(key)) counts[level] = restart;
    else counts[level] = (counts[level] ?? own.start - 1) + 1;
    this.started.add(key);
    counts.length = level + 1;
    return own.text.replace(/%(\d)/g, (_, digit: string) => {
      const place = Number(digit) - 1;
      const part = levels[place];
      if (!part) return '';
      return formatNumber(counts[place] ?? part.start, own.isLegal && place < level ? 'decimal' : part.format);
    });
  }

  private levelsOf(list: string): Level[] | undefined {
    const instance = this.instances.get(list);
    if (!instance) return undefined;
    const defining = this.styled.get(this.links.get(instance.abstract) ?? '');
    return this.abstracts.get(defining ?? instance.abstract);
  }

  /** Handler for `word/numbering.xml`. */
  handler(): XmlHandler {
    let levels: Level[] | undefined;
    let level: Level | undefined;
    let instance: ListInstance | undefined;
    let abstract = '';
    let overridden = 0;
    return {
      open: (name, attributes) => {
        const value = attributes['w:val'];
        if (name === 'w:abstractNum') {
          abstract = attributes['w:abstractNumId'] ?? '';
          this.abstracts.set(abstract, (levels = []));
          instance = undefined;
        } else if (name === 'w:num') {
          instance = { abstract: '', starts: new Map() };
          this.instances.set(attributes['w:numId'] ?? '', instance);
          levels = level = undefined;
        } else if (name === 'w:styleLink' && value !== undefined) this.styled.set(value, abstract);
        else if (name === 'w:numStyleLink' && value !== undefined) this.links.set(abstract, value);
        else if (name === 'w:lvl' && levels) {
          const index = wholeNumber(attributes['w:ilvl'], 0, 8);
          level = { start: 1, format: 'decimal', text: '', isLegal: false };
          if (index !== undefined) levels[index] = level;
        } else if (name === 'w:abstractNumId' && instance) instance.abstract = value ?? '';
        else if (name === 'w:lvlOverride') overridden = wholeNumber(attributes['w:ilvl'], 0, 8) ?? 0;
        else if (name === 'w:startOverride') instance?.starts.set(overridden, wholeNumber(value, 0, MOST_START) ?? 1);
        else if (level) {
          if (name === 'w:start') level.start = wholeNumber(value, 0, MOST_START) ?? 1;
          else if (name === 'w:numFmt') level.format = value ?? 'decimal';
          else if (name === 'w:lvlText') level.text = value ?? '';
          else if (name === 'w:pStyle') level.style = value;
          else if (name === 'w:isLgl') level.isLegal = value !== '0' && value !== 'false';
        }
      },
    };
  }
}
