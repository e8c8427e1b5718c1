// What people do with the bulletins of years: name → [weight, run(user)].
import { SOUGHT } from './fill-bulletins.mjs';

const dice = (most) => Math.floor(Math.random() * most);
const pick = (list) => list[dice(list.length)];
/** The first page, and the one behind it. */
const pages = async (ask) => {
  const { next } = await ask({});
  return () => ask({ cursor: next });
};

export const BULLETIN_OPERATIONS = {
  'search (in nearly every item)': [4, ({ api }) => api.bulletins.search({ words: pick(SOUGHT.common), limit: 20 })],
  'search (in many)': [6, ({ api }) => api.bulletins.search({ words: pick(SOUGHT.middling), limit: 20 })],
  'search (in few)': [
    6,
    ({ api }) =>
      api.bulletins.search({ words: `${pick(SOUGHT.rare)}地方志办公室就${pick(SOUGHT.middling)}`, limit: 20 }),
  ],
  'search (in one)': [6, ({ api }) => api.bulletins.search({ words: `第${dice(80_000)}号材料`, limit: 20 })],
  'search (signs only)': [1, ({ api }) => api.bulletins.search({ words: '%_', limit: 20 })],
  'search (of a year)': [
    3,
    ({ api, seriesId }) =>
      api.bulletins.search({ words: pick(SOUGHT.middling), seriesId, from: '2015-01-01', to: '2015-12-31', limit: 20 }),
  ],
  'search (next page)': [
    3,
    ({ api }) => pages((page) => api.bulletins.search({ words: pick(SOUGHT.middling), limit: 20, ...page })),
  ],
  'bulletins.cite': [4, ({ api, items }) => api.bulletins.cite({ id: pick(items) })],
  'bulletins.numbering': [4, ({ api, seriesId }) => api.bulletins.numbering({ id: seriesId })],
  'bulletins.listSeries': [4, ({ api }) => api.bulletins.listSeries()],
  'bulletins.list': [6, ({ api, seriesId }) => api.bulletins.list({ seriesId, limit: 50 })],
  'bulletins.list (of a year)': [3, ({ api, seriesId }) => api.bulletins.list({ seriesId, year: 2012, limit: 50 })],
  'bulletins.get': [6, ({ api, issues }) => api.bulletins.get({ id: pick(issues) })],
  'facts of an issue': [4, ({ api, issues }) => api.bulletins.listFacts({ issueId: pick(issues), limit: 100 })],
  'facts by name': [3, ({ api }) => api.bulletins.listFacts({ kind: 'person', name: pick(SOUGHT.rare), limit: 50 })],
  'facts by kind': [2, ({ api }) => api.bulletins.listFacts({ kind: 'work', limit: 50 })],
  'dispatches.list': [4, ({ api, seriesId }) => api.dispatches.list({ box: 'received', seriesId, limit: 50 })],
  'copy (by word of many)': [
    3,
    ({ api }) => api.dispatches.list({ box: 'received', words: pick(SOUGHT.middling), limit: 50 }),
  ],
  'copy (by word of one)': [
    3,
    ({ api }) => api.dispatches.list({ box: 'received', words: `第${dice(80_000)}号材料`, limit: 50 }),
  ],
  'dispatches.listCalls': [3, ({ api }) => api.dispatches.listCalls({ limit: 50 })],
  'monthly sheet': [
    4,
    ({ api, seriesId }) =>
      api.dispatches.taken({ seriesId, month: `${2005 + dice(21)}-${String(1 + dice(12)).padStart(2, '0')}` }),
  ],
  'back issues that wait': [3, ({ api, seriesId }) => api.bulletins.listBackIssues({ id: seriesId, state: 'waiting' })],
};
