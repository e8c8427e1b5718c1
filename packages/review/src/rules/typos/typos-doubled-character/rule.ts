import { defineRule } from '../../../rule.ts';

/** Characters printed twice, and what may rightly stand before and behind the two: 公共共享、对对方、目的的. */
const DOUBLED: Readonly<Record<string, readonly [before: string, behind: string]>> = {
  共共: ['公中国反', '产青享和建振处'],
  对对: ['一成双面针相反绝应核校配敌', '方联子口手象外岸内抗立应策称准话比账面象'],
  的的: ['目标有无打', '确士话'],
  了了: ['明不目一未草除算罢', '解结望事断'],
  和和: ['温平共谐缓饱柔祥调议中义联暖亲附晴睦劝求讲太永昭雍仁', '平气谐睦美解田县尚善顺硕龙声弦'],
  在在: ['存现实正内所自潜旨健外好贵', '职校建岗编册'],
  被被: ['棉植覆床夹', '告子褥服单套害面'],
  要要: ['主重需纪次摘紧必只首概提还想简不纲将就快冲撮险机扼', '求素点闻道塞件害地领事职好务'],
  与与: ['参赠给授付予', '会共其时否'],
  及及: ['以普涉提波触顾埃', '时格早其第'],
  有有: ['所国拥享没具含共占私公特原现设带建只还独富稀持', '关效利限机力序时的色偿期所些害意望助线无毒幸氧名条'],
};
const ORDINAL = /[\d二两三四五六七八九十]$/u;

/** One character printed twice in a row (衍字): 全县共共有、加强对对农村. */
export const rule = defineRule({
  id: 'typos-doubled-character',
  family: 'typos',
  severity: 'query',
  norm: 'error-criteria-2005',
  clause: '6',
  title: '单字重出',
  summary: '“共共有”“加强对对”“3个个月”“省级级”等一个字接连排了两遍的，疑有衍文，请核对。',
  why: '改稿、换行时最易把一个字排成两遍。',
  silent: '两字分属两个词的（公共共享、对对方、为了了解、目的的）、引文和书名号内的，不报。',
  covers: ['WORD-D-4'],
  exempt: ['quotation', 'title', 'verbatim', 'errata'],
  words: [...Object.keys(DOUBLED), '个个', '省级级', '市级级', '县级级', '家级级', '了了解决', '实现现工'],
  checkWord({ text, start: from, end: to }, start, end, report) {
    const word = text.slice(start, end);
    const before = start > from ? text.charAt(start - 1) : '';
    const behind = end < to ? text.charAt(end) : '';
    // A character three times is a song or a sound.
    if (before === word[0] || behind === word[1]) return;
    const innocent = DOUBLED[word];
    if (innocent !== undefined) {
      if (behind === '' || before === '' || innocent[0].includes(before) || innocent[1].includes(behind)) return;
    } else if (word === '个个') {
      if (!ORDINAL.test(before) || /^$|[体人案性别股]/u.test(behind)) return;
    } else if (word === '了了解决' && before !== '为') return;
    report(start, end, '一个字接连出现两次，疑有衍文，请核对。');
  },
});
