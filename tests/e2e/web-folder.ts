import { existsSync } from 'node:fs';
import path from 'node:path';

/** The built web app: the one `E2E_WEB` names, else what `npm test` builds before the tests run. */
export const WEB_FOLDER = process.env.E2E_WEB ?? path.join(import.meta.dirname, '../../apps/web/dist');

// Without it every page is a 404, and each journey would wait half a minute to say so.
if (!existsSync(path.join(WEB_FOLDER, 'index.html'))) throw new Error('the web app is not built: run npm test');
