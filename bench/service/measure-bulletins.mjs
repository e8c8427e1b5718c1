// Bulletins of years under their readers: node measure-bulletins.mjs [seconds] [people]; prints one line of JSON.
import { BULLETIN_OPERATIONS } from './bulletin-operations.mjs';
import { driveService } from './drive-service.mjs';
import { fillBulletins } from './fill-bulletins.mjs';

const [seconds = 60, people = 50] = process.argv.slice(2).map(Number);
console.log(
  JSON.stringify(await driveService({ seconds, people, fill: fillBulletins, operations: BULLETIN_OPERATIONS })),
);
