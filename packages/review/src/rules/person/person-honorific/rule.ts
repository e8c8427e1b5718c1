import { defineRule } from '../../../rule.ts';
import { SURNAMES } from '../../../wording/surnames.ts';

const HONORIFICS = ['同志', '先生', '女士', '老师', '书记', '县长', '市长', '省长', '局长'];

/** A name of two or three characters at the end, with what stands before it. */
const NAME = new RegExp(`(^|[^\\u4e00-\\u9fff]|[和与及由对向给请在是随经])([${SURNAMES}][\\u4e00-\\u9fff]{1,2})$`, 'u');
/** A post and the name behind it: 县委书记刘某同志. */
const POSTED = new RegExp(
  `(?:书记|主任|县长|市长|省长|州长|区长|镇长|乡长|局长|部长|主席|院长|校长|队长|会长|所长|站长|教授|委员|代表|烈士|模范)([${SURNAMES}][\\u4e00-\\u9fff]{1,2})$`,
  'u',
);
/** Words of two or three characters that look like a name. */
const NOT_NAME =
  /^(?:[\u4e00-\u9fff]?(?:老|女|男|各位|全体|部分|党员|干部|领导|负责|主要|分管|有关|其他|县委|市委|区委|省委|党委|副|总|常务|支部|原任|时任|现任)[\u4e00-\u9fff]?|高中|高级|马列|万名|金融|石油|江北|江南|白云|方面|任[何副县市]|程序|钱粮|黄梅|武术|田径|龙舟|高校|于[\u4e00-\u9fff]|向[\u4e00-\u9fff]{1,2}|何[人为]|顾问|严[格重]|毛笔|汤药|孔府|段长)$/u;

/** A word of address behind a name (姓名后加身份词): 刘某同志、刘某书记. */
export const rule = defineRule({
  id: 'person-honorific',
  family: 'person',
  severity: 'warning',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '直书姓名，不加同志、先生',
  summary: '志鉴直书姓名，姓名后不加“同志”“先生”“女士”“老师”；职务放在姓名前，写“县长刘某某”，不写“刘某某县长”。',
  why: '称谓随作者与所记人物的关系而异，直书姓名才能一视同仁。',
  silent: '引文、书名、照录的文献、署名的序跋和涉及领导人的句子不报；“老同志”“部分同志”等泛称不报。',
  covers: ['YB-PER-04', 'GZ-WRT-11'],
  exempt: ['quotation', 'title', 'verbatim', 'solemn'],
  presets: ['yearbook', 'gazetteer'],
  habit: 20,
  words: HONORIFICS,
  checkWord({ text, start, end }, wordStart, wordEnd, report) {
    const word = text.slice(wordStart, wordEnd);
    const before = text.slice(Math.max(start, wordStart - 9), wordStart);
    const name = (NAME.exec(before)?.[2] ?? POSTED.exec(before)?.[1])!;
    if (name === undefined || NOT_NAME.test(name) || /[为任兼是的等原副现由向和被]/u.test(name.slice(1))) return;
    const after = text.slice(wordEnd, Math.min(end, wordEnd + 2));
    if (isPost(word) && (POSTED.test(before) || !/^(?:[，。；、]|[一-龥])/u.test(after) || NEXT_NAME.test(after)))
      return;
    // 甲平市长山镇: the post is the end of one place and the beginning of the next.
    if (word.endsWith('长') && /^[\u4e00-\u9fff][镇乡]/u.test(after)) return;
    if (word === '老师' && /^[们傅的生]/u.test(after)) return;
    report(
      wordStart - name.length,
      wordEnd,
      isPost(word)
        ? `职务宜放在姓名前，建议写作“${word}${name}”。`
        : `姓名后不加“${word}”，建议直书姓名，必要时在姓名前写明职务。`,
    );
  },
});

/** What follows a post that belongs to the next name, or to an office: 张某书记处、王某 局长李某. */
const NEXT_NAME = new RegExp(`^(?:[${SURNAMES}室处员办]|助理|[\\u4e00-\\u9fff]?[：:])`, 'u');

function isPost(word: string): boolean {
  return word === '书记' || word.endsWith('长');
}
