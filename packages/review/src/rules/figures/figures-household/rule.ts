import { isApproximate, readQuantity, type Quantity } from '../../../figures/read-quantity.ts';
import { defineRule } from '../../../rule.ts';

const PERSONS = /[，、,](?:共|计|总?人口)?(?=\d)/uy;
/** No district of a Chinese book has households as great, or as small, as this on average. */
const MOST = 12;
const LEAST = 1;
/** Households that are no homes, and persons that are not all who live in them. */
const OTHER =
  /(?:个体|工商|专业|五保|低保|特困|贫困|受灾|营业|商|用|散|搬迁|农业|经营|承包|养殖|盐|船|种植|军属|烈属|侨|回|救济)[^，。；\d]{0,3}$/u;

/** Persons to a household out of all proportion (户数与人数). */
export const rule = defineRule({
  id: 'figures-household',
  family: 'figures',
  severity: 'query',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '户数与人数相称',
  summary: '“若干户、若干人”连写的，平均每户超过12人或不足1人的报。',
  why: '户均人数离奇，多是“万”字错漏或小数点错位。',
  silent: '个体户、专业户、受灾户等不是住户的，百户以下的小数，约数，不报。',
  covers: ['GZ-SRC-05'],
  exempt: ['quotation'],
  on: '户',
  check({ text, start, end }, at, report) {
    PERSONS.lastIndex = at + 1;
    const glue = PERSONS.exec(text)?.[0];
    if (glue === undefined) return;
    const persons = readQuantity(text, at + 1 + glue.length, end);
    if (persons?.unit !== '人') return;
    const households = readHouseholds(text, start, at, end);
    if (households === undefined || households.value < 100) return;
    if (isApproximate(text, households) || isApproximate(text, persons)) return;
    if (OTHER.test(text.slice(Math.max(start, households.start - 8), households.start))) return;
    const mean = persons.value / households.value;
    if (mean <= MOST && mean >= LEAST) return;
    report(
      households.start,
      persons.end,
      `${text.slice(households.start, persons.end)}，平均每户${Number(mean.toFixed(2))}人，请核实。`,
      {
        evidence: [
          {
            label: '户数',
            span: { start: households.start, end: households.end },
            value: text.slice(households.start, households.end),
          },
          {
            label: '人数',
            span: { start: persons.start, end: persons.end },
            value: text.slice(persons.start, persons.end),
          },
          { label: '算式', value: `${persons.value}÷${households.value}＝${Number(mean.toFixed(2))}` },
        ],
      },
    );
  },
});

/** The number of households that ends at 户. */
function readHouseholds(text: string, start: number, at: number, end: number): Quantity | undefined {
  const digits = /(?<![\d.,])\d[\d,]*(?:\.\d+)? ?[万亿]?$/u.exec(text.slice(Math.max(start, at - 12), at));
  const quantity = digits === null ? undefined : readQuantity(text, at - digits[0].length, end);
  return quantity?.unit === '户' ? quantity : undefined;
}
