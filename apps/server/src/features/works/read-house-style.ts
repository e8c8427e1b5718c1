import { HOUSE_STYLES, type HouseStyle } from '@xiuzhi/review';

/** What an office has settled (统一写法) as it is kept; a choice that the engine no longer knows is none. */
export function readHouseStyle(kept: unknown): HouseStyle {
  const choices = kept as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(HOUSE_STYLES).flatMap(([style, known]) => {
      const choice = known.choices.find((one) => one === choices[style]);
      return choice === undefined ? [] : [[style, choice]];
    }),
  );
}
