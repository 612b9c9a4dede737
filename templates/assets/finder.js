// Finds and ranks what the files in search/ hold. A classic script, since script tags are all that a page opened by a
// double click may load; search.js adds it when it is needed.
"use strict";
{
const BASE = new URL("..", document.currentScript.src).href, WEIGHTS = [8, 6, 3, 1], BONUS = [10, 8];
const LONGEST = 200, MOST_WORDS = 20, COMPLETIONS = 200, READ_AGAIN = 20;
let index, arrived = {}, loading = {};

// ---- Words, the same as at build time. Scripts without blanks go in pairs of characters.

const LETTER = "(?![\\ue000-\\uffff\\u02bc])[\\p{L}\\p{N}\\p{M}]";
const UNSPACED = "(?=[\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u2e80-\\u31ff\\u3400-\\u4dbf\\u4e00-\\u9fff"
  + `\\ua9e0-\\ua9ff\\uaa60-\\uaa7f\\u{1aff0}-\\u{1b16f}\\u{20000}-\\u{3fffd}])${LETTER}`;
const SPACED = `(?!${UNSPACED})${LETTER}`;
const WORD = new RegExp(`((?:${UNSPACED})+)|(\\d{4}-\\d\\d(?:-\\d\\d)?(?!-|${SPACED}))|${SPACED}(?:${SPACED}`
  + `|['‘’ʼ](?=${SPACED})|(?<=\\d)\\.(?=\\d)|(?<=\\d),(?=\\d{3}(?!\\d)))*`, "gu");
const UNSEEN = new RegExp("[\\xad\\u034f\\u061c\\u180b-\\u180f\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f"
  + "\\ufe00-\\ufe0f\\ufeff\\u{e0100}-\\u{e01ef}]", "gu");

const fold = text => text.replace(UNSEEN, "").normalize("NFKC").toLowerCase().replace(/ς/g, "σ")
  .replace(/[\0-\u052f\u1c80-\u1c8f\u1d00-\u1fff\u2c60-\u2c7f\ua640-\ua7ff\uab30-\uab6f]\p{M}*/gu,
    letter => letter.normalize("NFD").replace(/\p{M}/gu, ""));
const collapse = text => text.trim().replace(/\s+/g, " ");

// [word, start, end] of a folded text. A query asks for less than is held: no parts of dates, no last character.
function tokens(text, isQuery) {
  const found = [];
  for (const { 0: all, 1: run, 2: date, index: at } of text.matchAll(WORD)) {
    const add = word => found.push([word, at, at + all.length]);
    if (run) for (const { 0: c, 1: next, index: i } of run.matchAll(/.(?=(.?))/gu)) {
      if (next || !isQuery || !i) found.push([c + next, at + i, at + i + (c + next).length]);
    } else if (date) {
      add(date);
      if (!isQuery) date.split("-").forEach(part => add(part.replace(/^0+(?=.)/, "")));
    } else add([...all.replace(/['‘’ʼ]s$/, "").replace(/[,'‘’ʼ]/g, "")].slice(0, 40).join(""));
  }
  return found;
}

// ---- Files. One of another version than the root counts as missing: two builds never mix.

const load = (name, version = index.version) => loading[name] = loading[name] || new Promise((done, fail) => {
  const script = document.createElement("script");
  script.src = `${BASE}search/${name}.js?v=${version}`;
  // What failed may be there the next time.
  script.onload = script.onerror = () => {
    script.remove();
    if (arrived[name]) done(arrived[name]); else delete loading[name], fail(new Error(name));
  };
  document.head.append(script);
});

const receive = letter => (version, number, ...content) => arrived[letter + number] = version === index.version
  && content.map(part => part.split ? part.split(" ") : part);

async function open(version) {
  index = await load("index", version);
  if (index.t) return;
  let doc = 0;
  Object.assign(index, { t: index.terms.split(" "), w: index.words.split(" ").filter(Boolean), ranks: {}, dates: [] });
  pairs(index.hubs, (step, rank) => index.ranks[doc += step] = rank);
  pairs(index.years, (count, year) => { while (count--) index.dates.push(year) });
}

// Where the site was built anew since the root was loaded, all is asked for once more.
async function afresh(work) {
  const before = loading;
  try {
    await open("");
    return await work();
  } catch {
    if (loading === before) arrived = {}, loading = {};
    await open(Date.now());
    return work();
  }
}

const VALUES = Object.fromEntries([..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"]
  .map((c, i) => [c, i]));

function numbers(text) {
  const found = [];
  let value = 0, unit = 1;
  for (const c of text) {
    value += VALUES[c] % 32 * unit;
    unit *= 32;
    if (VALUES[c] < 32) found.push(value), value = 0, unit = 1;
  }
  return found;
}

const pairs = (text, each) => numbers(text).forEach((first, i, all) => i % 2 || each(first, all[i + 1]));

// ---- What a word of the query finds

// The file in which a key is, if anywhere.
function fileOf(letter, key) {
  let low = 0, high = index[letter].length;
  while (high - low > 1) {
    const middle = low + high >> 1;
    if (index[letter][middle] <= key) low = middle; else high = middle;
  }
  return low;
}

// The keys that begin so, in the files around the one where a word would be.
async function beginning(letter, start, word = start) {
  const at = fileOf(letter, word), files = index[letter].map((first, n, all) =>
    Math.abs(n - at) < 2 && first < start + "\uffff" && !(all[n + 1] <= start) ? load(letter + n) : [[]]);
  const keys = (await Promise.all(files)).flatMap(([keys]) => keys);
  return keys.filter(key => key.startsWith(start) && !key.endsWith("*"));
}

// Whether at most n letters are too many, missing, other or swapped.
function isNear(n, a, b) {
  const x = a.slice(1), y = b.slice(1);
  return a[0] === b[0] ? !a || isNear(n, x, y) : n > 0 && (isNear(n - 1, x, b) || isNear(n - 1, a, y)
    || isNear(n - 1, x, y) || a[0] === b[1] && a[1] === b[0] && isNear(n - 1, x.slice(1), y.slice(1)));
}

// A word with a slip in one half is found by its other half.
async function slips(word) {
  const half = word.length >> 1, turn = word => [...word].reverse().join(""), back = turn(word);
  if (half < 2 || /\d/.test(word)) return [];
  const [ahead, behind] = await Promise.all(
    [beginning("t", word.slice(0, half), word), beginning("w", back.slice(0, half), back)]);
  const all = [...new Set(ahead.concat(behind.map(turn)))].sort();
  const [one, two] = [1, 2].map(n => all.filter(term => isNear(n, word, term)).slice(0, 5));
  return one.length || word.length < 8 ? one : two;
}

// A word of the query, with the terms that it finds: each with its postings and how well it matches.
async function lookUp([word, isTyped]) {
  const terms = new Map(), isHan = new RegExp(UNSPACED, "u").test(word);
  let prefix = (isHan ? [...word].length < 2 : isTyped) && word;
  const add = async (term, match) => {
    const [keys, postings] = await load("t" + fileOf("t", term)), text = postings[keys.indexOf(term)];
    if (text && !terms.has(term)) terms.set(term, { match, text });
    return text;
  };
  await add(word, 1);
  if (!isHan)
    for (const [end, other] of [[/$/, "s"], [/$/, "es"], [/s$/, ""], [/es$/, ""], [/y$/, "ies"], [/ies$/, "y"]])
      await add(word.replace(end, other), .9);
  // A number is whole where it is found; a word that is not found may be begun.
  if (/^[\d.]+$/.test(word) && terms.size) prefix = false;
  else if (!isHan && !terms.size) prefix = word;
  if (prefix && !await add(word + "*", .6))
    for (const term of (await beginning("t", word)).slice(0, COMPLETIONS))
      await add(term, .6 + .4 * word.length / term.length);
  const isSlip = !isHan && !terms.size;
  if (isSlip) for (const term of await slips(word)) await add(term, .5);
  return { word, terms, prefix, isSlip, count: 1, isCut: false };
}

// ---- Ranking

// Calls with each document, passage, class and length of the name. Not all documents of a term may be listed.
function unpack(word, text, each) {
  const read = numbers(text);
  let i = 1, doc = 0, listed = 0;
  for (; i < read.length; listed++) {
    doc += read[i++];
    for (let passage = 0, code = 1; code & 1;) {
      code = read[i++];
      passage += code >> 3;
      each(doc, passage, code >> 1 & 3, code & 4 ? 0 : read[i++]);
    }
  }
  word.count = Math.max(word.count, read[0]);
  word.isCut = word.isCut || read[0] > listed;
}

function rank(words, length) {
  const results = new Map();
  const add = (w, match) => (doc, passage, kind, long) => {
    let result = results.get(doc);
    if (!result) results.set(doc, result = { doc, passages: new Map() });
    let known = result.passages.get(passage);
    if (!known) result.passages.set(passage, known = { passage, kind, long, weights: words.map(() => 0) });
    const weight = WEIGHTS[kind] * match * (kind < 2 ? .5 + .5 * Math.min(1, length / long) : 1);
    known.weights[w] = Math.max(known.weights[w], weight);
  };
  words.forEach((word, w) => word.terms.forEach(({ match, text }) => unpack(word, text, add(w, match))));
  words.forEach(word => word.idf = Math.log(1 + index.documents / word.count));
  results.forEach(result => score(result, words, length));
  // A word in too many documents is listed for the best of them only, and excludes none.
  const all = [...results.values()], most = all.reduce((most, { has }) => Math.max(most, has), 0);
  const isPartial = words.filter(({ isCut }) => !isCut).length > most;
  return { words, isPartial, results: sorted(all.filter(({ has }) => has === most)) };
}

function score(result, words, length) {
  const sum = weights => words.reduce((sum, { idf }, w) => sum + idf * weights[w], 0);
  const best = words.map(() => 0), passages = [...result.passages.values()];
  let bonus = 0;
  for (const passage of passages) {
    const { weights, kind, long } = passage;
    weights.forEach((weight, w) => best[w] = Math.max(best[w], weight));
    passage.weight = sum(weights);
    // The name is the query: no longer, and each word as it was typed.
    if (long === length && weights.every(weight => weight === WEIGHTS[kind])) bonus = Math.max(bonus, BONUS[kind]);
  }
  const top = passages.reduce((a, b) =>
    b.weight > a.weight || b.weight === a.weight && b.passage < a.passage ? b : a);
  result.best = top.passage;
  result.has = words.filter(({ isCut }, w) => best[w] && !isCut).length;
  result.score = (sum(best) + top.weight / 2 + bonus) * (1 + .05 * (index.ranks[result.doc] || 0));
}

const rounded = ({ score }) => Math.round(score * 1e6);
const sorted = results => results.sort((a, b) => rounded(b) - rounded(a) || a.doc - b.doc);

// The texts of results, and the passage that says why: one that holds the query as it stands, else the heaviest.
const read = (results, phrase) => Promise.all(results.filter(({ text }) => !text).map(async result => {
  const [file] = await load("d" + Math.floor(result.doc / index.per)), text = file[result.doc % index.per];
  const [literal] = text[4].filter(([, , , said]) => phrase && collapse(fold(said)).includes(phrase))
    .sort(([a, , , x], [b, , , y]) => a - b || x.length - y.length);
  result.text = text;
  result.shown = literal || text[4][result.best];
  if (literal) result.score *= 1.25;
}));

// What is found, the first few with their texts; nothing where it is no longer wanted.
const search = (query, few = READ_AGAIN, isWanted = () => true) => afresh(async () => {
  const text = fold(query.slice(0, LONGEST)), asked = tokens(text, true).slice(0, MOST_WORDS);
  const words = new Map(asked.map(([word, , end]) => [word, /^[^\s\p{L}\p{N}\p{M}]*$/u.test(text.slice(end))]));
  const length = new Set(tokens(text).map(([word]) => word)).size;
  const found = rank(await Promise.all([...words].map(lookUp)), length);
  if (!isWanted()) return;
  const phrase = asked.length > 1 && collapse(text.slice(asked[0][1], asked[asked.length - 1][2])), first = found.results.splice(0, phrase ? READ_AGAIN : few);
  await read(first, phrase);
  found.results.unshift(...sorted(first));
  return Object.assign(found, { index, phrase });
});

// Where the words found stand in a text as written; pairs of characters that overlap are one place.
function places(text, words) {
  const found = [];
  for (const { 0: all, 1: run, index: at } of text.matchAll(WORD))
    for (const [token, start, end] of tokens(fold(all))) {
      if (!words.some(({ terms, prefix }) => terms.has(token) || prefix && token.startsWith(prefix))) continue;
      const [from, to] = run ? [at + start, at + end] : [at, at + all.length], last = found[found.length - 1];
      if (last && from <= last[1]) last[1] = Math.max(last[1], to);
      else found.push([from, to]);
    }
  return found;
}

window.remitSearch = {
  root: content => arrived.index = content,
  terms: receive("t"), words: receive("w"), documents: receive("d"), facet: receive("f"),
  search, read, places, tokens, fold, open: () => afresh(() => index),
  facetOf: async number => (await load("f" + number))[0].map(([label, docs]) => {
    let doc = 0;
    return [label, numbers(docs).map(step => doc += step)];
  }),
};
}
