import { expect, it } from 'vitest';

import { throttleReplies } from './throttle-replies.ts';

const ONE = { address: '192.0.2.1' };

it('lets an address send two files at a time and thirty an hour, and others besides', () => {
  let now = 0;
  const throttle = throttleReplies(() => now);
  const first = throttle.enter(ONE)!;
  const second = throttle.enter(ONE)!;
  expect(throttle.enter(ONE)).toBeNull();
  expect(throttle.enter({ address: '192.0.2.2' })).not.toBeNull();
  first();
  second();
  for (let sent = 2; sent < 30; sent++) throttle.enter(ONE)!();
  expect(throttle.enter(ONE)).toBeNull();
  // Whoever hands in what units have sent is not held up by the address of the office.
  for (let sent = 0; sent < 100; sent++) throttle.enter({ ...ONE, personId: 'somebody' })!();
  now += 3_600_001;
  expect(throttle.enter(ONE)).not.toBeNull();
});
