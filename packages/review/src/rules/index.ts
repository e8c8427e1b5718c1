import type { Rule } from '../rule.ts';
import { rule as datesCalendar } from './dates/dates-calendar/rule.ts';
import { rule as datesCentury } from './dates/dates-century/rule.ts';
import { rule as datesChronicleOrder } from './dates/dates-chronicle-order/rule.ts';
import { rule as datesEraDigits } from './dates/dates-era-digits/rule.ts';
import { rule as datesEraLate } from './dates/dates-era-late/rule.ts';
import { rule as datesEraLength } from './dates/dates-era-length/rule.ts';
import { rule as datesEraOrder } from './dates/dates-era-order/rule.ts';
import { rule as datesEraYear } from './dates/dates-era-year/rule.ts';
import { rule as datesEventTwice } from './dates/dates-event-twice/rule.ts';
import { rule as datesGanzhiForm } from './dates/dates-ganzhi-form/rule.ts';
import { rule as datesGanzhiYear } from './dates/dates-ganzhi-year/rule.ts';
import { rule as datesLifeSpan } from './dates/dates-life-span/rule.ts';
import { rule as datesLunarDigits } from './dates/dates-lunar-digits/rule.ts';
import { rule as datesLunar } from './dates/dates-lunar/rule.ts';
import { rule as datesRunTogether } from './dates/dates-run-together/rule.ts';
import { rule as datesStatedSpan } from './dates/dates-stated-span/rule.ts';
import { rule as datesWeekday } from './dates/dates-weekday/rule.ts';
import { rule as datesYearRange } from './dates/dates-year-range/rule.ts';
import { rule as duplicatesPassage } from './duplicates/duplicates-passage/rule.ts';
import { rule as duplicatesPrevious } from './duplicates/duplicates-previous/rule.ts';
import { rule as figuresAge } from './figures/figures-age/rule.ts';
import { rule as figuresArea } from './figures/figures-area/rule.ts';
import { rule as figuresBalance } from './figures/figures-balance/rule.ts';
import { rule as figuresChange } from './figures/figures-change/rule.ts';
import { rule as figuresCoordinatesOutside } from './figures/figures-coordinates-outside/rule.ts';
import { rule as figuresCoordinates } from './figures/figures-coordinates/rule.ts';
import { rule as figuresGrowth } from './figures/figures-growth/rule.ts';
import { rule as figuresHousehold } from './figures/figures-household/rule.ts';
import { rule as figuresItemsCounted } from './figures/figures-items-counted/rule.ts';
import { rule as figuresJoined } from './figures/figures-joined/rule.ts';
import { rule as figuresListedItems } from './figures/figures-listed-items/rule.ts';
import { rule as figuresMagnitude } from './figures/figures-magnitude/rule.ts';
import { rule as figuresMean } from './figures/figures-mean/rule.ts';
import { rule as figuresMultiple } from './figures/figures-multiple/rule.ts';
import { rule as figuresNamedItems } from './figures/figures-named-items/rule.ts';
import { rule as figuresOutOfPeriod } from './figures/figures-out-of-period/rule.ts';
import { rule as figuresPerCapita } from './figures/figures-per-capita/rule.ts';
import { rule as figuresPlacesListed } from './figures/figures-places-listed/rule.ts';
import { rule as figuresPreviousYear } from './figures/figures-previous-year/rule.ts';
import { rule as figuresProportions } from './figures/figures-proportions/rule.ts';
import { rule as figuresProseList } from './figures/figures-prose-list/rule.ts';
import { rule as figuresProseSum } from './figures/figures-prose-sum/rule.ts';
import { rule as figuresProseTotal } from './figures/figures-prose-total/rule.ts';
import { rule as figuresRange } from './figures/figures-range/rule.ts';
import { rule as figuresRate } from './figures/figures-rate/rule.ts';
import { rule as figuresSameIndicatorYear } from './figures/figures-same-indicator-year/rule.ts';
import { rule as figuresSameIndicator } from './figures/figures-same-indicator/rule.ts';
import { rule as figuresShareWhole } from './figures/figures-share-whole/rule.ts';
import { rule as figuresShare } from './figures/figures-share/rule.ts';
import { rule as figuresSharesListed } from './figures/figures-shares-listed/rule.ts';
import { rule as figuresSpan } from './figures/figures-span/rule.ts';
import { rule as figuresSubset } from './figures/figures-subset/rule.ts';
import { rule as figuresTableDecimals } from './figures/figures-table-decimals/rule.ts';
import { rule as figuresTableDitto } from './figures/figures-table-ditto/rule.ts';
import { rule as figuresTableGrowth } from './figures/figures-table-growth/rule.ts';
import { rule as figuresTableHanDigits } from './figures/figures-table-han-digits/rule.ts';
import { rule as figuresTableNumber } from './figures/figures-table-number/rule.ts';
import { rule as figuresTableOutlier } from './figures/figures-table-outlier/rule.ts';
import { rule as figuresTableRate } from './figures/figures-table-rate/rule.ts';
import { rule as figuresTableReference } from './figures/figures-table-reference/rule.ts';
import { rule as figuresTableShare } from './figures/figures-table-share/rule.ts';
import { rule as figuresTableSubset } from './figures/figures-table-subset/rule.ts';
import { rule as figuresTableSum } from './figures/figures-table-sum/rule.ts';
import { rule as figuresTableText } from './figures/figures-table-text/rule.ts';
import { rule as figuresTableTitle } from './figures/figures-table-title/rule.ts';
import { rule as figuresTableUnit } from './figures/figures-table-unit/rule.ts';
import { rule as figuresYield } from './figures/figures-yield/rule.ts';
import { rule as namesAbbreviationFirst } from './names/names-abbreviation-first/rule.ts';
import { rule as namesAuthority } from './names/names-authority/rule.ts';
import { rule as namesCountryYear } from './names/names-country-year/rule.ts';
import { rule as namesDictionary } from './names/names-dictionary/rule.ts';
import { rule as namesDisciplineCommission } from './names/names-discipline-commission/rule.ts';
import { rule as namesDivisionYear } from './names/names-division-year/rule.ts';
import { rule as namesOrganForm } from './names/names-organ-form/rule.ts';
import { rule as namesOrganYear } from './names/names-organ-year/rule.ts';
import { rule as namesPartyGroup } from './names/names-party-group/rule.ts';
import { rule as namesVariantPerson } from './names/names-variant-person/rule.ts';
import { rule as namesVariant } from './names/names-variant/rule.ts';
import { rule as numeralsAbbreviatedList } from './numerals/numerals-abbreviated-list/rule.ts';
import { rule as numeralsAdjacentDigits } from './numerals/numerals-adjacent-digits/rule.ts';
import { rule as numeralsAgeWords } from './numerals/numerals-age-words/rule.ts';
import { rule as numeralsApproximateComma } from './numerals/numerals-approximate-comma/rule.ts';
import { rule as numeralsApproximateDigits } from './numerals/numerals-approximate-digits/rule.ts';
import { rule as numeralsApproximateExact } from './numerals/numerals-approximate-exact/rule.ts';
import { rule as numeralsApproximateRepeat } from './numerals/numerals-approximate-repeat/rule.ts';
import { rule as numeralsCapital } from './numerals/numerals-capital/rule.ts';
import { rule as numeralsClock } from './numerals/numerals-clock/rule.ts';
import { rule as numeralsCodeDigits } from './numerals/numerals-code-digits/rule.ts';
import { rule as numeralsDateShort } from './numerals/numerals-date-short/rule.ts';
import { rule as numeralsDecimalMark } from './numerals/numerals-decimal-mark/rule.ts';
import { rule as numeralsDecimalMore } from './numerals/numerals-decimal-more/rule.ts';
import { rule as numeralsFixedWords } from './numerals/numerals-fixed-words/rule.ts';
import { rule as numeralsFullWidth } from './numerals/numerals-full-width/rule.ts';
import { rule as numeralsMeasureDigits } from './numerals/numerals-measure-digits/rule.ts';
import { rule as numeralsMixedDate } from './numerals/numerals-mixed-date/rule.ts';
import { rule as numeralsMonthDayDigits } from './numerals/numerals-month-day-digits/rule.ts';
import { rule as numeralsMonthDayHan } from './numerals/numerals-month-day-han/rule.ts';
import { rule as numeralsMultipleDecrease } from './numerals/numerals-multiple-decrease/rule.ts';
import { rule as numeralsPluralSuffix } from './numerals/numerals-plural-suffix/rule.ts';
import { rule as numeralsPureDecimal } from './numerals/numerals-pure-decimal/rule.ts';
import { rule as numeralsRangeUnit } from './numerals/numerals-range-unit/rule.ts';
import { rule as numeralsSessionDigits } from './numerals/numerals-session-digits/rule.ts';
import { rule as numeralsTenths } from './numerals/numerals-tenths/rule.ts';
import { rule as numeralsThousandHundred } from './numerals/numerals-thousand-hundred/rule.ts';
import { rule as numeralsTwoForms } from './numerals/numerals-two-forms/rule.ts';
import { rule as numeralsYearShortHan } from './numerals/numerals-year-short-han/rule.ts';
import { rule as numeralsYearShort } from './numerals/numerals-year-short/rule.ts';
import { rule as numeralsZeroForm } from './numerals/numerals-zero-form/rule.ts';
import { rule as numeralsZeroLetter } from './numerals/numerals-zero-letter/rule.ts';
import { rule as personAuthor } from './person/person-author/rule.ts';
import { rule as personDeixis } from './person/person-deixis/rule.ts';
import { rule as personDirection } from './person/person-direction/rule.ts';
import { rule as personHonorific } from './person/person-honorific/rule.ts';
import { rule as personStance } from './person/person-stance/rule.ts';
import { rule as politicalAutonomousFirst } from './political/political-autonomous-first/rule.ts';
import { rule as politicalAutonomousName } from './political/political-autonomous-name/rule.ts';
import { rule as politicalBeforeFounding } from './political/political-before-founding/rule.ts';
import { rule as politicalCulturalRevolution } from './political/political-cultural-revolution/rule.ts';
import { rule as politicalDisability } from './political/political-disability/rule.ts';
import { rule as politicalEthnicName } from './political/political-ethnic-name/rule.ts';
import { rule as politicalHongKongList } from './political/political-hong-kong-list/rule.ts';
import { rule as politicalHongKongWording } from './political/political-hong-kong-wording/rule.ts';
import { rule as politicalMapApproval } from './political/political-map-approval/rule.ts';
import { rule as politicalMapUnnumbered } from './political/political-map-unnumbered/rule.ts';
import { rule as politicalPartyTitle } from './political/political-party-title/rule.ts';
import { rule as politicalPlaceName } from './political/political-place-name/rule.ts';
import { rule as politicalPuppet } from './political/political-puppet/rule.ts';
import { rule as politicalSoviet } from './political/political-soviet/rule.ts';
import { rule as politicalTaiwan } from './political/political-taiwan/rule.ts';
import { rule as politicalVillageHead } from './political/political-village-head/rule.ts';
import { rule as punctuationArabicOrdinal } from './punctuation/punctuation-arabic-ordinal/rule.ts';
import { rule as punctuationBracketStop } from './punctuation/punctuation-bracket-stop/rule.ts';
import { rule as punctuationBracketWidth } from './punctuation/punctuation-bracket-width/rule.ts';
import { rule as punctuationCaptionStop } from './punctuation/punctuation-caption-stop/rule.ts';
import { rule as punctuationCornerQuote } from './punctuation/punctuation-corner-quote/rule.ts';
import { rule as punctuationDashForm } from './punctuation/punctuation-dash-form/rule.ts';
import { rule as punctuationDocumentYear } from './punctuation/punctuation-document-year/rule.ts';
import { rule as punctuationDotAnd } from './punctuation/punctuation-dot-and/rule.ts';
import { rule as punctuationDoubleColon } from './punctuation/punctuation-double-colon/rule.ts';
import { rule as punctuationDoubled } from './punctuation/punctuation-doubled/rule.ts';
import { rule as punctuationEllipsisComma } from './punctuation/punctuation-ellipsis-comma/rule.ts';
import { rule as punctuationEllipsisEtc } from './punctuation/punctuation-ellipsis-etc/rule.ts';
import { rule as punctuationEllipsisForm } from './punctuation/punctuation-ellipsis-form/rule.ts';
import { rule as punctuationEtcComma } from './punctuation/punctuation-etc-comma/rule.ts';
import { rule as punctuationExclamation } from './punctuation/punctuation-exclamation/rule.ts';
import { rule as punctuationHalfBracket } from './punctuation/punctuation-half-bracket/rule.ts';
import { rule as punctuationHalfWidth } from './punctuation/punctuation-half-width/rule.ts';
import { rule as punctuationHeadingMark } from './punctuation/punctuation-heading-mark/rule.ts';
import { rule as punctuationHeadingStop } from './punctuation/punctuation-heading-stop/rule.ts';
import { rule as punctuationInvisible } from './punctuation/punctuation-invisible/rule.ts';
import { rule as punctuationItemSemicolon } from './punctuation/punctuation-item-semicolon/rule.ts';
import { rule as punctuationLatinText } from './punctuation/punctuation-latin-text/rule.ts';
import { rule as punctuationLongSentence } from './punctuation/punctuation-long-sentence/rule.ts';
import { rule as punctuationNameDot } from './punctuation/punctuation-name-dot/rule.ts';
import { rule as punctuationNestedBracket } from './punctuation/punctuation-nested-bracket/rule.ts';
import { rule as punctuationOldStandard } from './punctuation/punctuation-old-standard/rule.ts';
import { rule as punctuationOrdinalBracket } from './punctuation/punctuation-ordinal-bracket/rule.ts';
import { rule as punctuationOrdinalComma } from './punctuation/punctuation-ordinal-comma/rule.ts';
import { rule as punctuationOrdinalMark } from './punctuation/punctuation-ordinal-mark/rule.ts';
import { rule as punctuationOrdinalMixed } from './punctuation/punctuation-ordinal-mixed/rule.ts';
import { rule as punctuationOrdinalOrder } from './punctuation/punctuation-ordinal-order/rule.ts';
import { rule as punctuationPairs } from './punctuation/punctuation-pairs/rule.ts';
import { rule as punctuationQuestion } from './punctuation/punctuation-question/rule.ts';
import { rule as punctuationQuoteComma } from './punctuation/punctuation-quote-comma/rule.ts';
import { rule as punctuationQuoteNesting } from './punctuation/punctuation-quote-nesting/rule.ts';
import { rule as punctuationQuoteStopInside } from './punctuation/punctuation-quote-stop-inside/rule.ts';
import { rule as punctuationQuoteStop } from './punctuation/punctuation-quote-stop/rule.ts';
import { rule as punctuationRangeDash } from './punctuation/punctuation-range-dash/rule.ts';
import { rule as punctuationRangeHyphen } from './punctuation/punctuation-range-hyphen/rule.ts';
import { rule as punctuationRatio } from './punctuation/punctuation-ratio/rule.ts';
import { rule as punctuationSaidComma } from './punctuation/punctuation-said-comma/rule.ts';
import { rule as punctuationSectionDot } from './punctuation/punctuation-section-dot/rule.ts';
import { rule as punctuationSpace } from './punctuation/punctuation-space/rule.ts';
import { rule as punctuationStacked } from './punctuation/punctuation-stacked/rule.ts';
import { rule as punctuationStraightQuote } from './punctuation/punctuation-straight-quote/rule.ts';
import { rule as punctuationTitleClass } from './punctuation/punctuation-title-class/rule.ts';
import { rule as punctuationTitleComma } from './punctuation/punctuation-title-comma/rule.ts';
import { rule as punctuationTitleMark } from './punctuation/punctuation-title-mark/rule.ts';
import { rule as punctuationTitleNesting } from './punctuation/punctuation-title-nesting/rule.ts';
import { rule as punctuationTitleNoteComma } from './punctuation/punctuation-title-note-comma/rule.ts';
import { rule as punctuationYearApostrophe } from './punctuation/punctuation-year-apostrophe/rule.ts';
import { rule as secrecyCasePerson } from './secrecy/secrecy-case-person/rule.ts';
import { rule as secrecyClassificationMark } from './secrecy/secrecy-classification-mark/rule.ts';
import { rule as secrecyFacilityCoordinates } from './secrecy/secrecy-facility-coordinates/rule.ts';
import { rule as secrecyHomeAddress } from './secrecy/secrecy-home-address/rule.ts';
import { rule as secrecyInvestigation } from './secrecy/secrecy-investigation/rule.ts';
import { rule as secrecyLeaderInstruction } from './secrecy/secrecy-leader-instruction/rule.ts';
import { rule as secrecyPersonalNumber } from './secrecy/secrecy-personal-number/rule.ts';
import { rule as secrecyTroopNumber } from './secrecy/secrecy-troop-number/rule.ts';
import { rule as consistencyEntryMarker } from './structure/consistency-entry-marker/rule.ts';
import { rule as consistencyOverview } from './structure/consistency-overview/rule.ts';
import { rule as structureArticle } from './structure/structure-article/rule.ts';
import { rule as structureCaptionNumber } from './structure/structure-caption-number/rule.ts';
import { rule as structureChronicleMonths } from './structure/structure-chronicle-months/rule.ts';
import { rule as structureChronicleVisits } from './structure/structure-chronicle-visits/rule.ts';
import { rule as structureDepth } from './structure/structure-depth/rule.ts';
import { rule as structureEntryLength } from './structure/structure-entry-length/rule.ts';
import { rule as structureEntryOpening } from './structure/structure-entry-opening/rule.ts';
import { rule as structureEntryOverview } from './structure/structure-entry-overview/rule.ts';
import { rule as structureFirstEntryMissing } from './structure/structure-first-entry-missing/rule.ts';
import { rule as structureFirstEntry } from './structure/structure-first-entry/rule.ts';
import { rule as structureGazetteerParts } from './structure/structure-gazetteer-parts/rule.ts';
import { rule as structureGazetteerTitle } from './structure/structure-gazetteer-title/rule.ts';
import { rule as structureIndexVerbs } from './structure/structure-index-verbs/rule.ts';
import { rule as structureIsbn } from './structure/structure-isbn/rule.ts';
import { rule as structureItems } from './structure/structure-items/rule.ts';
import { rule as structureMixedForms } from './structure/structure-mixed-forms/rule.ts';
import { rule as structureNoteCounts } from './structure/structure-note-counts/rule.ts';
import { rule as structureNoteMarks } from './structure/structure-note-marks/rule.ts';
import { rule as structureOrdinalsHan } from './structure/structure-ordinals-han/rule.ts';
import { rule as structureOrdinals } from './structure/structure-ordinals/rule.ts';
import { rule as structureOrganOrder } from './structure/structure-organ-order/rule.ts';
import { rule as structureParts } from './structure/structure-parts/rule.ts';
import { rule as structurePeriodStated } from './structure/structure-period-stated/rule.ts';
import { rule as structurePictureYear } from './structure/structure-picture-year/rule.ts';
import { rule as structureReference } from './structure/structure-reference/rule.ts';
import { rule as structureSingleChild } from './structure/structure-single-child/rule.ts';
import { rule as structureTitleEvaluation } from './structure/structure-title-evaluation/rule.ts';
import { rule as structureTitleLength } from './structure/structure-title-length/rule.ts';
import { rule as structureTitleMark } from './structure/structure-title-mark/rule.ts';
import { rule as structureTitleMeeting } from './structure/structure-title-meeting/rule.ts';
import { rule as structureTitlePerson } from './structure/structure-title-person/rule.ts';
import { rule as structureTitlePunctuation } from './structure/structure-title-punctuation/rule.ts';
import { rule as structureTitleRepeated } from './structure/structure-title-repeated/rule.ts';
import { rule as structureTitleSlogan } from './structure/structure-title-slogan/rule.ts';
import { rule as structureTitleSuffix } from './structure/structure-title-suffix/rule.ts';
import { rule as structureTitleTwoMatters } from './structure/structure-title-two-matters/rule.ts';
import { rule as structureTitleVague } from './structure/structure-title-vague/rule.ts';
import { rule as structureTitleYear } from './structure/structure-title-year/rule.ts';
import { rule as structureVolumeSpan } from './structure/structure-volume-span/rule.ts';
import { rule as structureVolumeYear } from './structure/structure-volume-year/rule.ts';
import { rule as styleArgument } from './style/style-argument/rule.ts';
import { rule as styleClassical } from './style/style-classical/rule.ts';
import { rule as styleDegree } from './style/style-degree/rule.ts';
import { rule as styleDensity } from './style/style-density/rule.ts';
import { rule as styleEnumeration } from './style/style-enumeration/rule.ts';
import { rule as styleExactAbout } from './style/style-exact-about/rule.ts';
import { rule as styleGuess } from './style/style-guess/rule.ts';
import { rule as styleHearsay } from './style/style-hearsay/rule.ts';
import { rule as styleLeadership } from './style/style-leadership/rule.ts';
import { rule as styleNews } from './style/style-news/rule.ts';
import { rule as styleNumberedSlogan } from './style/style-numbered-slogan/rule.ts';
import { rule as styleQuestion } from './style/style-question/rule.ts';
import { rule as styleResults } from './style/style-results/rule.ts';
import { rule as styleSlogan } from './style/style-slogan/rule.ts';
import { rule as styleVagueAmount } from './style/style-vague-amount/rule.ts';
import { rule as consistencyAccount } from './terms/consistency-account/rule.ts';
import { rule as consistencyAreaUnit } from './terms/consistency-area-unit/rule.ts';
import { rule as consistencyCounties } from './terms/consistency-counties/rule.ts';
import { rule as consistencyFraction } from './terms/consistency-fraction/rule.ts';
import { rule as consistencyLengthUnit } from './terms/consistency-length-unit/rule.ts';
import { rule as consistencyMassUnit } from './terms/consistency-mass-unit/rule.ts';
import { rule as consistencyOther } from './terms/consistency-other/rule.ts';
import { rule as consistencyPercentDecimals } from './terms/consistency-percent-decimals/rule.ts';
import { rule as consistencyPermille } from './terms/consistency-permille/rule.ts';
import { rule as consistencyProduct } from './terms/consistency-product/rule.ts';
import { rule as consistencyThousands } from './terms/consistency-thousands/rule.ts';
import { rule as consistencyValueRange } from './terms/consistency-value-range/rule.ts';
import { rule as consistencyYearRange } from './terms/consistency-year-range/rule.ts';
import { rule as termsBeltRoad } from './terms/terms-belt-road/rule.ts';
import { rule as termsGuidingThought } from './terms/terms-guiding-thought/rule.ts';
import { rule as termsPhraseForm } from './terms/terms-phrase-form/rule.ts';
import { rule as termsPhraseMembers } from './terms/terms-phrase-members/rule.ts';
import { rule as termsPhraseYear } from './terms/terms-phrase-year/rule.ts';
import { rule as timeBeyondPeriod } from './time/time-beyond-period/rule.ts';
import { rule as timePlan } from './time/time-plan/rule.ts';
import { rule as timeUndated } from './time/time-undated/rule.ts';
import { rule as timeVague } from './time/time-vague/rule.ts';
import { rule as typosBrokenCharacter } from './typos/typos-broken-character/rule.ts';
import { rule as typosConfusion } from './typos/typos-confusion/rule.ts';
import { rule as typosDoubleMark } from './typos/typos-double-mark/rule.ts';
import { rule as typosDoubledCharacter } from './typos/typos-doubled-character/rule.ts';
import { rule as typosDroppedMark } from './typos/typos-dropped-mark/rule.ts';
import { rule as typosLetter } from './typos/typos-letter/rule.ts';
import { rule as typosLookalike } from './typos/typos-lookalike/rule.ts';
import { rule as typosPageBreak } from './typos/typos-page-break/rule.ts';
import { rule as typosParticle } from './typos/typos-particle/rule.ts';
import { rule as typosRepeat } from './typos/typos-repeat/rule.ts';
import { rule as typosSpace } from './typos/typos-space/rule.ts';
import { rule as typosTerm } from './typos/typos-term/rule.ts';
import { rule as typosVariant } from './typos/typos-variant/rule.ts';
import { rule as unitsAreaVolume } from './units/units-area-volume/rule.ts';
import { rule as unitsDensity } from './units/units-density/rule.ts';
import { rule as unitsIndustrial } from './units/units-industrial/rule.ts';
import { rule as unitsKilowattHour } from './units/units-kilowatt-hour/rule.ts';
import { rule as unitsMarket } from './units/units-market/rule.ts';
import { rule as unitsMu } from './units/units-mu/rule.ts';
import { rule as unitsSlash } from './units/units-slash/rule.ts';
import { rule as unitsSymbolName } from './units/units-symbol-name/rule.ts';
import { rule as unitsSymbols } from './units/units-symbols/rule.ts';

/** Every rule (全部规则), printed from the folders by `npm run generate`. */
export const ALL_RULES = [
  datesCalendar,
  datesCentury,
  datesChronicleOrder,
  datesEraDigits,
  datesEraLate,
  datesEraLength,
  datesEraOrder,
  datesEraYear,
  datesEventTwice,
  datesGanzhiForm,
  datesGanzhiYear,
  datesLifeSpan,
  datesLunarDigits,
  datesLunar,
  datesRunTogether,
  datesStatedSpan,
  datesWeekday,
  datesYearRange,
  duplicatesPassage,
  duplicatesPrevious,
  figuresAge,
  figuresArea,
  figuresBalance,
  figuresChange,
  figuresCoordinatesOutside,
  figuresCoordinates,
  figuresGrowth,
  figuresHousehold,
  figuresItemsCounted,
  figuresJoined,
  figuresListedItems,
  figuresMagnitude,
  figuresMean,
  figuresMultiple,
  figuresNamedItems,
  figuresOutOfPeriod,
  figuresPerCapita,
  figuresPlacesListed,
  figuresPreviousYear,
  figuresProportions,
  figuresProseList,
  figuresProseSum,
  figuresProseTotal,
  figuresRange,
  figuresRate,
  figuresSameIndicatorYear,
  figuresSameIndicator,
  figuresShareWhole,
  figuresShare,
  figuresSharesListed,
  figuresSpan,
  figuresSubset,
  figuresTableDecimals,
  figuresTableDitto,
  figuresTableGrowth,
  figuresTableHanDigits,
  figuresTableNumber,
  figuresTableOutlier,
  figuresTableRate,
  figuresTableReference,
  figuresTableShare,
  figuresTableSubset,
  figuresTableSum,
  figuresTableText,
  figuresTableTitle,
  figuresTableUnit,
  figuresYield,
  namesAbbreviationFirst,
  namesAuthority,
  namesCountryYear,
  namesDictionary,
  namesDisciplineCommission,
  namesDivisionYear,
  namesOrganForm,
  namesOrganYear,
  namesPartyGroup,
  namesVariantPerson,
  namesVariant,
  numeralsAbbreviatedList,
  numeralsAdjacentDigits,
  numeralsAgeWords,
  numeralsApproximateComma,
  numeralsApproximateDigits,
  numeralsApproximateExact,
  numeralsApproximateRepeat,
  numeralsCapital,
  numeralsClock,
  numeralsCodeDigits,
  numeralsDateShort,
  numeralsDecimalMark,
  numeralsDecimalMore,
  numeralsFixedWords,
  numeralsFullWidth,
  numeralsMeasureDigits,
  numeralsMixedDate,
  numeralsMonthDayDigits,
  numeralsMonthDayHan,
  numeralsMultipleDecrease,
  numeralsPluralSuffix,
  numeralsPureDecimal,
  numeralsRangeUnit,
  numeralsSessionDigits,
  numeralsTenths,
  numeralsThousandHundred,
  numeralsTwoForms,
  numeralsYearShortHan,
  numeralsYearShort,
  numeralsZeroForm,
  numeralsZeroLetter,
  personAuthor,
  personDeixis,
  personDirection,
  personHonorific,
  personStance,
  politicalAutonomousFirst,
  politicalAutonomousName,
  politicalBeforeFounding,
  politicalCulturalRevolution,
  politicalDisability,
  politicalEthnicName,
  politicalHongKongList,
  politicalHongKongWording,
  politicalMapApproval,
  politicalMapUnnumbered,
  politicalPartyTitle,
  politicalPlaceName,
  politicalPuppet,
  politicalSoviet,
  politicalTaiwan,
  politicalVillageHead,
  punctuationArabicOrdinal,
  punctuationBracketStop,
  punctuationBracketWidth,
  punctuationCaptionStop,
  punctuationCornerQuote,
  punctuationDashForm,
  punctuationDocumentYear,
  punctuationDotAnd,
  punctuationDoubleColon,
  punctuationDoubled,
  punctuationEllipsisComma,
  punctuationEllipsisEtc,
  punctuationEllipsisForm,
  punctuationEtcComma,
  punctuationExclamation,
  punctuationHalfBracket,
  punctuationHalfWidth,
  punctuationHeadingMark,
  punctuationHeadingStop,
  punctuationInvisible,
  punctuationItemSemicolon,
  punctuationLatinText,
  punctuationLongSentence,
  punctuationNameDot,
  punctuationNestedBracket,
  punctuationOldStandard,
  punctuationOrdinalBracket,
  punctuationOrdinalComma,
  punctuationOrdinalMark,
  punctuationOrdinalMixed,
  punctuationOrdinalOrder,
  punctuationPairs,
  punctuationQuestion,
  punctuationQuoteComma,
  punctuationQuoteNesting,
  punctuationQuoteStopInside,
  punctuationQuoteStop,
  punctuationRangeDash,
  punctuationRangeHyphen,
  punctuationRatio,
  punctuationSaidComma,
  punctuationSectionDot,
  punctuationSpace,
  punctuationStacked,
  punctuationStraightQuote,
  punctuationTitleClass,
  punctuationTitleComma,
  punctuationTitleMark,
  punctuationTitleNesting,
  punctuationTitleNoteComma,
  punctuationYearApostrophe,
  secrecyCasePerson,
  secrecyClassificationMark,
  secrecyFacilityCoordinates,
  secrecyHomeAddress,
  secrecyInvestigation,
  secrecyLeaderInstruction,
  secrecyPersonalNumber,
  secrecyTroopNumber,
  consistencyEntryMarker,
  consistencyOverview,
  structureArticle,
  structureCaptionNumber,
  structureChronicleMonths,
  structureChronicleVisits,
  structureDepth,
  structureEntryLength,
  structureEntryOpening,
  structureEntryOverview,
  structureFirstEntryMissing,
  structureFirstEntry,
  structureGazetteerParts,
  structureGazetteerTitle,
  structureIndexVerbs,
  structureIsbn,
  structureItems,
  structureMixedForms,
  structureNoteCounts,
  structureNoteMarks,
  structureOrdinalsHan,
  structureOrdinals,
  structureOrganOrder,
  structureParts,
  structurePeriodStated,
  structurePictureYear,
  structureReference,
  structureSingleChild,
  structureTitleEvaluation,
  structureTitleLength,
  structureTitleMark,
  structureTitleMeeting,
  structureTitlePerson,
  structureTitlePunctuation,
  structureTitleRepeated,
  structureTitleSlogan,
  structureTitleSuffix,
  structureTitleTwoMatters,
  structureTitleVague,
  structureTitleYear,
  structureVolumeSpan,
  structureVolumeYear,
  styleArgument,
  styleClassical,
  styleDegree,
  styleDensity,
  styleEnumeration,
  styleExactAbout,
  styleGuess,
  styleHearsay,
  styleLeadership,
  styleNews,
  styleNumberedSlogan,
  styleQuestion,
  styleResults,
  styleSlogan,
  styleVagueAmount,
  consistencyAccount,
  consistencyAreaUnit,
  consistencyCounties,
  consistencyFraction,
  consistencyLengthUnit,
  consistencyMassUnit,
  consistencyOther,
  consistencyPercentDecimals,
  consistencyPermille,
  consistencyProduct,
  consistencyThousands,
  consistencyValueRange,
  consistencyYearRange,
  termsBeltRoad,
  termsGuidingThought,
  termsPhraseForm,
  termsPhraseMembers,
  termsPhraseYear,
  timeBeyondPeriod,
  timePlan,
  timeUndated,
  timeVague,
  typosBrokenCharacter,
  typosConfusion,
  typosDoubleMark,
  typosDoubledCharacter,
  typosDroppedMark,
  typosLetter,
  typosLookalike,
  typosPageBreak,
  typosParticle,
  typosRepeat,
  typosSpace,
  typosTerm,
  typosVariant,
  unitsAreaVolume,
  unitsDensity,
  unitsIndustrial,
  unitsKilowattHour,
  unitsMarket,
  unitsMu,
  unitsSlash,
  unitsSymbolName,
  unitsSymbols,
] as const satisfies readonly Rule[];

/** Id of a rule. */
export type RuleId = (typeof ALL_RULES)[number]['id'];
