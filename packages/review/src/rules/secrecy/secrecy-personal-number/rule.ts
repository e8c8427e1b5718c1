import { defineRule } from '../../../rule.ts';

const REGIONS = new Set([
  '11',
  '12',
  '13',
  '14',
  '15',
  '21',
  '22',
  '23',
  '31',
  '32',
  '33',
  '34',
  '35',
  '36',
  '37',
  '41',
  '42',
  '43',
  '44',
  '45',
  '46',
  '50',
  '51',
  '52',
  '53',
  '54',
  '61',
  '62',
  '63',
  '64',
  '65',
  '71',
  '81',
  '82',
  '83',
]);
/** - － and space, between the parts of a telephone number. */
const JOINTS = new Set([0x2d, 0xff0d, 0x20]);
/** A number that is no one's: telephones of a hotline, document and product numbers. */
const OTHER =
  /(?:编号|文号|批号|证号|书号|ISBN|ISSN|条码|代码|登记号|备案号|专利|订单|QQ|流水号|许可证)[^，。；]{0,10}$/iu;
const ACCOUNT = /(?:账号|帐号|账户|帐户|卡号|银行卡|开户行?|存折)[^，。；\d]{0,12}$/u;

/** Numbers of identity cards, mobile telephones and bank accounts (证件号码、手机号码、账号). */
export const rule = defineRule({
  id: 'secrecy-personal-number',
  family: 'secrecy',
  severity: 'query',
  norm: 'personal-information-law-2021',
  clause: '28',
  title: '证件号码、手机号码和银行账号',
  summary: '出现居民身份证号码、手机号码、银行账号的，提请核对是否需要删去。',
  why: '证件号码、金融账户属个人信息，公开出版前应征得同意或删去。',
  silent: '不合号码结构的数字，以及统计数、文号、证书编号、固定电话，不报。',
  covers: ['LN-SEC-06'],
  exempt: ['errata'],
  blocks: ['paragraph', 'note', 'caption', 'table', 'heading'],
  checkDigits(passage, start, end, report) {
    const length = end - start;
    // Nearly every number of a book ends here: years, counts, sums.
    if (length < 11 && (length !== 3 || !JOINTS.has(passage.text.charCodeAt(end)))) return;
    if (length > 19) return;
    const { text, start: first, end: last } = passage;
    const before = start > first ? text.charAt(start - 1) : '';
    if (/[.,，．A-Za-z\d\-－/]/u.test(before) && before !== '，') return;
    const next = end < last ? text.charAt(end) : '';
    if (length === 17 || length === 18) {
      const whole = length === 18 ? end : end + 1;
      if (length === 17 && !/[XxＸ]/u.test(next)) return;
      if (isIdentity(text.slice(start, whole))) {
        report(start, whole, '疑为居民身份证号码，建议核对是否删去。');
        return;
      }
    }
    const context = text.slice(Math.max(first, start - 24), start);
    if (length >= 12) {
      if (ACCOUNT.test(context)) report(start, end, '疑为银行账号，建议核对是否删去。');
      return;
    }
    if (length === 11) {
      if (
        /^1[3-9]/u.test(text.slice(start, end)) &&
        !/[.．％%‰万亿元人件千公亩吨斤米平立户头只株]/u.test(next) &&
        !OTHER.test(context)
      ) {
        report(start, end, '疑为手机号码，建议核对是否删去。');
      }
      return;
    }
    // 138-0000-1111, 138 0000 1111.
    if (length === 3 && /^1[3-9]/u.test(text.slice(start, end))) {
      const joined = /^[-－ ]\d{4}[-－ ]\d{4}(?!\d)/u.exec(text.slice(end, Math.min(last, end + 11)));
      if (joined !== null) report(start, end + joined[0].length, '疑为手机号码，建议核对是否删去。');
    }
  },
});

/** Region, day of birth and length are those of an identity card; the check digit is often masked or misprinted. */
function isIdentity(number: string): boolean {
  if (!REGIONS.has(number.slice(0, 2))) return false;
  const year = Number(number.slice(6, 10));
  const month = Number(number.slice(10, 12));
  const day = Number(number.slice(12, 14));
  return year >= 1880 && year <= 2099 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}
