// The page of results: search.js shows one, finder.js finds. What is asked is in the page's address, behind # where a
// file may have no other.
"use strict";
{
const { put, show, told, find, kindOf, hasShortcut } = remitSearch, PAGE = 20, FEW = 2000;
const [box, list, status, results, filters, more, names, slash] =
  ["box", "list", "status", "results", "filters", "more", "names", "slash"].map(id => document.getElementById("search-" + id));
let asked, groups, serial = 0;

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
  const mine = ++serial;
  asked = address();
  const query = asked.get("q") || "";
  if (box.value !== query) box.value = query;
  try {
    const found = await find(query, PAGE);
    if (!found || mine !== serial) return;
    const { index } = found, isFew = index.documents < FEW;
    // After a new build each has other things.
    if (groups?.index !== index) groups = makeGroups(index);
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
  const kept = narrowed(found.results), shown = kept.slice(0, count), mine = serial;
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

// The year of each document, of runs of one year.
function datesOf({ years }) {
  const dates = [];
  remitSearch.numbers(years).forEach((year, i, all) => {
    if (i % 2) dates.push(...new Array(all[i - 1]).fill(year));
  });
  return dates;
}

// Values of fields are loaded when asked for, or at once in a small site.
function makeGroups(index) {
  const { strings, kinds, facets } = index, dates = datesOf(index), order = kinds.map(([, many]) => many);
  for (const { details } of groups || []) details.remove();
  const group = (name, label, compare, of, file) => {
    const details = put(filters, "details", of || asked.has(name) ? { open: "" } : {});
    put(details, "summary", {}, label);
    const fieldset = put(details, "fieldset");
    const made = { name, label, compare, details, fieldset, of: of || (() => []), isFilled: of };
    made.fill = async () => {
      if (made.isFilled) return;
      const known = new Map(), { open, numbers } = remitSearch;
      for (const [value, steps] of (await open("f" + file))[0]) {
        let doc = 0;
        for (const step of numbers(steps)) known.set(doc += step, (known.get(doc) || []).concat(value));
      }
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
    ...facets.map(([label, file]) => group(label, label, ([a, n], [b, m]) => m - n || (a < b ? -1 : 1), null, file)),
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

// A reader who speaks to the computer, or leans on the keyboard, may want no shortcut of one character.
slash.style.visibility = "visible";
const [key] = slash.getElementsByTagName("input");
key.checked = hasShortcut();
key.onchange = () => {
  try { localStorage.setItem("remit-slash", key.checked ? "on" : "off") } catch {}
};
}
