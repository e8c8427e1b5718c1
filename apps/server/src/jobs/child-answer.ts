import { once } from 'node:events';

/** Runs a child's work on the input it is sent, sends the result back and ends (see run-child.ts). */
export async function answer<I, O>(work: (input: I, progress: (value: number) => void) => Promise<O>): Promise<void> {
  const orphaned = () => process.exit(1);
  // A server that was killed leaves nobody to answer to, and a half-sent upload on the standard input.
  process.once('disconnect', orphaned);
  const [{ input }] = (await once(process, 'message')) as [{ input: I }];
  const result = await work(input, (progress) => process.send?.({ progress }));
  await new Promise<void>((sent) => process.send?.({ result }, undefined, undefined, () => sent()));
  process.off('disconnect', orphaned);
  process.disconnect();
}
