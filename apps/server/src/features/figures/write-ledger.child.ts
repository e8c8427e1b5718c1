import { answer } from '../../jobs/child-answer.ts';
import { writeLedger, type LedgerPaper } from './write-ledger.ts';

await answer<LedgerPaper, Uint8Array>((paper) => writeLedger(paper));
