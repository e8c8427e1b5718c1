/**
 * Ways of writing between which an office may choose (统一写法), by norms 4.2 and 8.8: not errors, but one of them
 * throughout a book.
 */
export const HOUSE_STYLES = {
  yearRange: { title: '起止年份的连接号', choices: ['—', '～'] },
  valueRange: { title: '数值范围的连接号', choices: ['～', '—'] },
  thousands: { title: '多位数的分节', choices: ['不分节', '千分撇', '千分空'] },
  percentDecimals: { title: '百分数的小数位数', choices: ['整数', '一位小数', '两位小数'] },
  permille: { title: '千分数的写法', choices: ['‰', '千分之'] },
  fraction: { title: '分数的写法', choices: ['1/3', '三分之一'] },
  areaUnit: { title: '面积单位名称', choices: ['平方公里', '平方千米'] },
  lengthUnit: { title: '长度单位名称', choices: ['公里', '千米'] },
  massUnit: { title: '质量单位名称', choices: ['公斤', '千克'] },
  product: { title: '地区生产总值的称法', choices: ['地区生产总值', 'GDP'] },
  other: { title: '“其他”与“其它”', choices: ['其他', '其它'] },
  account: { title: '“账”与“帐”', choices: ['账', '帐'] },
  counties: {
    title: '县级政区并提的写法',
    choices: ['县（市、区）', '县（区、市）', '市（县、区）', '区（市）县', '县市区', '市县区', '区市县'],
  },
  entryMarker: { title: '条目标识', choices: ['【】', '[ ]', '〔〕'] },
  overview: { title: '概况条目的名称', choices: ['概况', '综述', '概述', '综合', '基本情况'] },
} as const satisfies Readonly<Record<string, { readonly title: string; readonly choices: readonly string[] }>>;

export type HouseStyleId = keyof typeof HOUSE_STYLES;

/** Choices an office has made; what is not chosen goes by the majority of the book. */
export type HouseStyle = { readonly [Id in HouseStyleId]?: (typeof HOUSE_STYLES)[Id]['choices'][number] };
