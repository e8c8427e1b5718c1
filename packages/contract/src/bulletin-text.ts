import { z } from 'zod';

import { text } from './scalars.ts';

/** Most text of one item (一条信息的篇幅), UTF-16 units. */
export const MOST_BODY = 60_000;

const lines = z.array(text(300)).max(40);

/** Whom a series goes to (报、送、发): each entry one line of the tail, in the order in which it is entered. */
export const recipients = z.object({ up: lines, across: lines, down: lines });
