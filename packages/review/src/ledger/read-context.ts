import { nameLine, TOTAL } from './name-line.ts';
import { describeFigure, isOwnPlace, readSentenceBefore } from './describe-figure.ts';
import { FIGURE_UNITS } from './figure-units.ts';
import { normaliseIndicator } from './hash-indicator.ts';
import type { LeanLedger } from './ledger.ts';
import type { OutlineNode } from '../volume.ts';

/** Of whom a figure speaks and how surely (数据语境). */
export interface FigureContext {
  /** A named unit or place: of the sentence, the run-in title, the caption or the heading; '' for the book's own place. */
  readonly entity: string;
  /** Run-in title of the paragraph or of one before it under the same heading, where it is no unit: 农民收入. */
  readonly topic: string;
  /** What narrows the indicator without being a unit: 个体, 公办, the topic of a table. */
  readonly modifier: string;
  /** The own place is named: 全县. */
  readonly ownPlace: boolean;
  /** 县 where the sentence says 全县; '' otherwise. */
  readonly level: string;
  /** Normalised name of what is counted. */
  readonly name: string;
  /** What was counted before in the sentence and may own the figure: 个体工商户 2772户，从业人员…. */
  readonly host: string;
  readonly scope: string;
  readonly isTable: boolean;
  /** A table of the main figures of the place, whose columns need no topic. */
  readonly isGeneral: boolean;
  /** The entity is named in the sentence. */
  readonly isNamed: boolean;
}

const ENTITY =
  /(?:[\u4e00-\u9fff]{2}[县市省州]|公司|集团|工厂|医院|中学|小学|学校|大学|学院|银行|支行|分行|信用社|供销社|[^\d]局|[^业]厂|[^市]场|商场|林场|农场|牧场|水库|渠|闸|灌区|河|桥|公路|铁路|线|乡|镇|村|街道|社区|[^市]区|站|所|馆|校|矿|煤矿|油田|保健院|中心|教堂|寺|庙|塔|园|宾馆|酒店|[^\d]队|法院|检察院|办事处|居委会|屯|庄|电厂|冷库|市场|项目|工程|码头|港|险工|控导|堤|段|坝|小区|大厦|广场|科|室|处|会|井|机|产品)$/u;
const HOSTS = new Set(['家', '户', '所', '处', '座', '个', '条']);
/** Figures of a sentence looked back for what was counted first. */
const FIGURES_BACK = 20;
/** Paragraphs looked back for a run-in title. */
const LOOK_BACK = 30;
const RUN_IN = /^(?<topic>[\u4e00-\u9fff]{2,16})[ \u3000]{2}/u;
/** 该厂、全校、公司: a word that points back. */
const BACKWARD =
  /^(?:该.{1,6}|本[厂校院社所站局店].{0,2}|全[厂校院社所站局店村乡镇行]|学校|公司|医院|工厂|厂区|酒店|校园|乡|镇|村|厂|局|院|校|行|园区内?|两.{1,4}|各.{1,4})$/u;
const NO_ENTITY =
  /^(?:全|各|该|本|农|工|乡镇|县办|市区|城区|滩区|地区|山区|灌区|库区|厂区|园区|社区|小区|辖区|境|县乡|省|国|农村|乡村)/u;
const GENERAL =
  /^(?:历年|主要年份|若干年份)?(?:国民经济和社会(?:发展)?|国民经济(?:发展)?|经济[和与、]?社会(?:发展)?|社会经济(?:发展)?|经济(?:发展)?|综合)?(?:主要|基本)?(?:经济|统计|综合)?(?:指标|数据)?$/u;

/** Reads contexts with what is remembered of each heading. */
export class ContextReader {
  private readonly ledger: LeanLedger;
  private readonly entities = new Map<number, string>();
  private readonly contexts = new Map<number, FigureContext>();

  /** The own place by name or level, in the sentence before a figure. */
  private readonly ownPlace: RegExp;

  constructor(ledger: LeanLedger) {
    this.ledger = ledger;
    this.ownPlace = matchOwnPlace(ledger);
  }

  read(index: number): FigureContext {
    let context = this.contexts.get(index);
    if (context === undefined) {
      context = this.ledger.columns.row[index]! < 0 ? this.readProse(index) : this.readCell(index);
      this.contexts.set(index, context);
    }
    return context;
  }

  private readProse(index: number): FigureContext {
    const { ledger } = this;
    const { columns, volume } = ledger;
    const { subject, indicator, scope } = describeFigure(ledger, index);
    const block = volume.blocks[columns.block[index]!]!;
    const before = readSentenceBefore(volume.text, columns, index);
    const ownPlace = this.ownPlace.test(before);
    const runIn = this.topicOf(columns.block[index]!);
    const isTopic = subject !== '' && subject === runIn && columns.subjectStart[index] === block.start;
    const named = subject !== '' && !isTopic && isEntity(subject);
    const above = isEntity(runIn) ? runIn : this.entityOf(block.node);
    // 学校、公司、该厂: whoever was named last; nobody is the same as nobody.
    const backward = !named && !isTopic && BACKWARD.test(subject);
    const inherited = backward && above === '' ? `?${columns.block[index]}` : above;
    return {
      entity: named ? subject : inherited,
      topic: isEntity(runIn) ? '' : runIn,
      modifier: named || isTopic || backward ? '' : subject,
      ownPlace: ownPlace && !named,
      level: /全([县市省区州旗])/u.exec(before)?.[1] ?? '',
      name: normaliseIndicator(indicator),
      host: this.hostOf(index),
      scope,
      isTable: false,
      isGeneral: false,
      isNamed: named,
    };
  }

  private hostOf(index: number): string {
    const { columns } = this.ledger;
    for (
      let at = index - 1;
      at >= Math.max(0, index - FIGURES_BACK) &&
      columns.sentence[at] === columns.sentence[index] &&
      columns.row[at]! < 0;
      at -= 1
    ) {
      const { base } = FIGURE_UNITS[columns.unit[at]!]!;
      if (!HOSTS.has(base) || columns.unit[at] === columns.unit[index]) continue;
      const host = normaliseIndicator(describeFigure(this.ledger, at).indicator);
      return /^全?[县市省区州乡镇村国]?$/u.test(host) ? '' : host;
    }
    return '';
  }

  /** Run-in title that holds for a paragraph: its own, or the last one under the same heading. */
  private topicOf(block: number): string {
    const { text, blocks } = this.ledger.volume;
    const { node } = blocks[block]!;
    for (let at = block; at >= Math.max(0, block - LOOK_BACK); at -= 1) {
      const { kind, start, end } = blocks[at]!;
      if (blocks[at]!.node !== node || kind === 'heading') return '';
      if (kind !== 'paragraph') continue;
      const found = RUN_IN.exec(text.slice(start, Math.min(end, start + 24)))?.groups?.topic;
      if (found !== undefined) return found;
    }
    return '';
  }

  private readCell(index: number): FigureContext {
    const { columns, tables, volume, own } = this.ledger;
    const head = tables.get(columns.block[index]!);
    const row = head?.rows[columns.row[index]!];
    const column = head?.columns[columns.column[index]!];
    const topic = head?.topic ?? '';
    const plain = topic.replace(/^.*?[县市省区州](?=.{2})/u, '');
    const isByRow = row !== undefined && row.from === 0 && !TOTAL.test(row.label);
    const name = nameLine((isByRow ? row.label : column?.label) ?? '', topic);
    const titled = /^(?<name>.+?(?:公司|集团|医院|支行|银行|中学|厂|局|乡|镇))/u.exec(plain)?.groups?.name ?? '';
    const isGeneral = GENERAL.test(plain) && titled === '';
    const node = volume.blocks[columns.block[index]!]!.node;
    return {
      entity: titled === '' || isOwnPlace(titled, own) ? this.entityOf(node) : titled,
      topic: '',
      modifier: isGeneral ? '' : plain + (column?.label.slice(0, Math.max(0, column.label.lastIndexOf('·'))) ?? ''),
      ownPlace: true,
      level: '',
      name: normaliseIndicator(name),
      host: '',
      scope: '',
      isTable: true,
      isGeneral,
      isNamed: false,
    };
  }

  /** The unit or place that a heading above is about. */
  private entityOf(node: number): string {
    const known = this.entities.get(node);
    if (known !== undefined) return known;
    const { nodes } = this.ledger.volume;
    const one: OutlineNode | undefined = nodes[node];
    let entity = '';
    if (node > 0 && one !== undefined) {
      const title = one.title
        .replace(/\s+/gu, '')
        .replace(
          /^(?:第[一二三四五六七八九十百\d]+[编章节目篇卷]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)])/u,
          '',
        );
      entity = isEntity(title) && !isOwnPlace(title, this.ledger.own) ? title : this.entityOf(one.parent);
    }
    this.entities.set(node, entity);
    return entity;
  }
}

function isEntity(name: string): boolean {
  if (name.length === 2) return /^[\u4e00-\u9fff][县市省河湖江塔桥]$/u.test(name) && !NO_ENTITY.test(name);
  return name.length >= 3 && name.length <= 20 && ENTITY.test(name) && !NO_ENTITY.test(name);
}

function matchOwnPlace({ own }: LeanLedger): RegExp {
  const level = own.level === '' ? '[县市]' : own.level;
  return new RegExp(
    `全${level}|${level}境|县内|${own.name === '' ? '全县' : own.name}(?:实现|完成|有|共|的|粮|地区|国内|生产|财政|人口|社会|规模)`,
    'u',
  );
}
