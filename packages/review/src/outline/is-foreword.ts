import type { Passage } from '../rule.ts';

const FOREWORD = /^(?:序[一二三四言]?|.{0,8}序|前\s*言|后\s*记|编\s*后.*|编纂始末|跋|致读者|卷首语)$/u;
const NOTES = /凡\s*例|编辑说明|编纂说明|编写说明|使用说明/u;

/** Whether a passage lies in a signed foreword or afterword, where an author speaks. */
export function isForeword(passage: Passage): boolean {
  return hasTitle(passage, (title) => FOREWORD.test(title));
}

/** Whether a passage lies in the editors' own notes on the book. */
export function isEditorialNote(passage: Passage): boolean {
  return hasTitle(passage, (title) => NOTES.test(title));
}

function hasTitle({ volume, block }: Passage, test: (title: string) => boolean): boolean {
  for (let index = block.node; index > 0; index = volume.nodes[index]!.parent) {
    if (test(volume.nodes[index]!.title.trim())) return true;
  }
  return false;
}
