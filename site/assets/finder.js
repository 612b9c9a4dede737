// Finds and ranks what is in search/, as Sources/Search does; search.js loads it. A classic script: a page opened by a
// double click may load no other.
"use strict";
{
const WEIGHTS = [8, 6, 3, 1], BONUS = [10, 8], LONGEST = 200, MOST = 20, READ = 12, COMPLETIONS = 200;
let index, files = {};

// ---- Words, as the index has them. Scripts without blanks go in pairs of characters.

const { raw } = String, MONTHS = "january february march april may june july august september october november december"
  .split(" "), MONTH = MONTHS.map(name => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join("|") + "|sept";
const LETTER = raw`(?![\ue000-\uffff\u02bc])[\p{L}\p{N}\p{M}]`;
const UNSPACED = raw`(?=[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\ua9e0-\ua9ff\uaa60-\uaa7f`
  + raw`\u{1aff0}-\u{1b16f}\u{20000}-\u{3fffd}])` + LETTER;
const SPACED = `(?!${UNSPACED})${LETTER}`;
const DATE = raw`(?:\d{4}([-./])\d\d?\2\d\d?|\d{4}-\d\d|\d{4}年\d\d?月(?:\d\d?日)?|\d\d?\.\d\d?\.\d{4}`
  + raw`|(?:\d\d?\s)?(?:${MONTH})\.?\s(?:\d\d?,?\s)?\d{4})(?!-|${SPACED})`;
const NUMBER = raw`[1-9]\d{0,2}(?:(?:\s\d{3})+|(?:\.\d{3})+)(?![.,]?\d|${SPACED})`;
const WORD = new RegExp(raw`((?:${UNSPACED})+)|${DATE}|${NUMBER}|(${SPACED}(?:${SPACED}|['‘’ʼ](?=${SPACED})`
  + raw`|(?<=\d)\.(?=\d)|(?<=\d),(?=\d{3}(?!\d)))*)`, "giu");

const fold = text => text.replace(/\p{DI}/gu, "").normalize("NFKC").toLowerCase().replace(/ς/g, "σ").replace(
  /[\0-\u052f\u1d00-\u1fff]\p{M}*/gu, letter => letter.normalize("NFD").replace(/\p{M}/gu, ""));

// `8 Sept 2024` is 2024-09-08, `10 000` is 10000.
function written(text) {
  const parts = text.match(/\d+/g), name = text.match(/[a-z]{3}/), year = parts.findIndex(part => part.length === 4);
  if (year < 0) return parts.join("");
  if (year) parts.reverse();
  if (name) parts.splice(1, 0, MONTHS.findIndex(month => month.startsWith(name)) + 1);
  return parts.map(part => String(part).padStart(2, 0)).join("-");
}

// [word, start, end] of a folded text. A question asks for no parts of dates, and for no last character.
function tokens(text, isAsked) {
  const found = [];
  for (const { 0: all, 1: run, 3: word, index: at } of text.matchAll(WORD)) {
    const add = (word, from = 0, to = all.length) => found.push([word, at + from, at + to]);
    if (run) for (const { 0: c, 1: next, index: i } of run.matchAll(/.(?=(.?))/gu)) {
      if (next || !isAsked || !i) add(c + next, i, i + (c + next).length);
    } else if (word) add([...word.replace(/['‘’ʼ]s$/, "").replace(/[,'‘’ʼ]/g, "")].slice(0, 40).join(""));
    else {
      add(written(all));
      if (!isAsked) for (const part of all.match(/\p{L}+|\d+/gu)) add(part.replace(/^0+(?=.)/, ""));
    }
  }
  return found;
}

// ---- Files. What is in one is its name, so two builds never mix.

const open = (name, stamp = "") => remitSearch.load(files, name, `${remitSearch.HOME}search/${name}.js${stamp}`);
const split = async file => (await file).map(part => part.split(" "));

// Where the site was built anew, files are gone: all is asked for once more.
async function afresh(work, stamp) {
  const before = files;
  try {
    [index] = await open("index", stamp);
    return await work();
  } catch (error) {
    if (stamp) throw error;
    if (files === before) files = {};
    return afresh(work, "?" + Date.now());
  }
}

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

// The last digit of a number is one of the first 32; the others mean as much, and come first the less they count.
const numbers = text => (text.match(/[g-z\d+/]*./g) || []).map(digits =>
  [...digits].reduceRight((sum, digit) => sum * 32 + DIGITS.indexOf(digit) % 32, 0));

// ---- What a word of the question finds

// The number of the file in which a word or a document is, if anywhere: each row tells the first that it has.
const placeOf = (rows, sought) => Math.max(0, rows.findLastIndex(([first]) => first <= sought));

// The words that begin so, in the files around the one where a word would be.
async function beginning(letter, start, word = start) {
  const at = placeOf(index[letter], word), rows = index[letter].filter(([first], n, all) =>
    Math.abs(n - at) < 2 && first < start + "\uffff" && !(all[n + 1]?.[0] <= start));
  const parts = await Promise.all(rows.map(([, name]) => split(open(letter + name))));
  return parts.flatMap(([words]) => words).filter(word => word.startsWith(start) && !word.endsWith("*"));
}

// A word, with the terms that it finds: each with its postings and how well it matches.
async function lookUp([word, isTyped]) {
  const terms = new Map(), isHan = new RegExp(UNSPACED, "u").test(word);
  let prefix = (isHan ? [...word].length < 2 : isTyped || /^\d{4}-\d\d$/.test(word)) && word;
  const add = async (term, match) => {
    const [, file] = index.t[placeOf(index.t, term)], [all, postings] = await split(open("t" + file));
    const text = postings[all.indexOf(term)];
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
  if (isSlip) {
    const [slips] = await remitSearch.script("slips");
    for (const term of await slips(word, beginning)) await add(term, .5);
  }
  return { terms, prefix, isSlip, count: 1 };
}

// ---- Order

const known = (map, key, make) => map.get(key) ?? map.set(key, make()).get(key);

// Adds where a term stands; it may stand in more documents than are listed.
function unpack(results, words, w, { match, text }, length) {
  const read = numbers(text), word = words[w];
  let i = 1, doc = 0, listed = 0;
  for (; i < read.length; listed++) {
    doc += read[i++];
    const { passages } = known(results, doc, () => ({ doc, passages: new Map() }));
    for (let at = 0, code = 1; code & 1;) {
      code = read[i++];
      at += code >> 3;
      const kind = code >> 1 & 3, long = kind < 2 && read[i++];
      const { weights } = known(passages, at, () => ({ at, kind, long, weights: words.map(() => 0) }));
      const weight = WEIGHTS[kind] * match * (long ? .5 + .5 * Math.min(1, length / long) : 1);
      weights[w] = Math.max(weights[w], weight);
    }
  }
  word.count = Math.max(word.count, read[0]);
  word.isCut ||= read[0] > listed;
}

function rank(words, length) {
  const found = new Map(), ranks = [];
  let doc = 0, most = 0;
  numbers(index.hubs).forEach((number, i) => i % 2 ? ranks[doc] = number : doc += number);
  words.forEach(({ terms }, w) => terms.forEach(term => unpack(found, words, w, term, length)));
  const sum = weights => words.reduce((sum, { count }, w) => sum + Math.log(1 + index.documents / count) * weights[w], 0);
  const results = [...found.values()];
  for (const result of results) {
    const best = words.map(() => 0), passages = [...result.passages.values()];
    let top, bonus = 0;
    for (const passage of passages) {
      const { at, weights, kind, long } = passage;
      weights.forEach((weight, w) => best[w] = Math.max(best[w], weight));
      passage.weight = sum(weights);
      if (!top || passage.weight > top.weight || passage.weight === top.weight && at < top.at) top = passage;
      // The name is the question: no longer, and each word as it was typed.
      if (long === length && weights.every(weight => weight === WEIGHTS[kind])) bonus = Math.max(bonus, BONUS[kind]);
    }
    result.best = top.at;
    result.has = words.filter(({ isCut }, w) => best[w] && !isCut).length;
    result.score = (sum(best) + top.weight / 2 + bonus) * (1 + .05 * (ranks[result.doc] || 0));
    most = Math.max(most, result.has);
  }
  // What is not listed for all of its documents excludes none.
  const isPartial = words.filter(({ isCut }) => !isCut).length > most;
  return { words, isPartial, results: sorted(results.filter(({ has }) => has === most)) };
}

const rounded = ({ score }) => Math.round(score * 1e6);
const sorted = results => results.sort((a, b) => rounded(b) - rounded(a) || a.doc - b.doc);
const collapse = text => text.trim().replace(/\s+/g, " ").replace(/(?<=\d)[ ,.](?=\d{3}(?!\d))/g, "");

// The texts of results, and the passage that says why: one that holds the question as it stands, else the heaviest.
const read = (results, phrase) => Promise.all(results.filter(({ text }) => !text).map(async result => {
  const [first, shelf] = index.c[placeOf(index.c, result.doc)], [rows] = await open("c" + shelf), at = result.doc - first;
  const [start, file] = rows[placeOf(rows, at)], [texts] = await open("d" + file), text = texts[at - start];
  const [literal] = text[4].filter(([, , , said]) => phrase && collapse(fold(said)).includes(phrase))
    .sort(([a, , , x], [b, , , y]) => a - b || x.length - y.length);
  result.text = text;
  result.shown = literal || text[4][result.best];
  if (literal) result.score *= 1.25;
}));

// What is found, the first few with texts; nothing where it is no longer wanted.
const search = (query, few = READ, isWanted = () => true) => afresh(async () => {
  const text = fold(query.slice(0, LONGEST)), asked = tokens(text, true).slice(0, MOST);
  // The last word may be only begun.
  const words = new Map(asked.map(([word, , end]) => [word, /^[^\s\p{L}\p{N}\p{M}]*$/u.test(text.slice(end))]));
  const length = new Set(tokens(text).map(([word]) => word)).size;
  const found = rank(await Promise.all([...words].map(lookUp)), length);
  if (!isWanted()) return;
  const phrase = asked.length > 1 && collapse(text.slice(asked[0][1], asked.at(-1)[2]));
  const first = found.results.splice(0, phrase ? READ : few);
  await read(first, phrase);
  found.results.unshift(...sorted(first));
  return Object.assign(found, { index, phrase });
});

// Where the words found stand in a text; pairs of characters that overlap are one place.
function places(text, words) {
  const found = [];
  for (const { 0: all, 1: run, index: at } of text.matchAll(WORD))
    for (const [token, start, end] of tokens(fold(all))) {
      if (!words.some(({ terms, prefix }) => terms.has(token) || prefix && token.startsWith(prefix))) continue;
      const from = at + start, to = at + (run ? end : all.length), last = found.at(-1);
      if (last && from <= last[1]) last[1] = Math.max(last[1], to);
      else found.push([from, to]);
    }
  return found;
}

const forget = () => files = {};
remitSearch.take(Object.assign(remitSearch, { search, read, places, tokens, fold, open, numbers, forget }));
}
