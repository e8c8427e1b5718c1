import { defineRule } from '../../../rule.ts';

/** Words that take a side where troops are to be named (敌我立场词): 歼敌、敌军、我方. */
export const rule = defineRule({
  id: 'person-stance',
  family: 'person',
  severity: 'query',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '记战事写明部队名称，不用敌我',
  summary: '“歼敌”“毙敌”“敌军”“敌人”“对敌斗争”“我方”等以敌我相称，请核对可否写明国民党军、日军等名称或番号。',
  why: '敌我随记述者立场而异，写明部队名称、番号，后人才知道是哪一方。',
  silent: '引文、歌谣、书名和照录的文献、碑文不报；全书多处如此的只提示一次。',
  covers: ['GZ-WRT-06'],
  exempt: ['quotation', 'title', 'verbatim', 'solemn'],
  presets: ['yearbook', 'gazetteer'],
  habit: 3,
  words: [
    '歼敌',
    '毙敌',
    '杀敌',
    '俘敌',
    '敌军',
    '敌人',
    '敌我',
    '对敌斗争',
    '敌伪',
    '敌机',
    '敌营',
    '我方',
    '敌方',
    '敌占区',
    '蒋匪',
    '蒋军',
    '日寇',
  ],
  checkWord({ text }, wordStart, wordEnd, report) {
    if (/[天无轻劲公死强]/u.test(text.charAt(wordStart - 1))) return;
    report(wordStart, wordEnd, `“${text.slice(wordStart, wordEnd)}”以敌我相称，请核对可否写明部队名称或番号。`);
  },
});
