import { randomUUID } from 'node:crypto';

import { contract, FILE_ROUTES } from '@xiuzhi/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

import { openHouse, type OpenHouse, type Visitor } from '../../../test/open-house.ts';

interface Sample {
  type?: string | string[];
  format?: string;
  pattern?: string;
  enum?: unknown[];
  anyOf?: Sample[];
  properties?: Record<string, Sample>;
  required?: string[];
  minimum?: number;
  prefixItems?: Sample[];
}

/** Any input that the schema of an operation lets through. */
function sample(schema: Sample): unknown {
  if (Array.isArray(schema.type)) return sample({ ...schema, type: schema.type[0]! });
  if (schema.enum) return schema.enum[0];
  if (schema.type === 'boolean') return true;
  if (schema.anyOf) return sample(schema.anyOf[0]!);
  if (schema.type === 'object')
    return Object.fromEntries((schema.required ?? []).map((key) => [key, sample(schema.properties![key]!)]));
  if (schema.type === 'array') return (schema.prefixItems ?? []).map(sample);
  if (schema.type === 'integer' || schema.type === 'number') return Math.max(1, schema.minimum ?? 1);
  if (schema.format === 'uuid') return randomUUID();
  // A month.
  if (schema.pattern?.startsWith('^\\d{4}-')) return '2024-01';
  return schema.format === 'date' ? '2024-01-01' : '甲乙丙';
}

/** Operations that answer before the first password is changed. */
const OPEN = ['accounts.signIn', 'accounts.signOut', 'accounts.me', 'accounts.changePassword'];

const operations = Object.entries(contract).flatMap(([feature, router]) =>
  Object.entries(router).map(([verb, procedure]) => ({
    name: `${feature}.${verb}`,
    feature,
    verb,
    schema: procedure['~orpc'].inputSchema as z.ZodType | undefined,
  })),
);

describe('before the first password is changed', () => {
  let house: OpenHouse;
  let newcomer: Visitor;
  beforeAll(async () => {
    house = await openHouse();
    newcomer = house.visit();
    await newcomer.api.accounts.signIn({ name: house.first.name, password: house.first.oneTimePassword });
  });
  afterAll(() => house.close());

  const call = (visitor: Visitor, { feature, verb, schema }: (typeof operations)[number]) => {
    const client = visitor.api[feature as keyof Visitor['api']] as unknown as Record<
      string,
      (input: unknown) => Promise<unknown>
    >;
    return client[verb]!(schema && sample(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Sample));
  };

  it('sees every operation', () => {
    expect(operations.length).toBeGreaterThan(25);
    expect(OPEN.filter((name) => !operations.some((operation) => operation.name === name))).toEqual([]);
  });

  it.each(operations.filter(({ name }) => !OPEN.includes(name)))('$name does nothing', async (operation) => {
    await expect(call(newcomer, operation)).rejects.toMatchObject({ code: 'PASSWORD_CHANGE_REQUIRED', status: 403 });
    await expect(call(house.visit(), operation)).rejects.toMatchObject({ code: 'SIGN_IN_REQUIRED', status: 401 });
  });

  it.each(Object.entries(FILE_ROUTES))('the file route %s does nothing', async (name, route) => {
    const path = route.replace(/\{\w+\}/g, () => randomUUID());
    const response = await newcomer.fetch(path, name === 'upload' ? { method: 'POST', body: new FormData() } : {});
    expect([response.status, await response.json()]).toMatchObject([403, { code: 'PASSWORD_CHANGE_REQUIRED' }]);
  });

  it('everything works afterwards', async () => {
    await newcomer.api.accounts.changePassword({ current: house.first.oneTimePassword, next: '一个足够长的新的口令' });
    await expect(newcomer.api.works.list({})).resolves.toBeDefined();
    expect(house.faults).toEqual([]);
  });
});
