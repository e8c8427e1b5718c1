// What the people of the bench do: every page's operations, reads and writes, each with its weight.
const dice = (most) => Math.floor(Math.random() * most);

/** Name → [weight, run(user)]; `user` has the typed client, the ids of its work and what it has seen. */
export const OPERATIONS = {
  'page /': [4, (user) => user.page('/')],
  'accounts.me': [4, ({ api }) => api.accounts.me()],
  'accounts.listOrganisations': [1, ({ api }) => api.accounts.listOrganisations({ search: '地方志' })],
  'works.list': [4, ({ api }) => api.works.list({})],
  'works.get': [2, ({ api, work }) => api.works.get({ id: work })],
  'manuscripts.list': [3, ({ api, work }) => api.manuscripts.list({ workId: work })],
  'manuscripts.get': [3, ({ api, old }) => api.manuscripts.get({ id: old })],
  'manuscripts.outline': [2, ({ api, old }) => api.manuscripts.outline({ id: old })],
  'manuscripts.blocks': [
    8,
    ({ api, old, blocks }) => api.manuscripts.blocks({ id: old, from: dice(blocks), limit: 100 }),
  ],
  'manuscripts.search': [2, ({ api, old }) => api.manuscripts.search({ id: old, query: `第${dice(900)}号` })],
  'reviews.index': [2, ({ api, old }) => api.reviews.index({ id: old })],
  'reviews.findings': [
    8,
    ({ api, old, findings }) => api.reviews.findings({ id: old, from: dice(findings), limit: 50 }),
  ],
  'reviews.decide': [
    8,
    async ({ api, old, findings }) => {
      const seq = dice(findings);
      const [finding] = await api.reviews.findings({ id: old, from: seq, limit: 1 });
      const decision = finding.decision ? null : 'dismiss';
      return () => api.reviews.decide({ id: old, seq, version: finding.version, decision });
    },
  ],
  'reviews.summary': [1, ({ api, old }) => api.reviews.summary({ id: old })],
  'figures.list': [
    3,
    ({ api, old }) =>
      api.figures.list({ id: old, sort: ['place', 'indicator', 'value'][dice(3)], search: '渠道', limit: 100 }),
  ],
  'figures.facets': [1, ({ api, old }) => api.figures.facets({ id: old })],
  'figures.groups': [1, ({ api, old }) => api.figures.groups({ id: old })],
  'works.settings': [1, ({ api, work }) => api.works.settings({ id: work })],
  'works.words': [1, ({ api, work }) => api.works.words({ id: work })],
  'reviews.opinions': [2, ({ api, old }) => api.reviews.opinions({ id: old })],
  'reviews.raiseOpinion': [
    2,
    async ({ api, old, blocks }) => {
      const [{ start, text }] = await api.manuscripts.blocks({ id: old, from: dice(blocks), limit: 1 });
      const quote = text.slice(0, 6).trim();
      return () => api.reviews.raiseOpinion({ id: old, start, end: start + quote.length, quote, wording: '请核对。' });
    },
  ],
  'manuscripts.report': [1, ({ api, old }) => api.manuscripts.report({ id: old })],
  'letters.draft': [1, ({ api, old }) => api.letters.draft({ revisionId: old, kind: 'opinions' })],
  'letters.list': [2, ({ api }) => api.letters.list({ box: 'issued' })],
  'letters.get': [3, ({ api, letter }) => api.letters.get({ id: letter })],
  'letters.answer': [
    3,
    async ({ api, letter }) => {
      const { letterLines } = await api.letters.get({ id: letter });
      const line = letterLines[dice(letterLines.length)];
      return () => api.letters.answer({ id: letter, lineId: line.id, version: line.version, answer: 'done', note: '' });
    },
  ],
  'tasks.list': [3, ({ api }) => api.tasks.list({})],
  'tasks.get': [2, ({ api, task }) => api.tasks.get({ id: task })],
  'tasks.holders': [1, ({ api, task }) => api.tasks.holders({ id: task })],
  'tasks.calendar': [1, ({ api }) => api.tasks.calendar({ year: 2026 })],
  'audit.list': [1, ({ api }) => api.audit.list({})],
  'accounts.listPersons': [1, ({ api }) => api.accounts.listPersons({})],
  'organisations.get': [1, ({ api, office }) => api.organisations.get({ id: office })],
  'submissions.addressees': [1, ({ api, old }) => api.submissions.addressees({ revisionId: old })],
  'submissions.list': [1, ({ api }) => api.submissions.list({ box: 'received' })],
  'contributions.list': [1, ({ api, work }) => api.contributions.list({ workId: work })],
  'checks.get': [2, (user) => user.api.checks.get({ id: user.new })],
  'checks.lines': [2, (user) => user.api.checks.lines({ id: user.new, from: 0 })],
  'checks.overrule': [
    2,
    async (user) => {
      const [line] = await user.api.checks.lines({ id: user.new, from: dice(40), limit: 1 });
      const { number, version } = line;
      return () => user.api.checks.overrule({ id: user.new, number, version, verdict: 'partly', note: '' });
    },
  ],
  'checks.rows': [3, (user) => user.api.checks.rows({ id: user.new, from: dice(2_000) })],
};
