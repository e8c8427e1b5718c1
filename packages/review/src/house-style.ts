/**
 * Ways of writing between which an office may choose (统一写法), by norms 4.2 and 8.8: not errors, but one of them
 * throughout a book.
 */
export const HOUSE_STYLES = {
  yearRange: { title: '起止年份的连接号', choices: ['—', '～'] },
} as const satisfies Readonly<Record<string, { readonly title: string; readonly choices: readonly string[] }>>;

export type HouseStyleId = keyof typeof HOUSE_STYLES;

/** Choices an office has made; what is not chosen goes by the majority of the book. */
export type HouseStyle = { readonly [Id in HouseStyleId]?: (typeof HOUSE_STYLES)[Id]['choices'][number] };
