import Foundation
import TestBrowser
import Testing

/// What a writer sees: the real binary, files on the disk, and a real browser.
@Suite(.serialized, .enabled(if: Browser.program != nil)) struct ServeBrowserTests {
  @Test func aSavedFileIsSeenMistakesLieOverThePageAndGoWhenMended() async throws {
    let folder = try TemporaryFolder.withStarter()
    let root = folder.url
    let preview = try RunningPreview(root: folder.path)
    try await Browser.with { browser in
      let (office, about) = (try await browser.openTab(), try await browser.openTab())
      try await office.navigate(to: preview.url + "agencies/environment-office.html")
      try await about.navigate(to: preview.url + "about.html")
      try await about.run("document.querySelector('h1').dataset.mark = 'kept'")

      let measure = "content/measures/clean-air-plan/1.md"
      try edit(root, measure, "title: Replace old heating boilers", "title: Replace all boilers")
      try await office.wait(until: "document.body.textContent.includes('Replace all boilers')")
      #expect(try await about.evaluate("document.querySelector('h1').dataset.mark") == "kept")

      try edit(root, measure, "environment-office", "environment-ofice")
      for tab in [office, about] {
        try await tab.wait(until: "\(Self.overlay).includes(\"did you mean 'environment-office'?\")")
        #expect(try await tab.evaluate("\(Self.overlay).includes('\(measure):')"))
      }
      #expect(try await office.evaluate("document.body.textContent.includes('Replace all boilers')"))

      try edit(root, measure, "environment-ofice", "environment-office")
      for tab in [office, about] { try await tab.wait(until: "\(Self.overlay) === ''") }
      #expect(try await about.evaluate("document.querySelector('h1').dataset.mark") == "kept")
    }
  }

  @Test func theChoiceOfLightOrDarkStaysWhenAPageChanges() async throws {
    let folder = try TemporaryFolder.withStarter()
    let preview = try RunningPreview(root: folder.path)
    let (button, scheme) = (
      "document.querySelector('[data-remit-theme] button')", "document.documentElement.style.colorScheme"
    )
    try await Browser.with { browser in
      let tab = try await browser.openTab()
      try await tab.navigate(to: preview.url + "about.html")
      try await tab.run("window.mark = 'kept'")
      try await tab.run("\(button).click(); \(button).click()")
      #expect(try await tab.evaluate(scheme) == "dark")
      try edit(folder.url, "content/about.md", "title: About", "title: News")
      try await tab.wait(until: "document.querySelector('h1').textContent.includes('News')")
      #expect(try await tab.evaluate("window.mark") == "kept")
      #expect(try await tab.evaluate(scheme) == "dark")
      #expect(try await tab.evaluate("\(button).ariaLabel") == "Colours: dark")
      #expect(try await tab.evaluate("getComputedStyle(\(button).parentElement).display != 'none'"))
    }
  }

  @Test func theSearchFindsWhatWasJustSavedOnAPageThatIsOpen() async throws {
    let folder = try TemporaryFolder.withStarter()
    let preview = try RunningPreview(root: folder.path)
    let found = "document.querySelector('#search-list').textContent"
    func ask(_ words: String) -> String {
      """
      { const box = document.querySelector('#search-box')
      box.blur(); box.focus()
      box.value = '\(words)'
      box.dispatchEvent(new InputEvent('input')) }
      """
    }
    try await Browser.with { browser in
      let tab = try await browser.openTab()
      try await tab.navigate(to: preview.url + "about.html")
      try await tab.run("window.mark = 'kept'")
      try await tab.run(ask("boilers"))
      try await tab.wait(until: "\(found).includes('Replace old heating boilers')")
      let (first, second) = ("Replace all furnaces", "Mend all furnaces")
      try edit(
        folder.url, "content/measures/clean-air-plan/1.md", "title: Replace old heating boilers",
        "title: \(first)")
      try edit(folder.url, "content/about.md", "title: About", "title: News")
      try await tab.wait(until: "document.querySelector('h1').textContent.includes('News')")
      try await tab.run(ask("furnaces"))
      try await tab.wait(until: "\(found).includes('\(first)')")
      try edit(folder.url, "content/measures/clean-air-plan/1.md", first, second)
      try edit(folder.url, "content/about.md", "title: News", "title: About")
      try await tab.wait(until: "document.querySelector('h1').textContent.includes('About')")
      try await tab.run(ask("furnaces "))
      try await tab.wait(until: "\(found).includes('\(second)')")
      #expect(try await tab.evaluate("window.mark") == "kept")
    }
  }

  @Test func aKnowledgeBaseLeavesNothingInTheBrowserThatRunsLater() async throws {
    let folder = try ClimateBase.copy()
    for (path, text) in [
      ("demo.html", "<!DOCTYPE html><title>no</title><script>document.title = 'ran'</script><p>shown</p>"),
      ("sw.js", "self.addEventListener('fetch', (event) => event.respondWith(new Response('taken over')))"),
      (
        "x.svg",
        "<svg xmlns='http://www.w3.org/2000/svg'><title>no</title><script>document.title = 'ran'</script></svg>"
      ),
    ] {
      try text.write(to: folder.url.appending(path: "content/" + path), atomically: true, encoding: .utf8)
    }
    let preview = try RunningPreview(root: folder.path)
    try await Browser.with { browser in
      let tab = try await browser.openTab()
      try await tab.navigate(to: preview.url + "demo.html")
      #expect(try await tab.evaluate("document.title") == "no")
      #expect(try await tab.evaluate("document.querySelector('p').textContent") == "shown")
      try await tab.navigate(to: preview.url + "x.svg")
      #expect(try await tab.evaluate("document.querySelector('title').textContent") == "no")
      // Even a page that runs scripts can't leave a worker behind.
      try await tab.navigate(to: preview.url)
      for (script, outcome) in [
        ("navigator.serviceWorker.register('/sw.js')", "refused"),
        (
          "fetch('/sw.js', {headers: {'Service-Worker': 'script'}}).then((r) => { if (!r.ok) throw r })",
          "refused"
        ),
      ] {
        let tried = "\(script).then(() => 'done', () => 'refused')"
        #expect(try await tab.evaluate(tried) == outcome)
      }
      #expect(
        try await tab.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0)
    }
  }

  @Test func aNameThatWasMadeToLeadHereGetsNothing() async throws {
    let folder = try ClimateBase.copy()
    let preview = try RunningPreview(root: folder.path)
    let home = try preview.get("/").text
    let rule = "--host-resolver-rules=MAP evil.example 127.0.0.1"
    try await Browser.with(arguments: [rule]) { browser in
      let tab = try await browser.openTab()
      try await tab.navigate(to: "http://evil.example:\(preview.port)/")
      let text: String = try await tab.evaluate("document.documentElement.outerHTML")
      let title = try #require(home.firstMatch(of: /<h1>([^<]+)</)?.output.1)
      #expect(!text.contains(title))
      for path in ["/", "/index.html", "/.remit/events"] {
        #expect(try await tab.evaluate("fetch('\(path)').then((r) => r.status)") == 403)
      }
    }
  }

  /// The text that lies over the page.
  private static let overlay =
    "(document.querySelector('remit-preview')?.shadowRoot.querySelector('#panel:not([hidden])')?.textContent ?? '')"

  private func edit(_ root: URL, _ path: String, _ old: String, _ new: String) throws {
    let file = root.appending(path: path)
    let text = try String(contentsOf: file, encoding: .utf8)
    try #require(text.contains(old), "\(path) has no '\(old)'")
    try text.replacing(old, with: new).write(to: file, atomically: true, encoding: .utf8)
  }
}
