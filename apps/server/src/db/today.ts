import { sql } from 'kysely';

/** Today (当日) as SQL, in the one time zone of the offices: posts begin and end at midnight in China, not in UTC. */
export const TODAY = sql<string>`(now() at time zone 'Asia/Shanghai')::date`;
