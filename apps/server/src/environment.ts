import os from 'node:os';
import path from 'node:path';

/** What the environment and the command line say (README: 环境变量). */
export interface Environment {
  readonly host: string;
  readonly port: number;
  /** Folder of everything that is kept: database, originals. */
  readonly dataFolder: string;
  /** Folder of the office's own fonts, searched before those that come along. */
  readonly fontFolder: string;
  /** A PostgreSQL server instead of the embedded one. */
  readonly databaseUrl: string | undefined;
  /** `--empty`: no sample work on the first start. */
  readonly empty: boolean;
  /** `--reset-password NAME`: give that person a new one-time password before starting. */
  readonly resetPassword: string | undefined;
}

/** Reads environment and arguments; throws one Chinese sentence where a value makes no sense. */
export function readEnvironment(env: NodeJS.ProcessEnv, args: readonly string[]): Environment {
  const port = Number(env.PORT ?? 8080);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`PORT 须为 0 至 65535 的整数，现为“${env.PORT}”。`);
  const databaseUrl = env.DATABASE_URL || undefined;
  if (databaseUrl && !/^postgres(ql)?:\/\//.test(databaseUrl))
    throw new Error('DATABASE_URL 须以 postgresql:// 开头。');
  const reset = args.indexOf('--reset-password');
  const known = args.filter((_, index) => reset < 0 || (index !== reset && index !== reset + 1));
  const unknown = known.find((argument) => argument !== '--empty');
  if (unknown) throw new Error(`不认识的参数“${unknown}”，可用：--empty、--reset-password 用户名。`);
  if (reset >= 0 && !args[reset + 1]) throw new Error('请写明用户名：npm start -- --reset-password 用户名');
  const dataFolder = path.resolve(env.XIUZHI_DATA || defaultDataFolder(env));
  return {
    host: env.HOST || '127.0.0.1',
    port,
    dataFolder,
    fontFolder: path.resolve(env.XIUZHI_FONTS || path.join(dataFolder, 'fonts')),
    databaseUrl,
    empty: args.includes('--empty'),
    resetPassword: reset < 0 ? undefined : args[reset + 1],
  };
}

function defaultDataFolder(env: NodeJS.ProcessEnv): string {
  if (process.platform === 'win32') return path.join(env.LOCALAPPDATA ?? os.homedir(), 'xiuzhi');
  if (process.platform === 'darwin') return path.join(os.homedir(), 'Library/Application Support/xiuzhi');
  const xdg = env.XDG_DATA_HOME;
  return path.join(xdg && path.isAbsolute(xdg) ? xdg : path.join(os.homedir(), '.local/share'), 'xiuzhi');
}
