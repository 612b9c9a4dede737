// The search as readers see it: the list below the box in the header, and the page of results. finder.js finds, and is
// loaded on first use. What the index says becomes text nodes, never markup.
"use strict";
{
const BASE = new URL("..", document.currentScript.src).href, SUGGESTED = 8, PAGE = 20, FEW = 2000;
const [box, list, status, results, filters, more, names] =
  ["box", "list", "status", "results", "filters", "more", "names"].map(id => document.getElementById("search-" + id));
let ready, index, serial = 0;

// ---- Texts

// Han says its language, unless what it stands in has.
function put(parent, name, attributes = {}, text = "") {
  const element = document.createElement(name);
  set(element, attributes);
  parent.append(element);
  String(text).split(/(\p{sc=Han}+)/u).forEach((part, i) => {
    if (i % 2 && index.han && !element.closest("[lang^=zh], [lang^=ja], [lang^=ko]"))
      put(element, "span", { lang: index.han }).append(part);
    else if (part) element.append(part);
  });
  return element;
}

const set = (element, attributes) => Object.entries(attributes).forEach(pair => element.setAttribute(...pair));

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

const kindOf = doc => index.kinds.filter(([, , first]) => first <= doc).pop();

// A result: what it is, and the passage found; of one found by its title, the beginning of its text.
function show(parent, link, { doc, text: [title, href, about, isDisputed, passages], shown }, words, most) {
  const { strings } = index, passage = shown[0] ? shown : passages.find(([kind]) => kind === 3);
  set(link, { href: BASE + (shown[1] ? href.replace(/#.*|$/, "#" + shown[1]) : href) });
  write(link === parent ? put(parent, "b") : link, title, words);
  const line = put(parent, "span", { class: "what" }, [kindOf(doc)[0], about].filter(Boolean).join(" · "));
  if (isDisputed) put(line, "span", { class: "state open" }, strings.disputed);
  if (!passage) return;
  const [kind, , label, said, lang] = passage;
  const why = put(parent, "span", { class: shown[0] ? "why" : "why begins" });
  const name = () => label && put(why, "span", { class: "label" }, label);
  if (kind < 2) put(why, "span", {}, strings.also + " "); else name();
  write(put(why, "span", lang ? { lang } : {}), said, words, most);
  if (kind < 2) name();
}

function told(count, { words, isPartial }) {
  const { strings } = index, slips = words.filter(({ isSlip }) => isSlip).flatMap(({ terms }) => [...terms.keys()]);
  if (!count) return strings.nothing;
  const number = count + (words.every(({ isCut }) => isCut) ? "+ " : " ");
  const said = [number + (count === 1 ? strings.result : strings.results)];
  if (isPartial) said.push(strings.partial);
  if (slips.length) said.push(strings.instead + " " + slips.join(", "));
  return said.join(" · ");
}

// ---- Both

const finder = () => ready = ready || new Promise((done, fail) => {
  const script = put(document.head, "script", { src: BASE + "assets/finder.js" });
  script.onload = script.onerror = ({ type }) => {
    script.remove();
    if (type === "load") done(remitSearch); else fail(ready = null);
  };
});

// What is found, unless something else was asked for meanwhile.
async function find(query, few) {
  const mine = ++serial, { search } = await finder(), found = await search(query, few, () => mine === serial);
  if (!found || mine !== serial) return;
  index = found.index;
  return found;
}

document.addEventListener("keydown", event => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  event.preventDefault();
  box.focus();
  box.select();
});

// ---- The box in the header: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/

function offer() {
  let chosen = -1;
  const choose = (number, isOpen) => {
    chosen = number;
    list.hidden = !isOpen;
    set(box, { "aria-expanded": isOpen, "aria-activedescendant": number < 0 ? "" : "search-" + number });
    [...list.children].forEach((option, i) => set(option, { "aria-selected": i === number }));
    if (number >= 0) list.children[number].scrollIntoView({ block: "nearest" });
  };
  const typed = async event => {
    if (event.isComposing) return;
    // Nothing that answers an earlier question can be chosen.
    choose(-1, !list.hidden);
    const found = await find(box.value, SUGGESTED).catch(close);
    if (!found) return;
    list.textContent = "";
    found.results.slice(0, SUGGESTED).forEach((result, i) => {
      const option = put(list, "a", { role: "option", id: "search-" + i, tabindex: -1 });
      show(option, option, result, found.words, 110);
    });
    const { all, nothing, names } = index.strings, count = found.results.length, isAsked = found.words.length > 0;
    if (isAsked && (!count || count > SUGGESTED)) put(list, "a", {
      role: "option", id: "search-" + list.children.length, tabindex: -1, class: "all",
      href: box.form.action + "?q=" + encodeURIComponent(box.value),
    }, count ? `${all} (${count})` : `${nothing} · ${names}`);
    status.textContent = isAsked ? told(count, found) : "";
    choose(-1, isAsked);
  };
  const close = () => {
    serial++;
    choose(-1, false);
  };
  set(box, { role: "combobox", "aria-autocomplete": "list" });
  close();
  box.addEventListener("focus", () => {
    put(box.form, "link", { rel: "stylesheet", href: BASE + "assets/search.css" });
    finder().then(({ open }) => open()).catch(() => {});
  }, { once: true });
  box.oninput = typed;
  box.addEventListener("compositionend", () => typed({}));
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

// ---- The page of results. What is asked is in its address, behind # where a file may have no other.

function answer() {
  let asked, groups;
  const address = () => new URLSearchParams(/^#q=/.test(location.hash) ? location.hash.slice(1) : location.search);

  function ask(how) {
    const next = new URLSearchParams({ q: box.value });
    for (const { name, value } of filters.querySelectorAll(":checked")) next.append(name, value);
    try {
      history[how](null, "", "?" + next);
    } catch {
      if (how === "pushState") location.hash = next; else location.replace("#" + next);
    }
    run();
  }

  async function run() {
    let mine = serial + 1;
    asked = address();
    const query = asked.get("q") || "";
    if (box.value !== query) box.value = query;
    try {
      const found = await find(query, PAGE);
      if (!found) return;
      if (!groups || groups.index !== index) groups = makeGroups();
      const isFew = index.documents < FEW;
      await Promise.all(groups.map(group => (isFew || group.details.open || asked.has(group.name)) && group.fill()));
      if (mine === serial) await draw(found, PAGE);
    } catch {
      if (mine !== serial) return;
      status.textContent = status.dataset.failed;
      results.hidden = true;
      names.hidden = false;
      names.className = "";
    }
  }

  async function draw(found, count) {
    const kept = narrowed(found.results), shown = kept.slice(0, count), from = list.children.length;
    const mine = serial;
    await remitSearch.read(shown, found.phrase);
    if (mine !== serial) return;
    list.textContent = "";
    for (const result of shown) {
      const item = put(list, "li");
      show(item, put(put(item, "h2"), "a"), result, found.words, 260);
    }
    results.hidden = !found.results.length;
    names.hidden = kept.length > 0;
    names.className = "";
    status.textContent = found.words.length ? told(kept.length, found) : "";
    more.hidden = kept.length <= count;
    more.onclick = async () => {
      await draw(found, count + PAGE);
      list.children[count].querySelector("a").focus();
    };
  }

  // Those with a chosen value of each group; and of each value how many there would be with it.
  function narrowed(all) {
    groups.forEach(group => group.counts = new Map(asked.getAll(group.name).map(value => [value, 0])));
    const kept = all.filter(({ doc }) => {
      const values = groups.map(group => group.of(doc));
      const missed = groups.filter(({ name }, i) =>
        asked.has(name) && !values[i].some(value => asked.getAll(name).includes(value)));
      groups.forEach(({ counts }, i) => {
        if (!missed.length || missed.length === 1 && missed[0] === groups[i])
          values[i].forEach(value => counts.set(value, (counts.get(value) || 0) + 1));
      });
      return !missed.length;
    });
    groups.forEach(drawGroup);
    return kept;
  }

  function drawGroup({ name, label, details, fieldset, counts, compare, isFilled }) {
    const { name: group, value: at } = document.activeElement;
    details.hidden = isFilled && !counts.size;
    fieldset.textContent = "";
    put(fieldset, "legend", { class: "sr" }, label);
    for (const [value, count] of [...counts].sort(compare)) {
      const line = put(fieldset, "label"), input = put(line, "input", { type: "checkbox", name, value });
      input.checked = asked.getAll(name).includes(value);
      put(line, "span", {}, value);
      put(line, "span", { class: "n" }, count);
      if (group === name && at === value) input.focus();
    }
  }

  // Values of fields are loaded when asked for, or at once in a small site.
  function makeGroups() {
    const { strings, kinds, dates, facets } = index, order = kinds.map(([, many]) => many);
    for (const { details } of groups || []) details.remove();
    const group = (name, label, compare, of, number) => {
      const details = put(filters, "details", of || asked.has(name) ? { open: "" } : {});
      put(details, "summary", {}, label);
      const fieldset = put(details, "fieldset");
      const made = { name, label, compare, details, fieldset, of: of || (() => []), isFilled: of };
      made.fill = async () => {
        if (made.isFilled) return;
        const known = new Map();
        for (const [value, docs] of await remitSearch.facetOf(number))
          docs.forEach(doc => known.set(doc, (known.get(doc) || []).concat(value)));
        made.of = doc => known.get(doc) || [];
        made.isFilled = true;
      };
      details.ontoggle = () => made.isFilled || run();
      return made;
    };
    return Object.assign([
      group("kind", strings.kind, ([a], [b]) => order.indexOf(a) - order.indexOf(b), doc => [kindOf(doc)[1]]),
      group("year", strings.year, ([a], [b]) => (parseInt(b) || 0) - (parseInt(a) || 0),
        doc => [String(dates[doc] || strings.undated)]),
      ...facets.map(([label], i) => group(label, label, ([a, n], [b, m]) => m - n || (a < b ? -1 : 1), null, i)),
    ], { index });
  }

  filters.open = matchMedia("(min-width: 60rem)").matches;
  filters.onchange = () => ask("pushState");
  box.oninput = event => event.isComposing || ask("replaceState");
  box.addEventListener("compositionend", box.oninput);
  box.form.onsubmit = event => {
    event.preventDefault();
    ask("pushState");
  };
  // Another place on the page is no question.
  addEventListener("popstate", () => /^#(?!q=)./.test(location.hash) || String(address()) === String(asked) || run());
  run();
}

// By what no heading can be called.
if (box.closest(".ask")) answer(); else offer();
}
