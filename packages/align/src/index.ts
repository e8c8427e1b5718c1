/** Alignment (对齐) of texts and trees: revision with revision. */
export const NOTHING = 0;
