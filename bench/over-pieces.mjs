/**
 * A subject that lints piece by piece. Pieces on which the first pass throws are left out from then on and told in
 * `skipped`, so that no peer is credited with text it did not read, nor lost for one sentence it cannot bear.
 */
export function overPieces(pieces, lint) {
  let good;
  let problem;
  const first = async () => {
    good = [];
    let findings = 0;
    for (const piece of pieces) {
      try {
        findings += await lint(piece);
        good.push(piece);
      } catch (error) {
        problem ??= String(error.message).split('\n')[0];
      }
    }
    return findings;
  };
  return {
    async check() {
      if (!good) return first();
      let findings = 0;
      for (const piece of good) findings += await lint(piece);
      return findings;
    },
    skipped() {
      if (good.length === pieces.length) return {};
      const characters = good.reduce((sum, piece) => sum + piece.length, 0);
      return { characters, skipped: pieces.length - good.length, skippedBecause: problem };
    },
  };
}
