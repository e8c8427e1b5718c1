import type { Decision } from '@xiuzhi/domain';

import { importText, untilReady } from './import-text.ts';
import { openHouse, type OpenHouse, type Visitor } from './open-house.ts';

const COUNTY = '510000/510100/510104/';
const CITY = '510000/510100/';
const TEXT = [
  '【概况】乙县面积15～30%为山地，我县目前有耕地。',
  '【户数】全县有七、八户迁入，另有五、六户迁出。',
  '',
].join('\n');

/** A county with a text of five findings, and the city that it may be sent up to. */
export interface Case {
  readonly house: OpenHouse;
  readonly county: Visitor;
  readonly city: Visitor;
  readonly countyId: string;
  readonly cityId: string;
  /** The revision. */
  readonly id: string;
  /** Sends it up; the submission. */
  send(): Promise<string>;
  see(visitor: Visitor, seq: number, id?: string): Promise<Awaited<ReturnType<Visitor['api']['reviews']['decide']>>>;
  decide(visitor: Visitor, seq: number, decision: Decision, wording?: string, id?: string): Promise<void>;
  /** Drafts the opinion letter of an office and signs it; the letter. */
  sign(visitor: Visitor): Promise<string>;
  /** Imports the next revision; it is checked. */
  next(): Promise<string>;
  /** Waits until a revision is checked. */
  check(id: string): Promise<void>;
}

/** Opens a house of its own for one case; another text has other findings. */
export async function openCase(text = TEXT): Promise<Case> {
  const house = await openHouse();
  const county = await house.join('reviewLead', COUNTY);
  const city = await house.join('reviewLead', CITY);
  const idOf = async (path: string) =>
    (await house.db.selectFrom('organisation').select('id').where('path', '=', path).executeTakeFirstOrThrow()).id;
  const [countyId, cityId] = [await idOf(COUNTY), await idOf(CITY)];
  const id = await importText(county, countyId, '乙县年鉴.txt', text);
  const see: Case['see'] = async (visitor, seq, revisionId = id) =>
    (await visitor.api.reviews.findings({ id: revisionId, from: seq, limit: 1 }))[0]!;
  const check = async (revisionId: string) => {
    for (;;) {
      const { state } = await county.api.checks.get({ id: revisionId });
      if (state === 'ready') return;
      if (state === 'failed') throw new Error('not checked');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  return {
    house,
    county,
    city,
    countyId,
    cityId,
    id,
    see,
    check,
    send: async () => (await county.api.submissions.send({ revisionId: id, officeId: cityId })).id,
    async decide(visitor, seq, decision, wording = '请核对。', revisionId = id) {
      const { version } = await see(visitor, seq, revisionId);
      await visitor.api.reviews.decide({ id: revisionId, seq, version, decision, wording });
    },
    async sign({ api }) {
      const [draft] = await api.letters.draft({ revisionId: id, kind: 'opinions' });
      return (await api.letters.sign({ id: draft!.id, version: draft!.version })).id;
    },
    async next() {
      const { manuscriptId, workId } = await county.api.manuscripts.get({ id });
      const form = new FormData();
      form.append('manuscriptId', manuscriptId);
      form.append('file', new Blob([text.replace('全县', '乙县')]), '乙县年鉴.txt');
      const response = await county.fetch(`/api/works/${workId}/manuscripts`, { method: 'POST', body: form });
      const { revisionId } = (await response.json()) as { revisionId: string };
      await untilReady(county, revisionId);
      await check(revisionId);
      return revisionId;
    },
  };
}
