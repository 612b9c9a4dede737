// The search as readers see it: the list below the box in the header. finder.js finds, and is loaded on first use,
// slips.js where a word is nowhere; results.js is the page of results. What the index says becomes text nodes, never markup.
"use strict";
{
// A further language has a folder and an index of its own.
const { src, dataset } = document.currentScript, HOME = new URL("../" + (dataset.home || ""), src).href, SUGGESTED = 8;
const [box, list, status] = ["box", "list", "status"].map(id => document.getElementById("search-" + id));
let index, taken, serial = 0, scripts = {};

const set = (element, attributes) => Object.entries(attributes).forEach(pair => element.setAttribute(...pair));

// Han says its language, unless what it stands in has.
function put(parent, name, attributes = {}, text = "") {
  const element = document.createElement(name);
  set(element, attributes);
  parent.append(element);
  String(text).split(/(\p{sc=Han}+)/u).forEach((part, i) => {
    const isForeign = i % 2 && !element.closest("[lang^=zh], [lang^=ja], [lang^=ko]");
    (isForeign ? put(element, "span", { lang: index.han }) : element).append(part);
  });
  return element;
}

// A text, or the part of it with most of the words found, which are marked.
function write(element, text, words, most = 1e5) {
  const marks = remitSearch.places(text, words);
  const near = ([at]) => marks.filter(([other]) => other >= at && other < at + most - 60).length;
  const [first] = marks.reduce((best, mark) => near(mark) > near(best) ? mark : best, marks[0] || [0]);
  let at = text.length > most && first > 60 ? Math.max(text.lastIndexOf(" ", first - 40), first - 60) + 1 : 0;
  const end = at + most < text.length ? Math.max(text.lastIndexOf(" ", at + most), at + most - 20) : text.length;
  if (at) element.append("… ");
  for (const [from, to] of marks) if (from >= at && to <= end) {
    put(element, "span", {}, text.slice(at, from));
    put(element, "mark", {}, text.slice(from, at = to));
  }
  put(element, "span", {}, text.slice(at, end));
  if (end < text.length) element.append(" …");
}

const kindOf = doc => index.kinds.findLast(([, , first]) => first <= doc);

// A result: what it is, and the passage found; of one found by its title, the beginning of its text.
function show(parent, link, { doc, text: [title, href, about, isDisputed, passages], shown }, words, most) {
  const { strings } = index, passage = shown[0] ? shown : passages.find(([kind]) => kind === 3);
  set(link, { href: HOME + (shown[1] ? href.replace(/#.*|$/, "#" + shown[1]) : href) });
  write(link === parent ? put(parent, "b") : link, title, words);
  const line = put(parent, "span", { class: "what" }, [kindOf(doc)[0], about].filter(Boolean).join(" · "));
  if (isDisputed) put(line, "span", { class: "state open" }, strings.disputed);
  if (!passage) return;
  const [kind, , label, said, lang] = passage;
  const why = put(parent, "span", { class: shown[0] ? "why" : "why begins" });
  const name = () => label && put(why, "span", { class: "label" }, label);
  const [before, behind = ""] = around(strings.also);
  if (kind < 2) put(why, "span", {}, before); else name();
  write(put(why, "span", lang ? { lang } : {}), said, words, most);
  if (kind < 2) (why.append(behind), name());
}

// A text of the language on both sides of the place that is filled; one without a place stands before it.
const around = text => text.includes("{}") ? text.split("{}") : [text + " "];
const plurals = new Intl.PluralRules(document.documentElement.lang);

function told(count, { words, isPartial }) {
  const { strings } = index, slips = words.flatMap(({ isSlip, terms }) => isSlip ? [...terms.keys()] : []);
  if (!count) return strings.nothing;
  const number = count + (words.every(({ isCut }) => isCut) ? "+" : "");
  const results = strings["results_" + plurals.select(count)] ?? strings.results;
  return [around(results).join(number), isPartial && strings.partial,
    slips.length && strings.instead + " " + slips.join(", ")].filter(Boolean).join(" · ");
}

// What a file gives to take: it calls that as it runs, right before its load event. One that failed may be there the next
// time.
const load = (files, name, src) => files[name] ??= new Promise((done, fail) => {
  const script = put(document.head, "script", { src });
  script.onload = script.onerror = () => {
    script.remove();
    if (taken) done(taken); else fail(delete files[name]);
    taken = null;
  };
});

const script = name => load(scripts, name, new URL(name + ".js", src));

// What is found, unless something else was asked for meanwhile.
async function find(query, few) {
  const mine = ++serial;
  await script("finder");
  const found = await remitSearch.search(query, few, () => mine === serial);
  if (!found || mine !== serial) return;
  index = found.index;
  return found;
}

// `/` leads to the box, unless the reader has turned that off: https://www.w3.org/TR/WCAG21/#character-key-shortcuts
function hasShortcut() {
  try { return localStorage.getItem("remit-slash") !== "off" } catch { return true }
}

document.addEventListener("keydown", event => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || !hasShortcut()) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  event.preventDefault();
  box.focus();
  box.select();
});

// The box in the header: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
function offer() {
  let chosen = -1;
  const choose = (number, isOpen) => {
    chosen = number;
    list.hidden = !isOpen;
    set(box, { "aria-expanded": isOpen, "aria-activedescendant": number < 0 ? "" : "search-" + number });
    [...list.children].forEach((option, i) => set(option, { "aria-selected": i === number }));
    list.children[number]?.scrollIntoView({ block: "nearest" });
  };
  const close = () => {
    serial++;
    choose(-1, false);
  };
  const option = attributes =>
    put(list, "a", { role: "option", id: "search-" + list.children.length, tabindex: -1, ...attributes });
  const typed = async event => {
    if (event.isComposing) return;
    // Nothing that answers an earlier question can be chosen.
    choose(-1, !list.hidden);
    const found = await find(box.value, SUGGESTED).catch(close);
    if (!found) return;
    list.textContent = "";
    for (const result of found.results.slice(0, SUGGESTED)) {
      const line = option();
      show(line, line, result, found.words, 110);
    }
    const { all, nothing, names } = index.strings, count = found.results.length, isAsked = found.words.length > 0;
    if (isAsked && (!count || count > SUGGESTED))
      option({ class: "all", href: box.form.action + "?q=" + encodeURIComponent(box.value) })
        .append(count ? `${all} (${count})` : `${nothing} · ${names}`);
    status.textContent = isAsked ? told(count, found) : "";
    choose(-1, isAsked);
  };
  set(box, { role: "combobox", "aria-autocomplete": "list" });
  close();
  box.addEventListener("focus", () => {
    put(box.form, "link", { rel: "stylesheet", href: new URL("search.css", src) });
    script("finder").then(() => remitSearch.open("index")).catch(() => {});
  }, { once: true });
  box.oninput = typed;
  box.addEventListener("compositionend", typed);
  box.onkeydown = event => {
    const stops = list.children.length + 1, step = { ArrowDown: 2, ArrowUp: stops }[event.key];
    if (stops < 2 || event.isComposing || event.keyCode === 229) return;
    if (step) choose((chosen + step) % stops - 1, true);
    else if (event.key === "Escape" && !list.hidden) close();
    else if (event.key === "Enter" && chosen >= 0) list.children[chosen].click();
    else return;
    event.preventDefault();
  };
  box.onblur = list.onclick = close;
  // A click keeps the focus.
  list.onmousedown = event => event.preventDefault();
}
const take = (...content) => taken = content;
window.remitSearch = { HOME, take, load, script, put, show, told, find, kindOf, hasShortcut };
// By what no heading can be called.
if (!box.closest(".ask")) offer();
}
