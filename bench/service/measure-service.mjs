// The whole service under its users: node measure-service.mjs [seconds] [people]; prints one line of JSON.
import { driveService } from './drive-service.mjs';
import { fillProvince } from './fill-province.mjs';
import { OPERATIONS } from './operations.mjs';

const [seconds = 60, people = 50] = process.argv.slice(2).map(Number);
console.log(JSON.stringify(await driveService({ seconds, people, fill: fillProvince, operations: OPERATIONS })));
