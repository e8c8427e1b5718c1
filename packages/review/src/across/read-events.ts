import { SURNAMES } from '../wording/surnames.ts';

/** What happened to what, as a clause tells it (事件): 丁河大桥 通车. */
export interface ClauseEvent {
  readonly thing: string;
  readonly verb: string;
}

/** What happens to a thing once; begun, finished and opened are dates of their own. */
const VERBS: Readonly<Record<string, string>> = {
  建成通车: '通车',
  竣工通车: '通车',
  正式通车: '通车',
  通车: '通车',
  竣工: '竣工',
  建成投产: '投产',
  投产: '投产',
  落成: '落成',
  开业: '开业',
  开馆: '开馆',
  开园: '开园',
  通航: '通航',
  创刊: '创刊',
  开播: '开播',
  验收: '验收',
  挂牌成立: '成立',
  成立: '成立',
  揭牌: '揭牌',
  开工: '开工',
  动工: '开工',
  奠基: '奠基',
  召开: '召开',
  开幕: '召开',
  举行: '召开',
  举办: '召开',
  签订: '签订',
  签署: '签订',
  颁布: '颁布',
  逝世: '逝世',
  病逝: '逝世',
  去世: '逝世',
};
const VERB = new RegExp(Object.keys(VERBS).join('|'), 'u');
const FIRST = 1;
const SECOND = 2;
const MARKS = new Uint8Array(65_536);
for (const verb of new Set(Object.values(VERBS).concat(Object.keys(VERBS).map((each) => each.slice(-2))))) {
  MARKS[verb.charCodeAt(0)]! |= FIRST;
  MARKS[verb.charCodeAt(1)]! |= SECOND;
}

/** Cheap look ahead: whether one of the verbs may stand before the sentence ends. */
export function mayTellEvent(text: string, from: number, end: number): boolean {
  let last = 0;
  for (let at = from; at < end; at += 1) {
    const code = text.charCodeAt(at);
    // 。
    if (code === 0x3002) return false;
    const mark = MARKS[code]!;
    if ((mark & SECOND) !== 0 && (last & FIRST) !== 0) return true;
    last = mark;
  }
  return false;
}

/** Held again and again: only within one year, or by its number, is it the same. */
const RECURRING: ReadonlySet<string> = new Set(['召开', '签订']);
/** What is held: the names of meetings and festivals, not of those who hold them. */
const HELD = /(?:会|会议|大会|论坛|节|展|赛|仪式)$/u;

const QUOTED = /[“《]([^“”《》\n]{3,40})[”》]/gu;
const SUFFIX =
  '大桥|[一二三四东西南北]桥|公路|铁路|高速|隧道|机场|码头|水库|水电站|电站|变电站|电厂|水厂|泵站|大坝|大厦|图书馆|博物馆|纪念馆|体育馆|文化馆|档案馆|纪念碑|医院|中学|小学|学校|学院|公园|广场|公司|银行|支行|合作社|联合会|联合社|协会|学会|研究院|研究所|委员会|人民政府|管理局|基地|产业园|工业园|开发区|车站|工程|科技馆|美术馆|展览馆|体育场|少年宫|福利院|敬老院|卫生院|电影院|剧院|宾馆|市场|冷库|气象站|水文站|电视台|渡槽|灌区';
const NAMED = new RegExp(`[\\u4e00-\\u9fff]{2,24}(?:${SUFFIX})`, 'gu');
const NAMED_WHOLE = new RegExp(`^[\\u4e00-\\u9fff]{2,24}(?:${SUFFIX})$`, 'u');
const MEETING = /[\u4e00-\u9fff]{0,16}第[一二三四五六七八九十百\d]+[届次][\u4e00-\u9fff第\d]{2,24}(?:会议|大会)/gu;
/** Meetings counted anew in every term are not told apart by their number. */
const NUMBERED = /届|代表大会/u;
/** Shorter, an agreement has the title of every other: 战略合作协议. */
const OWN_TITLE = 10;
/** What every county has, and what is no name at all. */
const GENERAL =
  /^(?:.{0,2}(?:人民医院|中心小学|中心学校|实验小学|实验学校|高速公路|人民公园|电影院|敬老院|卫生院|宾馆|市场|有限公司|领导小组|分公司|全部工程|主体工程|配套工程|改造工程|扩建工程|建设工程|水利工程)|.*(?:[各两等多座所家条个项该此本]|一批)(?:大桥|公路|水库|医院|中学|小学|学校|公司|合作社|协会|工程|委员会|基地))$/u;
const AGAIN =
  /再次|重建|改建|扩建|迁建|[一二三四五六]期|分别|先后|重新|续建|相继|陆续|拟|计划|将于|筹备|预备|动员|庆祝|祝贺|纪念(?![馆碑堂塔园])|周年|(?:竣工|建成|落成|通车|投产|成立|签订|颁布|去世|逝世)[以之]?[后前]/u;

/**
 * Reads the events of a sentence clause by clause: `before` its date and `behind` it, the date itself left out. `owner` is
 * the person or thing whose entry it is, '' where none.
 */
export function readEvents(before: string, behind: string, owner: string): ClauseEvent[] {
  if (!VERB.test(behind) || AGAIN.test(behind) || AGAIN.test(before)) return [];
  const clauses = behind.split(/[，,]/u);
  const lead = before.slice(before.search(/[^，,]*[，,]?[^，,]*$/u));
  const events: ClauseEvent[] = [];
  // 丁河大桥于1998年5月12日建成通车: what the first clause tells of may stand before the date.
  let spoken = readNamed(lead);
  for (const [index, clause] of clauses.slice(0, CLAUSES).entries()) {
    const found = VERB.exec(clause);
    const whole = index === 0 ? `${lead.replace(/.*[，,]/u, '').replace(/[于在]$/u, '')}${clause}` : clause;
    if (found === null) {
      spoken = readNamed(clause);
      continue;
    }
    const verb = nameVerb(found[0], clause, found.index);
    if (verb === '逝世')
      events.push(...readPerson(clause.slice(0, found.index), owner).map((thing) => ({ thing, verb })));
    else {
      const own = readThings(whole, verb);
      const isBare = own.length === 0 && !RECURRING.has(verb) && found.index <= 6;
      // 【丁江二桥】1997年9月18日通车: the entry tells of what its title names.
      const titled = isBare && spoken.length === 0 && NAMED_WHOLE.test(owner) && !GENERAL.test(owner) ? [owner] : [];
      for (const thing of isBare ? [...spoken, ...titled] : own) events.push({ thing, verb });
    }
  }
  return events;
}

/** 省级验收 and 市级验收 are two. */
function nameVerb(printed: string, clause: string, at: number): string {
  const verb = VERBS[printed]!;
  if (verb !== '验收') return verb;
  return `${/国家|[省市县]/u.exec(clause.slice(Math.max(0, at - 8), at))?.[0] ?? ''}验收`;
}

/** A date holds for so many clauses behind it. */
const CLAUSES = 3;

/** Whether the event may come again in another year. */
export function recurs({ verb, thing }: ClauseEvent): boolean {
  if (RECURRING.has(verb)) return !/第[一二三四五六七八九十百\d]+[届次]/u.test(thing);
  // Set up, dissolved and set up again.
  return verb === '成立' && /(?:政府|委员会|指挥部|领导小组)$/u.test(thing);
}

function readThings(clause: string, verb: string): string[] {
  const things: string[] = [];
  for (const found of clause.matchAll(QUOTED)) {
    const title = found[1]!;
    if (verb === '召开' ? HELD.test(title) : verb !== '签订' || title.length >= OWN_TITLE) things.push(title);
  }
  if (verb === '召开') {
    for (const found of clause.matchAll(MEETING)) if (NUMBERED.test(found[0])) things.push(tidy(found[0]));
  }
  return RECURRING.has(verb) ? things : [...things, ...readNamed(clause)];
}

/** 通车 and 竣工 are said of what stands before them, 成立 of either. */
function readNamed(clause: string): string[] {
  const things: string[] = [];
  for (const found of clause.replace(VERB, '，').matchAll(NAMED)) {
    const thing = tidy(found[0]);
    if (thing.length >= 4 && !GENERAL.test(thing)) things.push(thing);
  }
  return things;
}

function tidy(printed: string): string {
  return printed
    .replace(/^.*(?:[的在由经对了为将]|召开|举行|举办|组建|筹建)/u, '')
    .replace('中国共产党', '中共')
    .replace('中国人民政治协商会议', '政协');
}

/** The name of who died: 赵庆霖因病医治无效. */
function readPerson(before: string, owner: string): string[] {
  const bare = before.replace(/(?:同志|先生|女士)?(?:因[\u4e00-\u9fff]{0,8})?(?:在[\u4e00-\u9fff]{0,12})?$/u, '');
  const name = bare.slice(-3);
  if (name.length === 3 && SURNAMES.includes(name[0]!) && /^[\u4e00-\u9fff]{3}$/u.test(name)) return [name];
  return owner.length === 3 && SURNAMES.includes(owner[0]!) ? [owner] : [];
}
