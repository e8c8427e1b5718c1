import type { Receipt } from './reply-upload.tsx';

/** What whoever sent an answered letter in is told (回执), in a sentence or two. */
export function describeReceipt({ title, matched, unmatched, missing, again }: Omit<Receipt, 'letterId'>): string {
  if (again) return `这份文件先前已经收到：${title}，答复 ${matched} 条，不必重复上传。`;
  const rest = unmatched > 0 ? `，另有 ${unmatched} 处未能对应，已转经办人核对` : '';
  const open = missing > 0 ? `还有 ${missing} 条没有填写，可补填后再传一次。` : '';
  return `收到对${title}的答复 ${matched} 条${rest}。${open}`;
}
