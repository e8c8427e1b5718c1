import { answer } from '../../jobs/child-answer.ts';
import { writePrint, type PrintInput } from './print-letter.ts';

await answer<PrintInput, Uint8Array>(writePrint);
