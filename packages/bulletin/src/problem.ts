const WORDS = {
  'no-text': ['refuse', '文件里没有可读取的文字；如果是扫描件，请先做文字识别（OCR）再导入。'],
  'no-bulletin': ['refuse', '没有读到简报的报头和版记，请确认这是一期完整的简报。'],
  'two-documents': ['refuse', '文件里似乎有两期简报，请拆成一期一个文件再导入。'],
  'no-items': ['refuse', '没有读到条目，请核对文件是否完整。'],
  'no-tail': ['refuse', '没有读到版记（信息公开选项、报送发、印发日期），请补全后再导入。'],
  'no-series': ['ask', '没有读到简报名称，请补填。'],
  'no-number': ['ask', '没有读到期号，请补填或确认该期未编号。'],
  'no-office': ['ask', '没有读到编发单位，请补填。'],
  'no-date': ['ask', '没有读到日期，请补填。'],
  'no-disclosure': ['ask', '没有读到信息公开选项，请补填。'],
  'no-recipients': ['ask', '没有读到报、送、发的范围，请补填。'],
  'no-print-office': ['ask', '没有读到印发单位，请补填。'],
  'no-print-date': ['ask', '没有读到印发日期，请补填。'],
  'no-copies': ['ask', '没有读到印数，请补填。'],
  'item-without-title': ['ask', '有一条没有读到标题，请补填。'],
  'item-without-body': ['ask', '有一条只有标题、没有正文，请核对。'],
  'item-without-source': ['ask', '有一条没有读到供稿单位，请补填。'],
  'total-before-number': ['ask', '总期号小于本年期号，请核对。'],
  'date-disagrees': ['ask', '报头日期与印发日期不一致，请核对。'],
  'impossible-date': ['ask', '历法中没有这一天，请核对日期。'],
  'office-disagrees': ['ask', '报头的编发单位与版记的印发单位不一致，请核对。'],
  'doubled-words': ['ask', '换页处的词语似乎重复了一次，请核对原文。'],
  'open-bracket': ['ask', '有一处括号或书名号只有一半，请核对原文。'],
  'line-not-placed': ['ask', '有一行未能归入报头、条目或版记，请核对。'],
  'contents-disagree': ['ask', '目录中有一条与正文的标题对不上，请核对。'],
  'not-searched': ['ask', '篇幅过长，其中的要求、人员、书名、数据、会议没有全部列出，请人工核对。'],
  'demands-disagree': ['ask', '文中说的条数与列出的条数不一致，请核对。'],
} as const satisfies Record<string, readonly ['refuse' | 'ask', string]>;

/** What can be wrong with a bulletin (简报问题), by code. */
export type ProblemCode = keyof typeof WORDS;

/** Something a person should look at (简报问题): `refuse` keeps the file out, `ask` lets it in with a question. */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: 'refuse' | 'ask';
  /** One Chinese sentence that says what to do. */
  readonly message: string;
  /** Line of the file, from 1. */
  readonly line?: number;
}

/** A problem with its sentence (简报问题). */
export function nameProblem(code: ProblemCode, line?: number): Problem {
  const [severity, message] = WORDS[code];
  return { code, severity, message, ...(line === undefined ? {} : { line }) };
}
