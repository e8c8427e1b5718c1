import { readFile } from 'node:fs/promises';

import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import type { JsonifiedClient } from '@orpc/openapi-client';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { contract, FAULTS, REFUSALS } from '@xiuzhi/contract';

import { CommandRefusal } from './command.ts';

/** Options by which every command that speaks to a server is told where it is and who asks. */
export const SERVER_SHAPES = { server: 'text', 'token-file': 'text' } as const;

/** Help lines of SERVER_SHAPES. */
export const SERVER_HELP = `  --server 地址           修志的网址，默认取环境变量 XIUZHI_SERVER，再默认 http://127.0.0.1:8080
  --token-file 文件       从文件读令牌；不给则取环境变量 XIUZHI_TOKEN
  --help                  显示本说明

令牌在网页“命令行令牌”处新建。`;

/** A server and whoever asks it (服务器连接): the typed client, and `send` for the plain routes; both throw CommandRefusal. */
export interface Connection {
  /** Without a slash at the end. */
  readonly url: string;
  readonly api: JsonifiedClient<ContractRouterClient<typeof contract>>;
  readonly send: (route: string, init: RequestInit) => Promise<Response>;
}

const DEFAULT_SERVER = 'http://127.0.0.1:8080';
const TOKEN = /^[\w-]{20,100}$/;

/** Prepares a connection (连接); nothing is sent yet. A CommandRefusal for a bad address or a missing token. */
export async function connectServer(options: { server?: string; 'token-file'?: string }): Promise<Connection> {
  const url = readAddress(options.server ?? (process.env.XIUZHI_SERVER || DEFAULT_SERVER));
  const token = await readToken(options['token-file']);
  const send = async (target: string | URL | Request, init?: RequestInit) => {
    const request = new Request(target, init);
    request.headers.set('authorization', `Bearer ${token}`);
    const response = await fetch(request).catch((error: unknown) => {
      // fetch rejects with a TypeError when no answer came at all.
      if (!(error instanceof TypeError)) throw error;
      throw new CommandRefusal(`连不上 ${url}，请确认修志已启动。`);
    });
    // Another program at that address answers with a page of its own.
    if (!response.headers.get('content-type')?.includes('json'))
      throw new CommandRefusal(`${url} 的答复不是修志给出的，请核对网址。`);
    if (!response.ok) throw new CommandRefusal(await describeAnswer(response));
    return response;
  };
  const api = createORPCClient<Connection['api']>(new OpenAPILink(contract, { url: `${url}/api`, fetch: send }));
  return { url, api, send: (route, init) => send(`${url}${route}`, init) };
}

/** The sentence for an answer that is not a success: what to do about a token, a refusal's own words, or a fault's. */
async function describeAnswer(response: Response): Promise<string> {
  const { status } = response;
  if (status === 401) return '令牌无效或已过期，请在网页“命令行令牌”处新建。';
  const body = (await response.json().catch(() => ({}))) as { code?: unknown; message?: unknown };
  if (typeof body.code === 'string' && Object.hasOwn(REFUSALS, body.code))
    return REFUSALS[body.code as keyof typeof REFUSALS].message;
  // `same-book` is the one refusal of an upload that a flag overrides.
  if (body.code === 'same-book') return `${String(body.message)}如仍要导入，请加 --again。`;
  if (status === 422 || status === 413) return typeof body.message === 'string' ? body.message : FAULTS.BAD_REQUEST;
  return status >= 500 ? FAULTS.INTERNAL_SERVER_ERROR : FAULTS.BAD_REQUEST;
}

function readAddress(address: string): string {
  const url = URL.parse(address);
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:')
    throw new CommandRefusal(`“${address}”不是网址，请写成 http://主机:端口 的形式。`);
  return address.replace(/\/+$/, '');
}

async function readToken(file: string | undefined): Promise<string> {
  const token = (file === undefined ? (process.env.XIUZHI_TOKEN ?? '') : await readFile(file, 'utf8')).trim();
  if (token === '')
    throw new CommandRefusal(
      '没有令牌，请在网页“命令行令牌”处新建，放入环境变量 XIUZHI_TOKEN 或用 --token-file 指定文件。',
    );
  if (!TOKEN.test(token)) throw new CommandRefusal('令牌形式不对，请从网页“命令行令牌”处完整复制。');
  return token;
}
