import { OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';

import { contract } from '@xiuzhi/contract';

/** Prints the wire as OpenAPI 3.1 (docs/openapi.json), out of the contract. */
export async function printOpenApi(): Promise<string> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  const document = await generator.generate(contract, {
    info: { title: '修志 Xiuzhi', version: '0.1.0' },
    servers: [{ url: '/api' }],
  });
  return `${JSON.stringify(document, null, 2)}\n`;
}
