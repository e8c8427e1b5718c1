import type { Family, Severity } from '@xiuzhi/review';

/** Chinese names of the rule families (规则类). */
export const FAMILY_NAMES: Record<Family, string> = {
  punctuation: '标点',
  numerals: '数字用法',
  units: '计量单位',
  time: '时间表述',
  person: '人称',
  style: '文风',
  terms: '术语',
  names: '名称',
  figures: '数据',
  dates: '日期纪年',
  structure: '结构',
  duplicates: '重复',
  typos: '字词',
  political: '政治表述',
  secrecy: '保密',
};

/** Chinese names of the severities (级别). */
export const SEVERITY_NAMES: Record<Severity, string> = { error: '应改', warning: '建议', query: '存疑', info: '提示' };
