// Loaded into the server before it starts: counts its statements and answers `count` with how many there were since.
import { Client } from 'pg';

const { query } = Client.prototype;
let count = 0;
Client.prototype.query = function (...args) {
  const text = typeof args[0] === 'string' ? args[0] : (args[0]?.text ?? '');
  if (!text.includes('pgboss')) count++;
  return query.apply(this, args);
};
process.on('message', (message) => {
  if (message !== 'count') return;
  process.send({ count });
  count = 0;
});
