import dayjs from 'dayjs';

/** An instant as an office writes it (时间): `2026-11-21 14:05`, local time. */
export function formatInstant(instant: string): string {
  return dayjs(instant).format('YYYY-MM-DD HH:mm');
}
