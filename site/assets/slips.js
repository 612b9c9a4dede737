// The words that one which is nowhere may be a slip of; finder.js asks for them.
"use strict";
{
// Whether at most n letters are too many, missing, wrong or swapped.
function isNear(n, a, b) {
  const x = a.slice(1), y = b.slice(1);
  return a[0] === b[0] ? !a || isNear(n, x, y) : n > 0 && (isNear(n - 1, x, b) || isNear(n - 1, a, y)
    || isNear(n - 1, x, y) || a[0] === b[1] && a[1] === b[0] && isNear(n - 1, x.slice(1), y.slice(1)));
}

// A word with a slip in one half is found by its other half.
async function slips(word, beginning) {
  const half = word.length >> 1, turn = word => [...word].reverse().join(""), back = turn(word);
  if (half < 2 || /\d/.test(word)) return [];
  const [ahead, behind] = await Promise.all(
    [beginning("t", word.slice(0, half), word), beginning("w", back.slice(0, half), back)]);
  const all = [...new Set(ahead.concat(behind.map(turn)))].sort();
  const [one, two] = [1, 2].map(n => all.filter(term => isNear(n, word, term)).slice(0, 5));
  return one.length || word.length < 8 ? one : two;
}

remitSearch.take(slips);
}
