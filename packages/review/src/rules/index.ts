import type { Rule } from '../rule.ts';
import { rule as datesCalendar } from './dates/dates-calendar/rule.ts';
import { rule as datesEraLength } from './dates/dates-era-length/rule.ts';
import { rule as datesEraYear } from './dates/dates-era-year/rule.ts';
import { rule as datesGanzhiYear } from './dates/dates-ganzhi-year/rule.ts';
import { rule as figuresProseSum } from './figures/figures-prose-sum/rule.ts';
import { rule as figuresTableSum } from './figures/figures-table-sum/rule.ts';
import { rule as numeralsApproximateComma } from './numerals/numerals-approximate-comma/rule.ts';
import { rule as numeralsApproximateRepeat } from './numerals/numerals-approximate-repeat/rule.ts';
import { rule as numeralsFullWidth } from './numerals/numerals-full-width/rule.ts';
import { rule as numeralsMultipleDecrease } from './numerals/numerals-multiple-decrease/rule.ts';
import { rule as numeralsPureDecimal } from './numerals/numerals-pure-decimal/rule.ts';
import { rule as numeralsRangeUnit } from './numerals/numerals-range-unit/rule.ts';
import { rule as numeralsThousandHundred } from './numerals/numerals-thousand-hundred/rule.ts';
import { rule as numeralsZeroLetter } from './numerals/numerals-zero-letter/rule.ts';
import { rule as personDeixis } from './person/person-deixis/rule.ts';
import { rule as punctuationArabicOrdinal } from './punctuation/punctuation-arabic-ordinal/rule.ts';
import { rule as punctuationDocumentYear } from './punctuation/punctuation-document-year/rule.ts';
import { rule as punctuationEllipsisComma } from './punctuation/punctuation-ellipsis-comma/rule.ts';
import { rule as punctuationEllipsisEtc } from './punctuation/punctuation-ellipsis-etc/rule.ts';
import { rule as punctuationEllipsisForm } from './punctuation/punctuation-ellipsis-form/rule.ts';
import { rule as punctuationEtcComma } from './punctuation/punctuation-etc-comma/rule.ts';
import { rule as punctuationHalfWidth } from './punctuation/punctuation-half-width/rule.ts';
import { rule as punctuationOrdinalBracket } from './punctuation/punctuation-ordinal-bracket/rule.ts';
import { rule as punctuationOrdinalComma } from './punctuation/punctuation-ordinal-comma/rule.ts';
import { rule as punctuationPairs } from './punctuation/punctuation-pairs/rule.ts';
import { rule as punctuationRangeHyphen } from './punctuation/punctuation-range-hyphen/rule.ts';
import { rule as timeVague } from './time/time-vague/rule.ts';
import { rule as unitsMarket } from './units/units-market/rule.ts';
import { rule as unitsMu } from './units/units-mu/rule.ts';

/** Every rule (全部规则), printed from the folders by `npm run generate`. */
export const ALL_RULES = [
  datesCalendar,
  datesEraLength,
  datesEraYear,
  datesGanzhiYear,
  figuresProseSum,
  figuresTableSum,
  numeralsApproximateComma,
  numeralsApproximateRepeat,
  numeralsFullWidth,
  numeralsMultipleDecrease,
  numeralsPureDecimal,
  numeralsRangeUnit,
  numeralsThousandHundred,
  numeralsZeroLetter,
  personDeixis,
  punctuationArabicOrdinal,
  punctuationDocumentYear,
  punctuationEllipsisComma,
  punctuationEllipsisEtc,
  punctuationEllipsisForm,
  punctuationEtcComma,
  punctuationHalfWidth,
  punctuationOrdinalBracket,
  punctuationOrdinalComma,
  punctuationPairs,
  punctuationRangeHyphen,
  timeVague,
  unitsMarket,
  unitsMu,
] as const satisfies readonly Rule[];

/** Id of a rule. */
export type RuleId = (typeof ALL_RULES)[number]['id'];
