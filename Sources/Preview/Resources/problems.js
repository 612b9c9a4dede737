// What is wrong in the site's source: a list at the bottom of the page, or a badge in its corner. It stands in a
// shadow root, where the site's styles don't reach, and is only ever filled in as text.

const element = (name, properties, ...children) => {
  const made = Object.assign(document.createElement(name), properties)
  made.append(...children.filter(Boolean))
  return made
}

let listed = '[]'
let lostTimer = null
let shell = null

/** What stands in the page; nothing does in one that has nothing to show. */
const getShell = () => {
  if (shell) return shell
  const panel = element('section', { id: 'panel', hidden: true })
  const badge = element('button', { id: 'badge', type: 'button', hidden: true, onclick: () => open(true) })
  const lost = element('p', {
    id: 'lost', hidden: true, role: 'status', textContent: 'Preview stopped · reconnecting …' })
  const host = element('remit-preview')
  const root = host.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(style)
  root.adoptedStyleSheets = [sheet]
  root.append(panel, element('div', { id: 'corner' }, lost, badge))
  document.documentElement.append(host)
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !panel.hidden && !event.defaultPrevented) close()
  })
  return shell = { root, panel, badge, lost }
}

const open = (isOpen) => {
  shell.panel.hidden = !isOpen
  shell.badge.hidden = isOpen || listed === '[]'
}

const close = () => {
  const hadFocus = shell.root.activeElement
  open(false)
  if (hadFocus) shell.badge.focus()
}

const showConnection = (isThere) => {
  if (!isThere) return void (lostTimer ??= setTimeout(() => { getShell().lost.hidden = false }, 1000))
  clearTimeout(lostTimer)
  lostTimer = null
  if (shell) shell.lost.hidden = true
}

const showProblems = (problems, isStale) => {
  if (JSON.stringify(problems) === listed) return
  const hadErrors = JSON.parse(listed).some(isError)
  listed = JSON.stringify(problems)
  const { panel, badge } = getShell()
  const errors = problems.filter(isError)
  const others = problems.filter((problem) => !isError(problem))
  const hasErrors = errors.length > 0
  const title = [count(errors.length, 'error'), count(others.length, 'warning')].filter(Boolean).join(', ')
  badge.textContent = title
  badge.className = panel.className = hasErrors ? 'error' : 'warning'
  panel.ariaLabel = title
  panel.replaceChildren(
    element('header', {},
      element('div', { role: 'status' },
        element('h2', { textContent: title }),
        isStale && element('p', { textContent: 'The page still shows the last state without errors.' })),
      element('button', {
        id: 'close', type: 'button', ariaLabel: 'Close', title: 'Close (Esc)', textContent: '×',
        onclick: close })),
    element('div', { id: 'list' },
      ...errors.map(entry),
      ...(hasErrors && others.length ? [folded(others)] : others.map(entry))))
  // Opens with the first error and closes with the last; what was closed by hand in between stays closed.
  open(hasErrors === hadErrors ? !panel.hidden && problems.length > 0 : hasErrors)
}

/** Whether a link leads out of the page, as the browser itself reads it; the server refuses the others too. */
const opensAProgram = (link) => {
  try {
    return !/^(javascript|data|vbscript|blob|about|filesystem):$/.test(new URL(link).protocol)
  } catch {
    return false
  }
}

const folded = (problems) => element('details', {},
  element('summary', { textContent: count(problems.length, 'warning') }), ...problems.map(entry))

const isError = ({ severity }) => severity === 'error'

const count = (number, word) => number && `${number} ${word}${number === 1 ? '' : 's'}`

const entry = ({ severity, id, message, path, line, column, excerpt, help, notes, link }) => {
  const isSafe = opensAProgram(link)
  const place = path && `${path}:${line}:${column}`
  return element('article', { className: severity },
    place && element(isSafe ? 'a' : 'span', {
      className: 'place', textContent: place, ...(isSafe && { href: link }) }),
    element('p', { className: 'message' },
      element('b', { textContent: severity }), ` ${message} `, element('code', { textContent: id })),
    excerpt && element('pre', { textContent: excerpt.replace(/\n$/, '') }),
    ...notes.map((note) => element('p', { className: 'more', textContent: `note: ${note}` })),
    help && element('p', { className: 'more', textContent: `help: ${help}` }))
}

const style = `
:host { all: initial !important; color-scheme: light dark !important }
:host, :host * { box-sizing: border-box }
[hidden] { display: none !important }
#panel, #corner { position: fixed; z-index: 2147483647; font: 15px/1.5 system-ui, sans-serif;
  color: var(--text); --text: #1d2126; --quiet: #59616b; --back: #fff; --soft: #f5f7f9; --line: #d5dbe1; --link: #1b4f8f;
  --error: #b3261e; --warning: #785000 }
#panel { inset: auto 0 0; max-height: min(60vh, 40rem); display: flex; flex-direction: column;
  background: var(--back); border-top: 3px solid var(--warning); box-shadow: 0 -4px 24px #0003 }
#panel.error { border-top-color: var(--error) }
header, #list { width: 100%; max-width: 80rem; margin: 0 auto }
header { display: flex; align-items: start; justify-content: space-between; gap: 1rem;
  padding: 12px 16px 8px }
h2, p, pre { margin: 0; font-size: 1em }
header p, .more { color: var(--quiet) }
button { font: inherit; color: inherit; background: var(--back); border: 1px solid var(--line);
  border-radius: 6px; padding: 4px 12px; cursor: pointer }
#close { font-size: 20px; line-height: 1; padding: 4px 10px }
#list { overflow: auto; overscroll-behavior: contain; padding: 0 16px 16px }
article { padding: 10px 0; border-top: 1px solid var(--line); overflow-wrap: anywhere }
a { color: var(--link) }
.place, code, pre { font: 13px/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace }
code { color: var(--quiet) }
b { color: var(--warning) }
article.error b { color: var(--error) }
pre { margin: 6px 0; padding: 6px 10px; overflow-x: auto; tab-size: 8; background: var(--soft);
  border-radius: 4px }
summary { padding: 10px 0; cursor: pointer; border-top: 1px solid var(--line) }
#corner { right: 12px; bottom: 12px; display: flex; flex-direction: column; align-items: end; gap: 8px }
#lost, #badge { padding: 4px 12px; border: 1px solid var(--line); border-radius: 6px; background: var(--back);
  box-shadow: 0 2px 8px #0003 }
#badge.error { color: var(--error) }
#badge.warning { color: var(--warning) }
:focus-visible { outline: 2px solid var(--link); outline-offset: 1px }
@media (prefers-color-scheme: dark) {
  #panel, #corner { --text: #e3e7eb; --quiet: #a1aab4; --back: #1c2024; --soft: #14171a; --line: #3a4148;
    --link: #8dbaf2; --error: #ff9d8f; --warning: #e9bf63 } }
@media print { :host { display: none !important } }`
