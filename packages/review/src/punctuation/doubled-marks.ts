/** Marks printed twice or by a slip beside another (重复的点号): ，，、。，. */
export const DOUBLED_MARKS = [
  '。。',
  '，，',
  '、、',
  '；；',
  '：：',
  '，。',
  '、。',
  '、，',
  '；。',
  '。，',
  '，、',
  '；，',
  '，；',
] as const;
