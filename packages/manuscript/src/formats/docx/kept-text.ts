import type { XmlAttributes } from './parse-xml.ts';

const HIDDEN = new Set(['mc:Fallback', 'w:del', 'w:moveFrom', 'w:rt']);
const MARKS: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:ptab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '\u2011',
};

/**
 * Decides, element by element, which characters of a Word part are its text (正文取舍): deletions, the second copy of
 * a drawing, ruby and field instructions are not. Counts paragraphs as `<w:p>` open tags of the part; reading and
 * annotating both ask it, so their offsets agree.
 */
export class KeptText {
  /** Index of the innermost open paragraph, -1 outside. */
  paragraph = -1;
  /** Paragraphs around the open one (a text box lies in a run of its host), with their open runs. */
  private readonly outer: { paragraph: number; runs: number }[] = [];
  private next = 0;
  private hidden = 0;
  private runs = 0;
  private isInText = false;
  /** Open fields; true once the result has begun. */
  private readonly fields: boolean[] = [];

  /** Takes an open tag; returns the character an element stands for (tab, break), '' for most. */
  open(name: string, attributes: XmlAttributes): string {
    switch (name) {
      case 'w:p':
        this.outer.push({ paragraph: this.paragraph, runs: this.runs });
        this.paragraph = this.next++;
        this.runs = 0;
        return '';
      case 'w:r':
        this.runs++;
        return '';
      case 'w:t':
        this.isInText = true;
        return '';
      case 'w:fldChar':
        this.turnField(attributes['w:fldCharType']);
        return '';
    }
    if (HIDDEN.has(name)) this.hidden++;
    return this.runs > 0 && this.isVisible ? (MARKS[name] ?? '') : '';
  }

  close(name: string): void {
    if (name === 'w:t') this.isInText = false;
    else if (name === 'w:r') this.runs--;
    else if (name === 'w:p') {
      const outer = this.outer.pop();
      this.paragraph = outer?.paragraph ?? -1;
      this.runs = outer?.runs ?? 0;
    } else if (HIDDEN.has(name)) this.hidden--;
  }

  /** Elements here are part of the document, not deleted and no second copy. */
  get isPresent(): boolean {
    return this.hidden === 0;
  }

  /** Content here is part of the text: present, and no field instruction. */
  get isVisible(): boolean {
    return this.hidden === 0 && this.fields.every(Boolean);
  }

  /** Characters here are text of the current paragraph. */
  get takesText(): boolean {
    return this.isInText && this.isVisible && this.paragraph >= 0;
  }

  private turnField(kind: string | undefined): void {
    if (this.hidden > 0) return;
    if (kind === 'begin') this.fields.push(false);
    else if (kind === 'separate' && this.fields.length > 0) this.fields[this.fields.length - 1] = true;
    else if (kind === 'end') this.fields.pop();
  }
}
