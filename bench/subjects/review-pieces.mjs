import { ENGINE_VERSION, review, volumeFromText } from '@xiuzhi/review';

/** Our engine on the very pieces the peers are given, all rules; laying out paragraphs is counted. */
export function load({ pieces }) {
  return {
    version: ENGINE_VERSION,
    check: () => pieces.reduce((sum, piece) => sum + review(volumeFromText(piece)).length, 0),
  };
}
