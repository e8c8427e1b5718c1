import { endsSentence } from './wrapping.ts';

const INNER = '[^（）()，。；：“”《》]';
const SOURCE = new RegExp(`[（(]((?:${INNER}|[（(]${INNER}{1,20}[)）]){2,40})[)）]$`, 'u');
const OFFICE =
  /(?:办公?室?|室|中心|委员会|委|局|社|院|馆|处|部|厅|所|会|学校|大学|学院|集团|公司|[省市州县区乡镇]|供稿|通讯员.*|记者.*)$/u;
const NOT_A_SOURCE = /^(?:以下|下称|简称|暂|见|如|即|含|包括|详见|注|共|其中|左|右|上|下|图|责任编辑)/u;

/** Takes the source (供稿单位) off the end of a paragraph: （甲市地方志办） behind a full stop, or alone. */
export function readSource(paragraph: string): { readonly body: string; readonly source: string | null } {
  const found = SOURCE.exec(paragraph.slice(-90));
  const labelled = /^(?:供稿单位?|来源|信息来源)[:：]\s*(\S.{1,40})$/u.exec(paragraph);
  if (labelled) return { body: '', source: labelled[1]!.replace(/。$/u, '') };
  if (!found) return { body: paragraph, source: null };
  const body = paragraph.slice(0, paragraph.length - found[0].length).trimEnd();
  const name = found[1]!
    .trim()
    .replace(/^(?:供稿单位?|来源|供稿)\s*[:：]\s*/u, '')
    .replace(/\s*供稿$/u, '');
  if (NOT_A_SOURCE.test(name) || !OFFICE.test(name) || (body !== '' && !endsSentence(body)))
    return { body: paragraph, source: null };
  return { body, source: name };
}

/** True for a line that is a source and nothing else. */
export function isSourceAlone(line: string): boolean {
  const { body, source } = readSource(line.trim());
  return body === '' && source !== null;
}
