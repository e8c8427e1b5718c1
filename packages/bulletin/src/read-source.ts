import { isPersonName } from './candidates/read-name.ts';
import { endsSentence } from './wrapping.ts';

const INNER = '[^（）()，。；“”]';
const SOURCE = new RegExp(`[（(]((?:${INNER}|[（(]${INNER}{1,20}[)）]){2,60})[)）]$`, 'u');
const OFFICE =
  /(?:[室办科委局社院馆处部厅所会站团组校园府]|中心|学校|大学|学院|集团|公司|支部|街道|社区|[省市州县区乡镇村]|[日晚早学周]报|报社|网站|[\p{Script=Han}]网|客户端|公众号|电视台|广播台|杂志|微信|微博|供稿|通讯员.*|记者.*)$/u;
const NOT_A_SOURCE =
  /^(?:以下|下称|简称|暂|见|如|即|含|包括|详见|注|共|其中|左|右|上|下|图|责任编辑|完|全文|待续|连载|续|文件|附|略|第|原|又称|现|今|公元|含义|不含|截至|单位[:：]|括号)/u;
const LABEL =
  /^(?:本报|本刊)?(?:供稿(?:单位|人)?|(?:信息|稿件|文章|资料)?来源|稿源|报送单位|作者(?:单位)?|撰稿(?:人)?|撰文|通讯员|记者|文[/／]图|图文|图[/／]文|文图|文|据|摘自)\s*[:：]\s*/u;
const ENDING = /\s*(?:供\s*稿|报\s*送|提\s*供|撰\s*稿|来\s*稿|摄影报道|文[/／]图)$/u;
const LABELLED = new RegExp(`${LABEL.source}(\\S.{1,60})$`, 'u');
/** 乙县地方志办公室 供稿, without brackets. */
const BARE = /^([^，。；：！？]{2,36}?)\s*供\s*稿$/u;

/**
 * Takes the source (供稿单位) off the end of a paragraph: （甲市地方志办）, （乙县志办 周一鸣）, （来源：甲市日报）, or alone. `printed` is
 * the end of the paragraph with its blanks, which part two names.
 */
export function readSource(
  paragraph: string,
  printed = paragraph,
): { readonly body: string; readonly source: string | null } {
  if (paragraph.length <= 80) {
    const alone = (LABELLED.exec(paragraph) ?? BARE.exec(paragraph))?.at(-1);
    if (alone !== undefined && !/[，。].*[，。]/u.test(alone)) return { body: '', source: cleanSource(alone) };
  }
  const found = SOURCE.exec(paragraph.slice(-90));
  if (!found) return { body: paragraph, source: null };
  const body = paragraph.slice(0, paragraph.length - found[0].length).trimEnd();
  const words = found[1]!.trim();
  const isLabelled = LABEL.test(words) || ENDING.test(words);
  const name = keepBlanks(cleanSource(words), printed);
  const isOffice =
    OFFICE.test(name.replace(/[（(][^（）()]*[)）]$/u, '')) || endsInPerson(name) || /https?:\/\//u.test(name);
  if (
    (body !== '' && !endsSentence(body)) ||
    (!isLabelled && (NOT_A_SOURCE.test(name) || !isOffice || /[：《》]/u.test(name)))
  )
    return { body: paragraph, source: null };
  return { body, source: name };
}

/** Takes a source off the end of a title, where it is an office: 乙县开放档案（乙县档案馆）. */
export function readTitleSource(title: string): { readonly title: string; readonly source: string | null } {
  const found = SOURCE.exec(title.slice(-40));
  const name = found ? cleanSource(found[1]!) : '';
  const isOffice = /(?:[室办局院社处]|中心|档案馆|方志馆|党委|人民政府)$/u.test(name) && !NOT_A_SOURCE.test(name);
  return found && isOffice && found[0].length < title.length
    ? { title: title.slice(0, -found[0].length).trimEnd(), source: name }
    : { title, source: null };
}

/** True for a line that is a source and nothing else. */
export function isSourceAlone(line: string): boolean {
  const { body, source } = readSource(line.trim());
  return body === '' && source !== null;
}

/** True for the name of an office, as it stands under an item by itself. */
export function isOfficeName(text: string): boolean {
  return text.length <= 24 && !/[，。；：！？]/u.test(text) && /(?:[室办委局社院馆处厅]|中心)$/u.test(text);
}

const WHOLE_OFFICE =
  /^(?:中共)?\p{Script=Han}{1,8}[省市县区州旗乡镇][\p{Script=Han}（）、]{0,18}(?:办公室|志办|史志办|研究室|研究院|中心|档案馆|方志馆|年鉴社|委员会|局)$/u;
const DOING =
  /[到赴来对在向与为把将获访谈签接送搬迁赠]|调研|看望|走进|召开|举[办行]|落户|成立|视察|慰问|[揭挂]牌|开[展放]|完成|推进|组织|参观|考察|指导|检查|走访|征集|捐赠/u;

/** True for the whole name of an office and nothing that it does: 乙县地方志办公室, and not 省领导到乙县地方志办公室. */
export function isWholeOffice(text: string): boolean {
  return text.length <= 30 && WHOLE_OFFICE.test(text) && !DOING.test(text);
}

/** The blanks between names of persons: stray ones go. */
function keepBlanks(name: string, printed: string): string {
  const bare = name.replaceAll(/\s/gu, '');
  const inner = /[（(]([^（）()]*)[)）]\s*$/u.exec(printed.slice(-90))?.[1];
  if (inner === undefined) return name;
  const spaced = cleanSource(inner).replaceAll(/\s+/gu, ' ');
  const isSame = spaced.replaceAll(' ', '') === bare;
  return isSame && spaced.includes(' ') && endsInPerson(spaced) ? spaced : name;
}

function cleanSource(text: string): string {
  return text.trim().replace(LABEL, '').replace(ENDING, '').replace(/。$/u, '').trim();
}

/** 周一鸣, 周一鸣 郑兰, 周一鸣、郑兰, 乙县志办 周一鸣, 乙县志办周一鸣. */
function endsInPerson(text: string): boolean {
  const parts = text.split(/[\s、,/／]+/u);
  const first = parts[0]!;
  const isLed = OFFICE.test(first) || parts.length === 1;
  if (parts.every(isPersonName)) return true;
  if (parts.length > 1) return isLed && parts.slice(1).every(isPersonName);
  return [2, 3].some(
    (length) =>
      isPersonName(first.slice(-length)) &&
      /(?:[室办科委局社院馆处部厅所会站]|中心|学校|大学|学院)$/u.test(first.slice(0, -length)),
  );
}
