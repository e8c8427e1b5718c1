import { ManuscriptRefusal } from '@xiuzhi/manuscript';

import { CommandRefusal } from './command.ts';

const SENTENCES: Readonly<Record<string, string>> = {
  ENOENT: '没有这个文件或文件夹',
  EISDIR: '是文件夹，请给出其中的文件',
  EACCES: '没有权限读写',
  EPERM: '没有权限读写',
  ENOTDIR: '路径中有一段不是文件夹',
  ENOSPC: '磁盘空间不足',
  EROFS: '所在磁盘只能读',
  ENAMETOOLONG: '文件名过长',
};

/** One Chinese sentence for whatever stopped a command (出错说明); unexpected errors keep their own words. */
export function describeFailure(error: unknown): string {
  if (error instanceof CommandRefusal || error instanceof ManuscriptRefusal) return error.message;
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
    const sentence = SENTENCES[error.code];
    const file = 'path' in error && typeof error.path === 'string' ? `${error.path}：` : '';
    if (sentence) return `${file}${sentence}。`;
  }
  const words = error instanceof Error ? error.message : String(error);
  return `程序出现故障，未能完成：${words.split('\n')[0]}`;
}
