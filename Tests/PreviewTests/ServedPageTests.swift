import Testing

@testable import Preview

@Suite struct ServedPageTests {
  @Test func aPageIsFineUnlessToldOtherwise() {
    #expect(ServedPage(contentType: "text/plain", body: []).status == 200)
  }

  @Test(arguments: ["", "<p>Hello", "<p>Hello\n", "</html>\n\n"])
  func theReloadLineIsTheOnlyDifferenceAndCanBeTakenOff(body: String) {
    let page = ServedPage(contentType: "Text/HTML; charset=utf-8", body: Array(body.utf8))
    let sent = page.withReloadLine.body
    let text = String(decoding: sent, as: UTF8.self)
    let tag = EntityTag(page.body).digits
    let line = "<script src=\"/.remit/reload.js\" data-page=\"\(tag)\" data-remit-preview></script>\n"
    #expect(text == body + line)
    #expect(ReloadLine.removed(from: sent) == page.body)
    #expect(ReloadLine.removed(from: page.body) == page.body)
  }

  @Test func whatIsNoHTMLStaysAsItIs() {
    for type in ["text/plain", "text/html5", "image/svg+xml", ""] {
      #expect(ServedPage(contentType: type, body: [1]).withReloadLine.body == [1])
    }
  }

  @Test func theTagDependsOnEveryByteAndOnNothingElse() {
    // The same in every process and on every machine.
    #expect(EntityTag(Array("Remit".utf8)).digits == "eb2f2d2ea587a679f9da3e8bef52fbe1")
    let bodies =
      (0...40).map { [UInt8](repeating: 0, count: $0) }
      + (0..<64).map { index in
        (0..<64).map { $0 == index ? 1 : 0 }
      }
    #expect(Set(bodies.map { EntityTag($0).digits }).count == bodies.count)
    #expect(EntityTag([]).digits.utf8.count == EntityTag.length)
  }
}
