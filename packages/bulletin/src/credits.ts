const NAMES =
  '签\\s*发(?:\\s*人)?|审\\s*[核定签稿](?:\\s*人)?|[初复终]\\s*审|核\\s*[稿发](?:\\s*人)?|责任编辑|责任校对|责\\s*编|(?:本期|执行|美术)?编\\s*辑|[总主]\\s*编|编\\s*审|校\\s*[对核]|拟\\s*稿(?:\\s*人)?|监\\s*制|分\\s*析|联\\s*系\\s*人|(?:联系|投稿|编辑部)?电\\s*话|传\\s*真|(?:投稿|电子)?(?:信|邮)\\s*箱|E-?mail|QQ|网\\s*址|地\\s*址|邮\\s*(?:政\\s*)?编\\s*码?|主题词|主\\s*题\\s*词|(?:秘密等级|密\\s*级)|编\\s*号|份\\s*号|微信公众号|准印证号?|送审';
const CREDIT = new RegExp(`(?<=^|[\\s；;，。、|｜（(])(?:${NAMES})\\s*[:：]`, 'giu');
/** Words about the paper itself. */
const REMARK =
  /^[（(【〔]?\s*(?:内部(?:资料|刊物|材料|参考|交流|文件|情况|发行)(?:[，,\s]*(?:注意保存|妥善保管|请勿外传|免费交流|不得外传|仅供参考))?|注意保存|妥善保管|仅供参考|免费交流|创\s*刊\s*号|试\s*刊|此页无正文|本期共\s*\d{1,3}\s*[页版])\s*[。）)】〕]?$/u;
const FILE_NUMBER = /^[^\s，。；]{1,12}〔(?:19|20)\d{2}〕(?:第\s?)?\d{1,4}\s?号$/u;
/** What a web page prints around a text. */
const WEB =
  /^(?:您|你)?(?:现在|当前|所在)?的?(?:所在)?位置\s*[:：]?|^当前位置|发布(?:时间|日期)\s*[:：]|浏览(?:次数|量)?\s*[:：]|(?:点击|阅读)(?:次数|量|数)\s*[:：]|【\s*字体|^字体\s*[:：]|^分享到|^(?:【?(?:打印|关闭)[^，。]{0,12})$|^[上下]一(?:篇|条|页)\s*[:：]|^扫一扫|^返回(?:顶部|首页)|^(?:19|20)\d{2}-\d{2}-\d{2}\s+\d{2}:\d{2}(?::\d{2})?$/u;
/** Longer lines are text. */
const MOST_CHARACTERS = 120;

/** Who signed, edited, corrected, and how to reach them (编务信息), as printed; `rest` is what stands before. */
export function cutCredits(line: string): { readonly rest: string; readonly credits: readonly string[] } {
  if (line.length > MOST_CHARACTERS) return { rest: line, credits: [] };
  if (isRemark(line)) return { rest: '', credits: [line] };
  const starts = [...line.matchAll(CREDIT)].map(({ index }) => index);
  if (starts.length === 0) return { rest: line, credits: [] };
  const credits = starts.map((start, at) =>
    line
      .slice(start, starts[at + 1])
      .replace(/[\s；;，、|｜]+$/u, '')
      .trim(),
  );
  const rest = line.slice(0, starts[0]).replace(/[\s；;，、|｜]+$/u, '');
  // Brackets around all of it.
  if (/^[（(]$/u.test(rest)) return { rest: '', credits: [line] };
  return { rest, credits };
}

/** True for a line that is nothing but credits, a remark on the paper or a file number. */
export function isCredit(line: string): boolean {
  const { rest, credits } = cutCredits(line);
  return credits.length > 0 && rest === '';
}

function isRemark(line: string): boolean {
  return REMARK.test(line) || FILE_NUMBER.test(line.replaceAll(/\s/gu, ''));
}

/** True for what a web page prints around a text: 您的位置, 发布时间, 分享到. */
export function isWebLine(line: string): boolean {
  return line.length <= 200 && WEB.test(line);
}
