import type { OutlineNode, Volume } from '../volume.ts';

/** Parts of a book that are not made of entries on matters: documents, persons, lists, front and end matter. */
const IRREGULAR =
  /特\s*载|专\s*记|专\s*文|专\s*辑|大\s*事\s*记|附\s*录|人\s*物|名\s*录|名\s*单|索\s*引|目\s*录|凡\s*例|说\s*明|序|后\s*记|文\s*献|选\s*载|图\s*片|编\s*委|编纂委员会|荣誉|先进|表彰|版权|统计资料|诗|碑|文选|文存/u;

/** Whether a node belongs to the body of entries (百科部类). */
export function isRegularPart({ nodes }: Volume, node: number): boolean {
  for (let index = node; index > 0; index = (nodes[index] as OutlineNode).parent) {
    if (IRREGULAR.test(nodes[index]!.title)) return false;
  }
  return true;
}
