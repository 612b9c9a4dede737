import Foundation
import Preview
import TestBrowser
import Testing

@Suite(.serialized, .enabled(if: Browser.program != nil)) struct BrowserTests {
  @Test func anEditIsSeenWhileScrollFocusAndWhatIsOpenStay() async throws {
    let long = String(repeating: "<p>filler</p>\n", count: 200)
    func page(_ word: String) -> ServedPage {
      .html(
        "<h1>\(word)</h1><details><summary>More</summary>\(word)</details><input id=\"name\">\(long)<p id=\"end\">\(word)</p>"
      )
    }
    let pages = MemoryPages(["/": page("before")])
    try await PreviewServer.with(pages) { server in
      try await Browser.with { browser in
        let tab = try await browser.openTab()
        try await tab.navigate(to: server.url)
        try await tab.run(
          """
          document.querySelector('details').open = true
          const field = document.querySelector('#name')
          field.focus({ preventScroll: true })
          field.value = 'typed'
          field.setSelectionRange(1, 3)
          scrollTo(0, 1500)
          window.kept = true
          """)
        pages.set("/", page("after"))
        server.announce(PreviewState(version: "2", assets: "1"))
        try await tab.wait(until: "document.querySelector('#end').textContent === 'after'")
        #expect(try await tab.evaluate("document.querySelector('h1').textContent") == "after")
        #expect(try await tab.evaluate("window.kept"))
        #expect(try await tab.evaluate("scrollY") == 1500)
        #expect(try await tab.evaluate("document.querySelector('details').open"))
        #expect(try await tab.evaluate("document.activeElement.id") == "name")
        #expect(try await tab.evaluate("document.activeElement.value") == "typed")
        #expect(try await tab.evaluate("document.activeElement.selectionEnd") == 3)
      }
    }
  }
}
