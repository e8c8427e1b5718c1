import { readFileSync } from 'node:fs';
import { ManuscriptRefusal, readManuscript } from '../src/index.ts';

/** Reads the file it is given in a process of its own and prints what came of it, with the most memory it took, in MB. */
const file = process.argv[2]!;
const outcome = await readManuscript(readFileSync(file), file).then(
  ({ volume }) => ({ characters: volume.text.length }),
  (error: unknown) => ({ code: error instanceof ManuscriptRefusal ? error.code : String(error) }),
);
console.log(JSON.stringify({ ...outcome, megabytes: process.resourceUsage().maxRSS / 1024 }));
// A library may still hold a page that was left in the middle.
process.exit(0);
