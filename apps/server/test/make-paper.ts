import type { LetterPaper, PaperLine } from '../src/features/letters/letter-paper.ts';

const QUOTES = [
  '全县耕地面积32.6万亩，比上年增长1.2%，其中水田18.4万亩、旱地15.2万亩。',
  '2025年，全县完成粮食播种面积41.3万亩，粮食总产量15.8万吨，比上年增长2.1%，连续六年保持增长。全县建成高标准农田3.2万亩，新增设施农业面积1200亩，农作物耕种收综合机械化率达68.4%；推广优良品种27个，测土配方施肥面积38万亩次，绿色防控面积21万亩次，病虫害损失率控制在4%以内。',
  '县人大主任主持会议并讲话。',
  '𠮷姓居民多聚居于乙县东部，清代自外省迁入。',
];

/** Line of a letter for tests; everything may be overruled. */
export function makeLine(number: number, over: Partial<PaperLine> = {}): PaperLine {
  return {
    lineId: `0190f3a2-0000-7000-8000-${String(number).padStart(12, '0')}`,
    number,
    place: `第三编 农业 › 第${number}章 种植业`,
    quote: QUOTES[number % QUOTES.length]!.replace('32.6', `${number}2.6`),
    opinion: '分项之和与总数不符，建议核对统计口径。',
    suggestion: number % 3 === 0 ? '水田17.4万亩、旱地15.2万亩' : null,
    basis: number % 2 === 0 ? '《地方综合年鉴编纂出版规定》' : null,
    certainty: number > 9 ? 'uncertain' : 'change',
    answer: null,
    answerNote: null,
    ...over,
  };
}

/** Letter of twelve lines for tests, the last three to be discussed; everything may be overruled. */
export function makePaper(over: Partial<LetterPaper> = {}): LetterPaper {
  return {
    letterId: 'b5a1c8de-3f42-4c11-9d2e-7a6b5c4d3e2f',
    secret: '7ZQ3XK9M2VBT4HNWCR8YJ5DPFG',
    kind: 'opinions',
    state: 'signed',
    number: '甲市志审〔2026〕3号',
    issuingOffice: '甲市地方志编纂委员会办公室',
    addressee: '乙县地方志编纂委员会办公室',
    workTitle: '乙县年鉴（2026）',
    manuscriptTitle: '乙县年鉴（2026）送审稿',
    revisionNumber: 2,
    round: 1,
    preamble: '你单位报送的书稿收悉。经组织审查，书稿框架完整、资料较为翔实，尚有部分内容需要修改完善。',
    closing: '请认真研究办理，进一步提高书稿质量。',
    signedBy: '王某',
    signedOn: '2026-03-05',
    dueOn: '2026-04-10',
    contact: '李某，0800-1234567',
    lines: Array.from({ length: 12 }, (_, index) => makeLine(index + 1)),
    ...over,
  };
}
