import { expect, it } from 'vitest';

import { throttleReplies } from './throttle-replies.ts';

it('lets an address send two files at a time and thirty an hour, and others besides', () => {
  let now = 0;
  const throttle = throttleReplies(() => now);
  const first = throttle.enter('192.0.2.1')!;
  const second = throttle.enter('192.0.2.1')!;
  expect(throttle.enter('192.0.2.1')).toBeNull();
  expect(throttle.enter('192.0.2.2')).not.toBeNull();
  first();
  second();
  for (let sent = 2; sent < 30; sent++) throttle.enter('192.0.2.1')!();
  expect(throttle.enter('192.0.2.1')).toBeNull();
  now += 3_600_001;
  expect(throttle.enter('192.0.2.1')).not.toBeNull();
});
