import { type IssueInFull, NEW_TITLE, type Series } from './bulletin-words.ts';

/** Place of the first item without a title of its own (未填题名); -1 where all have one. */
export function findUntitled({ bulletinItems }: Pick<IssueInFull, 'bulletinItems'>): number {
  return bulletinItems.findIndex(({ title }) => title.trim() === '' || title === NEW_TITLE);
}

/** Places, from 1, of the items that stand in none of the columns of their series (未选栏目). */
function findOutOfColumns({ bulletinItems, columns }: IssueInFull): number[] {
  if (columns.length === 0) return [];
  return bulletinItems.flatMap(({ column }, at) => (column === null || !columns.includes(column) ? [at + 1] : []));
}

/** What is lacking before the caller could take the next step (还缺什么), in a sentence; null where nothing is. */
export function tellLacking(issue: IssueInFull, rights: Series['allowed'] | undefined): string | null {
  const { state, allowed, items, issuedOn, secrecyReviews } = issue;
  const untitled = findUntitled(issue);
  if (state === 'draft' && allowed.edit && untitled >= 0) return `第 ${untitled + 1} 条还没有题名，填好以后可送核稿。`;
  if (state === 'draft' && allowed.edit && !allowed.submit)
    return items === 0 ? '选入或撰写信息以后，可送核稿。' : issuedOn ? null : '填写印发日期以后，可送核稿。';
  const outside = findOutOfColumns(issue);
  if (state === 'draft' && allowed.edit && outside.length > 0)
    return `第 ${outside.join('、')} 条还没有选定栏目，请看是否需要补选。`;
  if (state === 'checking' && rights?.check && !allowed.check) return '本期由您拟稿，请由他人核稿。';
  if ((state === 'checking' || state === 'signing') && rights?.reviewSecrecy && !allowed.reviewSecrecy && !rights.sign)
    return '本期由您拟稿，请由他人作保密审查。';
  if (state === 'signing' && rights?.sign && !allowed.sign) {
    const last = secrecyReviews.at(0);
    if (!last?.isCurrent) return last ? '保密审查以后有改动，再次审查通过后可签发。' : '保密审查通过后可签发。';
    return last.outcome === 'objected'
      ? `保密审查认为需要处理：${last.note} 请退回修改。`
      : '本期由您拟稿，请由他人签发。';
  }
  if (state === 'signed' && rights?.publish && !allowed.publish && issue.disclosure === 'proactive')
    return secrecyReviews.at(0)?.outcome === 'objected'
      ? '保密审查认为需要处理，不能在网上公开。'
      : '导入的往期没有保密审查记录，保密审查通过后可在网上公开。';
  return null;
}
