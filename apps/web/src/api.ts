import { ORPCError, createORPCClient } from '@orpc/client';
import type { ContractRouterClient, InferContractRouterOutputs } from '@orpc/contract';
import type { JsonifiedClient } from '@orpc/openapi-client';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { FAULTS, REFUSALS, contract } from '@xiuzhi/contract';

/** Header of every request: a form on a foreign page cannot set it, so it stands against forged requests. */
export const GUARD_HEADER = { 'x-xiuzhi': '1' } as const;

/** Client of the wire (接口客户端); refusals arrive as ORPCError with their Chinese sentence. */
export const client: JsonifiedClient<ContractRouterClient<typeof contract>> = createORPCClient(
  new OpenAPILink(contract, { url: `${location.origin}/api`, headers: GUARD_HEADER }),
);

/** Query and mutation options of every operation. */
export const api = createTanstackQueryUtils(client);

/** Outputs of the operations by feature and name. */
export type Outputs = InferContractRouterOutputs<typeof contract>;

/** True where the operation was refused with this code of the catalogue. */
export function isRefusal(error: unknown, code: keyof typeof REFUSALS): boolean {
  return error instanceof ORPCError && error.code === code;
}

/** The sentence a person reads for any failure (错误提示): a refusal's own words, or those of the fault. */
export function describeFault(error: unknown): string {
  if (error instanceof ORPCError) {
    const code = String(error.code);
    if (code in REFUSALS) return REFUSALS[code as keyof typeof REFUSALS].message;
    if (error.status >= 400 && error.status < 500) return FAULTS.BAD_REQUEST;
    return FAULTS.INTERNAL_SERVER_ERROR;
  }
  // fetch rejects with a TypeError when no answer came at all.
  return error instanceof TypeError ? FAULTS.NETWORK : FAULTS.INTERNAL_SERVER_ERROR;
}
