/** A figure by its key (数据认定键) as an editor reads it: `2023年 丁家镇 粮食总产量 52,340,000千克`. */
export function describeFigureKey(key: string): string {
  const [subject, indicator, scope, period, unit, value] = key.split('|');
  return [
    period && formatPeriod(period),
    subject,
    `${indicator ?? ''}${scope && `（${scope}）`}`,
    `${formatValue(Number(value))}${unit ?? ''}`,
  ]
    .filter(Boolean)
    .join(' ');
}

/**
 * A value in its base unit (折算值) with thousands parted: `52,340,000`. With its last printed place it is no more exact than
 * the book: 31.6万亩 are 210,700,000 square metres.
 */
export function formatValue(value: number, place = 0): string {
  const step = place > 0 ? 10 ** Math.floor(Math.log10(place) + 1e-9) : 0;
  const rounded = step > 1 ? Math.round(value / step) * step : value;
  return rounded.toLocaleString('zh-CN', { maximumFractionDigits: Math.abs(rounded) >= 1_000 ? 2 : 6 });
}

/** A period (时期) as an office writes it: `2023年`, `2023年6月`, `1986年～1990年`; '' where it is not known. */
export function formatPeriod(period: string): string {
  return period
    .split('～')
    .map((day) =>
      day.replace(/^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/, (_all, year: string, month?: string, date?: string) =>
        [`${year}年`, month && `${Number(month)}月`, date && `${Number(date)}日`].filter(Boolean).join(''),
      ),
    )
    .join('～');
}
