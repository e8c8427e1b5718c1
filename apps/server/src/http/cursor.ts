import { refuse } from './context.ts';

/** What a value of a cursor must look like. */
interface Shape {
  test(value: string): boolean;
}

/** A keyset cursor (翻页游标) as the client carries it: opaque, but not secret. */
export function encodeCursor(values: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** The values of a cursor that this house gave out, or not found. */
export function decodeCursor(cursor: string, pattern: readonly Shape[]): string[] {
  try {
    const values = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown;
    if (
      Array.isArray(values) &&
      values.length === pattern.length &&
      pattern.every((shape, index) => shape.test(String(values[index])))
    )
      return values.map(String);
  } catch {
    // Not ours.
  }
  return refuse('NOT_FOUND');
}

/** Shapes of what cursors and the paths of plain routes hold: an instant or a day that exists, an id, a number. */
export const SHAPES = {
  day: {
    test(value: string) {
      const at = new Date(`${value}T00:00:00Z`);
      return (
        /^(?!0000)\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value)
      );
    },
  },
  instant: {
    test(value: string) {
      if (!/^(?!0000)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{1,6}Z$/.test(value)) return false;
      const at = new Date(value);
      // The 30th of February is read as a day of March here, and refused by PostgreSQL.
      return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value.slice(0, 10));
    },
  },
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  number: /^\d{1,15}$/,
};
