import path from 'node:path';
import { enableCompileCache } from 'node:module';

enableCompileCache(path.join(import.meta.dirname, '../../../node_modules/.xiuzhi/compile'));
const { startServer } = await import('./start-server.ts');

try {
  const { line, stop } = await startServer(process.env, process.argv.slice(2));
  console.log(line);
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
