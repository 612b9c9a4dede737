// What a reader sees of a page. It is put before each question that the checks ask of it.

const clipped = new Map();

// Text for screen readers alone is squeezed into a pixel, or put off the page.
function isClipped(element) {
  if (!element || element === document.documentElement) return false;
  if (!clipped.has(element)) {
    const box = element.getBoundingClientRect(), style = getComputedStyle(element);
    const small = (box.width <= 1 || box.height <= 1) && style.overflow !== "visible";
    const off = box.right + scrollX <= 0 || box.bottom + scrollY <= 0;
    clipped.set(element, (small || (off && box.width > 0)) || isClipped(element.parentElement));
  }
  return clipped.get(element);
}

const isVisible = element =>
  element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !isClipped(element);

// The visible text nodes below a node, in the order of the page.
function visibleTexts(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT), texts = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node.data.trim() && !node.parentElement.closest("script, style, noscript") && isVisible(node.parentElement))
      texts.push(node);
  return texts;
}

// A word of Latin script, a number, or one Han character.
const WORD = /\p{Script=Han}|[[\p{L}\p{N}]--\p{Script=Han}]+(?:[’'.,–\-][[\p{L}\p{N}]--\p{Script=Han}]+)*/gv;
const words = text => (text.match(WORD) ?? []).length;

const short = text => text.replace(/\s+/g, " ").trim().slice(0, 60);

// An element in words that help to find it.
const named = element =>
  [element.tagName.toLowerCase() + (element.id ? "#" + element.id : ""), ...element.classList].join(".")
  + ` “${short(element.textContent)}”`;
