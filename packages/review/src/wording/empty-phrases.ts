import phrases from '../lexicons/empty-phrases.json' with { type: 'json' };

/** 领导句式: who led and cared, not what was done. */
export const LEADERSHIP_PHRASES = listPhrases('leadership');

/** 成效句式与感受语: praise without a figure. */
export const RESULT_PHRASES = listPhrases('result');

/** 决心句式与比喻渲染: slogans and figures of speech. */
export const SLOGAN_PHRASES = listPhrases('slogan');

/** 新闻语与广告语: words of headlines and of sellers. */
export const NEWS_PHRASES = listPhrases('news');

function listPhrases(kind: string): string[] {
  return phrases.filter((each) => each.kind === kind).map(({ phrase }) => phrase);
}
