import { ORPCError } from '@orpc/server';
import { FAULTS } from '@xiuzhi/contract';

/** check_violation (a last day before the first) and datetime_field_overflow (a day of the year 0). */
const CODES = ['23514', '22008'];

/** Turns PostgreSQL's "no" to a day (日期) into a bad request; throws everything else on. */
export function refuseBadDay(error: unknown): never {
  if (CODES.includes((error as { code?: string }).code ?? ''))
    throw new ORPCError('BAD_REQUEST', { message: FAULTS.BAD_REQUEST });
  throw error;
}
