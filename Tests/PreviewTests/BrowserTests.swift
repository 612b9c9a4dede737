import Diagnostics
import Foundation
import Preview
import TestBrowser
import Testing

/// What people see, in a real browser.
@Suite(.serialized, .enabled(if: Browser.program != nil)) struct BrowserTests {
  private static let broken = PreviewProblem(
    severity: .error, id: "unknown-reference", message: "no agency 'sasaac'; did you mean 'sasac'?",
    path: "content/measures/guiding-opinions-2021/3.md", line: 14, column: 9,
    excerpt: "  14 |   - to: sasaac\n     |         ^^^^^^\n", help: "write 'sasac'",
    notes: ["'sasac' is declared in content/agencies/sasac.md:2"],
    link: "vscode://file/kb/content/measures/guiding-opinions-2021/3.md:14:9")
  private static let doubtful = PreviewProblem(
    severity: .warning, id: "unused-source", message: "no claim names the source '<b>x</b>'", path: "a.md")

  /// A server and a browser while `body` runs.
  private func withBoth(
    _ pages: MemoryPages, arguments: [String] = [], _ body: (PreviewServer, Browser) async throws -> Void
  ) async throws {
    try await PreviewServer.with(pages) { server in
      try await Browser.with(arguments: arguments) { browser in try await body(server, browser) }
    }
  }

  private func state(_ version: String, assets: String = "1", _ problems: PreviewProblem...) -> PreviewState {
    PreviewState(
      version: version, assets: assets, isStale: problems.contains { $0.severity == .error },
      problems: problems)
  }

  @Test func anEditIsSeenWhileScrollFocusAndWhatIsOpenStay() async throws {
    let long = String(repeating: "<p>filler</p>\n", count: 200)
    func page(_ word: String, _ more: String = "") -> ServedPage {
      .html(
        "<h1>\(word)</h1>\(more)<details><summary>More</summary>\(word)</details>"
          + "<input id=\"name\"><p id=\"kept\">one two three</p>\(long)<p id=\"end\">\(word)</p>")
    }
    let pages = MemoryPages(["/": page("before")])
    try await withBoth(pages) { server, browser in
      let tab = try await browser.openTab()
      try await tab.navigate(to: server.url + "#here")
      try await tab.run(
        """
        document.querySelector('details').open = true
        const field = document.querySelector('#name')
        field.focus({ preventScroll: true })
        field.value = 'typed'
        field.setSelectionRange(1, 3)
        scrollTo(0, 1500)
        window.field = field
        window.entries = history.length
        """)
      pages.set("/", page("after", "<details><summary>New</summary>new</details>"))
      server.announce(state("2"))
      try await tab.wait(until: "document.querySelector('#end').textContent === 'after'")
      let kept = try await tab.evaluate(
        """
        [document.querySelector('h1').textContent, document.querySelectorAll('details')[0].open,
         document.querySelectorAll('details')[1].open, document.activeElement === window.field,
         field.value, field.selectionStart, field.selectionEnd, scrollY > 1400, location.hash,
         history.length === window.entries].join()
        """, as: String.self)
      #expect(kept == "after,false,true,true,typed,1,3,true,#here,true")

      try await tab.run("getSelection().setBaseAndExtent(kept.firstChild, 4, kept.firstChild, 7)")
      pages.set("/", page("again"))
      server.announce(state("3"))
      try await tab.wait(until: "document.querySelector('#end').textContent === 'again'")
      #expect(try await tab.evaluate("getSelection().toString()") == "two")
      #expect(try await tab.evaluate("document.querySelectorAll('details').length") == 1)
      #expect(try await tab.evaluate("document.querySelector('details').open"))
    }
  }

  @Test func aPageThatDidNotChangeIsNotTouched() async throws {
    let pages = MemoryPages(["/same": .html("<p>same</p>"), "/other": .html("<p>one</p>")])
    try await withBoth(pages) { server, browser in
      let (same, other) = (try await browser.openTab(), try await browser.openTab())
      var asked = pages.asked.filter { $0 == "/same" }.makeAsyncIterator()
      try await same.navigate(to: server.url + "same")
      // By the browser, and by the page when it is told the first state.
      for _ in 0..<2 { _ = await asked.next() }
      try await other.navigate(to: server.url + "other")
      try await same.run(
        """
        window.mutations = 0
        new MutationObserver((list) => { window.mutations += list.length })
          .observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
        """)
      pages.set("/other", .html("<p>two</p>"))
      // A page asks again only when it has done with the answer before.
      for version in ["2", "3"] {
        server.announce(state(version))
        _ = await asked.next()
      }
      try await other.wait(until: "document.querySelector('p').textContent === 'two'")
      #expect(try await same.evaluate("window.mutations") == 0)
    }
  }

  @Test func whatCannotBeChangedInPlaceIsLoadedAnew() async throws {
    let pages = MemoryPages([
      "/": .html("<p>one</p><script>window.ran = document.querySelector('p').textContent</script>")
    ])
    try await withBoth(pages) { server, browser in
      let tab = try await browser.openTab()
      try await tab.navigate(to: server.url)
      // Its own scripts run again.
      pages.set("/", .html("<p>two</p><script>window.ran = document.querySelector('p').textContent</script>"))
      server.announce(state("2"))
      try await tab.wait(until: "window.ran === 'two'")
      // It is gone, and comes back.
      var missing = ServedPage.html("<p>no such page</p>")
      missing.status = 404
      pages.set("/", missing)
      server.announce(state("3"))
      try await tab.wait(until: "document.querySelector('p').textContent === 'no such page'")
      pages.set("/", .html("<p>three</p>"))
      server.announce(state("4"))
      try await tab.wait(until: "document.querySelector('p').textContent === 'three'")
      // It is no page any more.
      pages.set("/", .text("plain"))
      server.announce(state("5"))
      try await tab.wait(until: "document.body.textContent === 'plain'")
    }
  }

  @Test func anErrorIsShownOverThePageUntilItIsMended() async throws {
    let pages = MemoryPages([
      "/": .html(
        "<style>html > :not(body) { display: none !important } * { font: 9px serif !important }</style><p>page</p>"
      )
    ])
    try await withBoth(pages) { server, browser in
      let tab = try await browser.openTab()
      try await tab.navigate(to: server.url)
      try await tab.run("window.root = () => document.querySelector('remit-preview')?.shadowRoot")
      server.announce(state("1", Self.doubtful, Self.broken))
      try await tab.wait(until: "root()?.querySelector('#panel').checkVisibility()")
      let link = "root().querySelector('article.error a')"
      #expect(try await tab.evaluate("\(link).href") == Self.broken.link)
      #expect(
        try await tab.evaluate("\(link).textContent") == "content/measures/guiding-opinions-2021/3.md:14:9")
      let text: String = try await tab.evaluate("root().querySelector('#panel').textContent")
      for part in [
        "1 error, 1 warning", "last state without errors", Self.broken.message, Self.broken.id,
        "- to: sasaac",
        "help: write 'sasac'",
        "note: 'sasac' is", "no claim names the source '<b>x</b>'",
      ] { #expect(text.contains(part), "\(part)") }
      // Errors first; warnings wait behind their number.
      #expect(try await tab.evaluate("root().querySelector('article').className") == "error")
      #expect(try await tab.evaluate("root().querySelector('details').open") == false)
      #expect(try await tab.evaluate("document.activeElement === document.body"))

      try await tab.press("Escape")
      try await tab.wait(until: "!root().querySelector('#panel').checkVisibility()")
      // Closed by hand, it does not come back with the next save that mends nothing.
      server.announce(state("2", Self.broken))
      try await tab.wait(until: "root().querySelector('#badge').textContent === '1 error'")
      #expect(try await tab.evaluate("root().querySelector('#panel').checkVisibility()") == false)
      try await tab.run("root().querySelector('#badge').click()")
      #expect(try await tab.evaluate("root().querySelector('#panel').checkVisibility()"))

      server.announce(state("3", Self.doubtful))
      try await tab.wait(until: "root().querySelector('#badge').textContent === '1 warning'")
      #expect(try await tab.evaluate("root().querySelector('#panel').checkVisibility()") == false)
      server.announce(state("4"))
      try await tab.wait(until: "!root().querySelector('#badge').checkVisibility()")
    }
  }

  /// On a port that the system gives nobody meanwhile.
  private func startOnLowPort(_ pages: MemoryPages) async throws -> PreviewServer {
    for port in 21_000..<21_100 {
      do {
        return try await PreviewServer.start(port: port, pages: pages, state: state("1"))
      } catch PreviewError.portInUse { continue }
    }
    throw Browser.Failure(description: "no free port")
  }

  @Test func eightTabsAllFollowAndCatchUpAfterARestart() async throws {
    let pages = MemoryPages(["/": .html("<p>one</p>")])
    let server = try await startOnLowPort(pages)
    try await Browser.with { browser in
      var tabs: [Tab] = []
      for _ in 0..<8 {
        let tab = try await browser.openTab()
        try await tab.navigate(to: server.url)
        tabs.append(tab)
      }
      pages.set("/", .html("<p>two</p>"))
      server.announce(state("2"))
      for tab in tabs { try await tab.wait(until: "document.querySelector('p').textContent === 'two'") }
      await server.stop()
      let lost =
        "document.querySelector('remit-preview')?.shadowRoot.querySelector('#lost').checkVisibility()"
      for tab in tabs { try await tab.wait(until: lost) }
      pages.set("/", .html("<p>three</p>"))
      let next = try await PreviewServer.start(port: server.port, pages: pages, state: state("2"))
      for tab in tabs {
        try await tab.wait(until: "document.querySelector('p').textContent === 'three'")
        try await tab.wait(until: "!\(lost)")
      }
      await next.stop()
    }
  }

  @Test func aStyleSheetChangesWithoutThePage() async throws {
    func sheet(_ colour: String) -> ServedPage {
      ServedPage(contentType: "text/css", body: Array("p { color: \(colour) }".utf8))
    }
    func page(_ word: String) -> ServedPage {
      .html("<p>\(word)</p><img src=\"/dot.svg\">", head: "<link rel=\"stylesheet\" href=\"/style.css\">")
    }
    let dot = ServedPage(
      contentType: "image/svg+xml",
      body: Array("<svg xmlns='http://www.w3.org/2000/svg' width='7' height='7'/>".utf8))
    let pages = MemoryPages(["/": page("one"), "/style.css": sheet("rgb(1, 2, 3)"), "/dot.svg": dot])
    try await withBoth(pages) { server, browser in
      let tab = try await browser.openTab()
      try await tab.navigate(to: server.url)
      try await tab.wait(
        until: "performance.getEntriesByType('resource').some((e) => e.name === location.href)")
      try await tab.run("window.paragraph = document.querySelector('p')")
      pages.set("/style.css", sheet("rgb(4, 5, 6)"))
      pages.set(
        "/dot.svg",
        ServedPage(
          contentType: "image/svg+xml",
          body: Array("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>".utf8)))
      server.announce(state("1", assets: "2"))
      try await tab.wait(until: "getComputedStyle(paragraph).color === 'rgb(4, 5, 6)'")
      try await tab.wait(until: "document.querySelectorAll('link').length === 1")
      try await tab.wait(until: "document.images[0].naturalWidth === 9")
      // The page itself changes afterwards, and keeps the new sheet.
      pages.set("/", page("two"))
      server.announce(state("2", assets: "2"))
      try await tab.wait(until: "document.querySelector('p').textContent === 'two'")
      #expect(try await tab.evaluate("document.querySelector('p') === paragraph"))
      #expect(try await tab.evaluate("getComputedStyle(paragraph).color") == "rgb(4, 5, 6)")
    }
  }

  @Test func aPageFromElsewhereGetsNothing() async throws {
    let pages = MemoryPages([
      "/": .html("<p>secret</p>"),
      "/data.json": ServedPage(contentType: "application/json", body: Array("[1]".utf8)),
      "/script.js": ServedPage(contentType: "text/javascript", body: Array("window.leaked = true".utf8)),
      "/dot.svg": ServedPage(
        contentType: "image/svg+xml",
        body: Array("<svg xmlns='http://www.w3.org/2000/svg' width='7' height='7'/>".utf8)),
    ])
    let rule = "--host-resolver-rules=MAP evil.example 127.0.0.1"
    try await withBoth(pages, arguments: [rule]) { server, browser in
      // The name leads here, so for the browser it is one origin with us: only the name gives it away.
      let rebound = try await browser.openTab()
      try await rebound.navigate(to: "http://evil.example:\(server.port)/")
      let text: String = try await rebound.evaluate("document.body.textContent")
      #expect(text.hasPrefix("this preview answers only as"))
      for path in ["/", "/data.json", "/.remit/reload.js", "/.remit/events"] {
        #expect(try await rebound.evaluate("fetch('\(path)').then((r) => r.status)") == 403)
      }

      // Another server's page, which the browser lets ask.
      let elsewhere = MemoryPages(["/": .text("elsewhere")])
      try await PreviewServer.with(elsewhere) { other in
        let tab = try await browser.openTab()
        try await tab.navigate(to: other.url)
        let target = server.url
        for path in ["", "data.json", ".remit/reload.js", ".remit/events"] {
          let read = "fetch('\(target)\(path)').then((r) => r.text(), () => 'nothing')"
          #expect(try await tab.evaluate(read) == "nothing")
          let blind =
            "fetch('\(target)\(path)', { mode: 'no-cors' }).then(() => 'something', () => 'nothing')"
          #expect(try await tab.evaluate(blind) == "nothing")
        }
        let events =
          "new Promise((done) => { const s = new EventSource('\(target).remit/events');"
          + " s.onerror = () => done('nothing'); s.onopen = () => done('something') })"
        #expect(try await tab.evaluate(events) == "nothing")
        for (name, path) in [("script", "script.js"), ("script", ".remit/reload.js"), ("img", "dot.svg")] {
          let load =
            "new Promise((done) => { const e = document.createElement('\(name)'); e.src = '\(target)\(path)';"
            + " e.onload = () => done('something'); e.onerror = () => done('nothing'); document.body.append(e) })"
          #expect(try await tab.evaluate(load) == "nothing")
        }
        #expect(try await tab.evaluate("window.leaked === undefined"))
      }
    }
  }
}
