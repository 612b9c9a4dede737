import Diagnostics
import Foundation
import Testing

@Suite struct JSONTests {
  @Test func objectsKeepTheirOrder() {
    let json: JSON = ["b": 1, "a": [true, .null, .number("43.5")], "c": [:]]
    #expect(json.compactText == #"{"b":1,"a":[true,null,43.5],"c":{}}"#)
    #expect(json.text == "{\n  \"b\": 1,\n  \"a\": [\n    true,\n    null,\n    43.5\n  ],\n  \"c\": {}\n}\n")
  }

  @Test(arguments: [
    "plain", "\"quoted\"", "back\\slash", "line\nfeed\r\t", "\u{0}\u{1F}\u{7F}", "工信部 🏭", "\u{2028}",
  ])
  func stringsComeBack(_ string: String) throws {
    let text = JSON.array([.string(string)]).compactText
    #expect(try JSONDecoder().decode([String].self, from: Data(text.utf8)) == [string])
  }

  @Test func compactLeavesOutWhatIsNull() {
    #expect(JSON.compact(["a": .null, "b": "x"]).compactText == #"{"b":"x"}"#)
  }
}
