// Keeps an open page of the preview up to date, and shows what is wrong in the site's source.
//
// It runs twice: as a shared worker it holds the one connection to the server and tells all tabs (a browser
// opens six connections to a server, so not each tab can have its own); in a page it changes the document.

/** Calls `tell` with each state that the server announces, and with null when the server is gone. */
const connect = (tell) => {
  const source = new EventSource('/.remit/events')
  source.addEventListener('state', (event) => tell(JSON.parse(event.data)))
  source.onerror = () => {
    tell(null)
    // A browser comes back by itself, unless the server answered with something else.
    if (source.readyState === EventSource.CLOSED) setTimeout(connect, 1000, tell)
  }
}

/** The shared worker: tells all tabs. */
const serveTabs = () => {
  const tabs = new Set()
  let newest
  connect((state) => {
    newest = state
    for (const tab of tabs) tab.postMessage(state)
  })
  self.onconnect = ({ ports: [tab] }) => {
    tabs.add(tab)
    tab.onmessage = () => tabs.delete(tab)
    if (newest !== undefined) tab.postMessage(newest)
  }
}

/** A page: is told by the worker, or by the server where the browser has no shared workers. */
const follow = () => {
  if (typeof SharedWorker === 'undefined') return connect(tell)
  const { port } = new SharedWorker('/.remit/reload.js')
  port.onmessage = ({ data }) => tell(data)
  addEventListener('pagehide', () => port.postMessage('bye'), { once: true })
}

let wanted = null
let shown = null
let isBusy = false

const tell = async (state) => {
  showConnection(state !== null)
  // Whoever was away may have missed anything, so the page is asked for again.
  if (state === null) return void (shown &&= { assets: shown.assets })
  wanted = state
  showProblems(state.problems, state.stale)
  if (isBusy) return
  isBusy = true
  try {
    while (shown?.version !== wanted.version || shown.assets !== wanted.assets) {
      const next = wanted
      // What the search has loaded is of an earlier state.
      window.remitSearch?.forget?.()
      if (shown?.version !== next.version && !(await updatePage())) return
      if (shown && shown.assets !== next.assets) await updateAssets(next.assets)
      shown = next
    }
  } catch (error) {
    // The server went while it was asked; the next state asks again.
    console.info('preview:', error.message)
  } finally {
    isBusy = false
  }
}

/** Asks for this page, and changes the document where it is another one. False where the browser loads it anew. */
const updatePage = async () => {
  const tag = `"${document.querySelector('script[data-remit-preview]')?.dataset.page}"`
  const response = await fetch(location.href, { headers: { 'If-None-Match': tag }, cache: 'no-store' })
  if (response.status === 304 || response.headers.get('ETag') === tag) return true
  if (!response.redirected && response.headers.get('Content-Type')?.startsWith('text/html')) {
    const next = new DOMParser().parseFromString(await response.text(), 'text/html')
    if (!hasScripts(document) && !hasScripts(next)) {
      morph(document.documentElement, next.documentElement)
      return true
    }
  }
  location.reload()
  return false
}

/** The preview's own script, and those in the header, which change nothing else. */
const known = ['remitPreview', 'remitSearch', 'remitTheme']

/** A page's own scripts have changed the document, and expect to begin with a fresh one. What the known ones have changed
    stays. */
const hasScripts = (page) => [...page.scripts].some((script) =>
  !known.some((name) => name in script.dataset) && /^$|javascript|module/i.test(script.type))

/** Fetches style sheets and images again. An old sheet goes when the new one is there, so that nothing flashes. */
const updateAssets = (mark) => {
  const marked = (address) => {
    const url = new URL(address, document.baseURI)
    url.searchParams.set('remit', mark)
    return url.href
  }
  const isOwn = (address) => new URL(address, document.baseURI).origin === location.origin
  for (const image of document.images) if (image.src && isOwn(image.src)) image.src = marked(image.src)
  const sheets = [...document.querySelectorAll('link[rel~="stylesheet"][href]')].filter((link) => isOwn(link.href))
  return Promise.all(sheets.map((old) => new Promise((done) => {
    const fresh = old.cloneNode()
    fresh.href = marked(old.href)
    fresh.onload = fresh.onerror = () => done(old.remove())
    old.after(fresh)
  })))
}

if (typeof SharedWorkerGlobalScope === 'undefined') {
  follow()
  // Back from where the browser keeps pages that one has left.
  addEventListener('pageshow', ({ persisted }) => persisted && follow())
} else {
  serveTabs()
}
