import path from 'node:path';

/** The built web app (`npm test` builds it before the tests run). */
export const WEB_FOLDER = path.join(import.meta.dirname, '../../apps/web/dist');
