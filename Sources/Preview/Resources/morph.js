// One document becomes another: only what differs is touched, so that scroll, focus, selection, what was typed
// and what was opened stay.

const morph = (live, next) => {
  if (live.isEqualNode(next)) return
  if (live.nodeType !== Node.ELEMENT_NODE) return morphText(live, next.data)
  // What a reader looks for is the script's, and so is the choice of light or dark.
  if (live.getAttribute('role') === 'search' || live.hasAttribute('data-remit-theme')) return
  const names = new Set([...live.getAttributeNames(), ...next.getAttributeNames()])
  if (live.localName === 'html') names.delete('style')
  // What a reader has opened stays open.
  if (live.localName === 'details') names.delete('open')
  for (const name of names) {
    const value = next.getAttribute(name)
    if (unmarked(live.getAttribute(name)) === unmarked(value)) continue
    if (value === null) live.removeAttribute(name)
    else live.setAttribute(name, value)
  }
  morphChildren(live, [...next.childNodes])
}

const unmarked = (value) => value?.replace(/[?&]remit=[^&#]*/, '')

/** Replaces only what is between the same start and end, so that a selection of other text stays. */
const morphText = (live, text) => {
  const old = live.data
  let start = 0
  while (start < old.length && old[start] === text[start]) start++
  let end = 0
  while (end < Math.min(old.length, text.length) - start && old.at(-1 - end) === text.at(-1 - end)) end++
  live.replaceData(start, old.length - start - end, text.slice(start, text.length - end))
}

const morphChildren = (parent, next) => {
  const found = findAgain([...parent.childNodes], next)
  const ends = found.map(() => null)
  for (let index = found.length - 2; index >= 0; index--) ends[index] = found[index + 1] ?? ends[index + 1]
  let at = parent.firstChild
  next.forEach((node, index) => {
    const old = found[index] ?? firstAlike(node, at, ends[index])
    if (!old) return void parent.insertBefore(document.importNode(node, true), at)
    while (at !== old) at = removed(at)
    at = old.nextSibling
    morph(old, node)
  })
  while (at) at = removed(at)
}

const firstAlike = (node, from, end) => {
  for (let old = from; old !== end; old = old.nextSibling) {
    if (old.nodeName === node.nodeName && (old.id ?? '') === (node.id ?? '')) return old
  }
}

const removed = (node) => {
  const next = node.nextSibling
  node.remove()
  return next
}

/** For each new node the old one that it is, in the same order; those that only look alike are left out. */
const findAgain = (old, next) => {
  const found = next.map(() => null)
  let [start, oldEnd, nextEnd] = [0, old.length, next.length]
  while (start < Math.min(oldEnd, nextEnd) && old[start].isEqualNode(next[start])) found[start] = old[start++]
  while (Math.min(oldEnd, nextEnd) > start && old[oldEnd - 1].isEqualNode(next[nextEnd - 1])) {
    found[--nextEnd] = old[--oldEnd]
  }
  const places = new Map()
  for (let index = start; index < oldEnd; index++) {
    const name = identity(old[index])
    if (places.has(name)) places.get(name).push(index)
    else places.set(name, [index])
  }
  for (let free = start, index = start; index < nextEnd; index++) {
    const candidates = places.get(identity(next[index])) ?? []
    while (candidates[0] < free) candidates.shift()
    if (!candidates.length) continue
    free = candidates[0] + 1
    found[index] = old[candidates[0]]
  }
  return found
}

const identity = (node) => {
  if (node.nodeType !== Node.ELEMENT_NODE) return `${node.nodeName} ${node.data}`
  if (node.id) return `${node.localName}#${node.id}`
  const summary = node.localName === 'details' && node.querySelector('summary')
  return summary ? `details ${summary.textContent}` : node.outerHTML
}
