import { defineChecks } from './define-checks.ts';

/** 模糊词、人称、总结性用语（LN-VAG、LN-DEX、LN-EMP）. */
export const wordingChecks = defineChecks({
  'LN-VAG-01': { title: '随读者时间而变的时间词', manual: '“当年”“年内”可用，是否全书统一须通读。' },
  'LN-VAG-02': { title: '缺日期的时间词', manual: '“年底”“年初”前文有年份时可用，须看上下文。' },
  'LN-VAG-03': { title: '模糊的数量与来源', manual: '有无确数可用，须查资料。' },
  'LN-VAG-04': { title: '以程度词代替数据', manual: '有无数据可用，须查资料。' },
  'LN-VAG-05': { title: '“等”后无总数', manual: '列举是否需要总数由编者定。' },
  'LN-DEX-01': { title: '我县、本县等本位指称', manual: '“我国”是否对外而言，须看上下文。' },
  'LN-DEX-02': { title: '我们、咱们等第一人称' },
  'LN-DEX-03': { title: '“来”带主观方位' },
  'LN-DEX-04': { title: '本文、笔者等作者自称' },
  'LN-DEX-05': { title: '该、此、其指代不明', manual: '指代何物须通读上下文。' },
  'LN-DEX-06': { title: '上述、如下无对应列举', manual: '有无对应列举须通读上下文。' },
  'LN-DEX-07': { title: '全县、全市口径不明', manual: '是全县还是本系统，须向供稿单位核实。' },
  'LN-DEX-08': { title: '当地、本地、外地不指明', manual: '所指何地须看上下文。' },
  'EMP-01': { title: '领导句式', manual: '记述中央重要会议和决策的规范用语不在此列，须看上下文。' },
  'EMP-02': { title: '成效句式' },
  'EMP-03': { title: '决心句式' },
  'EMP-04': { title: '修饰副词', manual: '单个副词是否多余须看全句，程序只提示密集处。' },
  'EMP-05': { title: '比喻渲染' },
  'EMP-06': { title: '新闻语' },
  'EMP-07': { title: '广告语' },
  'EMP-08': { title: '公文分条（一是、二是）' },
  'EMP-09': { title: '感受语' },
});
