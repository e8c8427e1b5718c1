/** Where the sums go, so that the loop cannot be left out as useless. */
let sink = 0;

/** The limit: every character looked at once and added up, which no reader of the text can undercut. */
export function load({ pieces }) {
  return {
    version: null,
    check() {
      for (const piece of pieces) sink ^= addUp(piece);
      return 0;
    },
  };
}

function addUp(text) {
  let sum = 0;
  for (let at = 0; at < text.length; at += 1) sum = (sum + text.charCodeAt(at)) | 0;
  return sum;
}

process.on('exit', () => {
  if (sink === 1) process.exitCode = 0;
});
