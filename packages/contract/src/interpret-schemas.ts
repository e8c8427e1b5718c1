import { z } from 'zod';

// In a page zod must not compile its schemas: the content policy forbids it, and counts the attempt as a breach. Schemas look
// at this as they are made, so it stands before all of them.
if ('document' in globalThis) z.config({ jitless: true });
