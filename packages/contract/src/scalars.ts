import { z } from 'zod';

/** Text a person typed: well-formed UTF-16 without NUL, since PostgreSQL refuses NUL and alters lone surrogates. */
export const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((value) => value.isWellFormed() && !value.includes('\0'), { message: '含有无法保存的字符' });

/** A number that counts up from 0, no larger than the database can hold. */
export const ordinal = z.number().int().min(0).max(2_147_483_647);

/** Identifier (编号): a UUID given by the server. */
export const id = z.uuid();

/** Instant (时刻), ISO 8601 in UTC. */
export const instant = z.iso.datetime({ offset: true });

/** Day (日期), ISO 8601. */
export const day = z.iso.date();

/** A page of a keyset-paged list: `next` is the cursor of the next page, null at the end. */
export const pageOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() });

/** Input of a keyset-paged list. */
export const pageInput = {
  cursor: z.string().max(200).optional(),
  limit: z.number().int().min(1).max(200).default(50),
};
