import Diagnostics
import Templates

/// A template, filled in with values that would be markup if they were not made safe.
struct TemplateTarget: FuzzTarget {
  let tokens = [
    "{{", "}}", "{{a}}", "{{{a}}}", "{{&a}}", "{{#a}}", "{{/a}}", "{{^a}}", "{{>page}}", "{{>*a}}",
    "{{<page}}", "{{~a~}}", "{{~#a}}", "{{/a~}}", "{{~{a}~}}", "{{~", "~}}", "~",
    "{{$a}}", "{{!a}}", "{{=<% %>=}}", "<%a%>", "{{.}}", "{{a.b.c}}", "<a href=\"", "\">", "<a href='{{a}}'>",
    "<b {{a}}>",
    "<b a={{a}}>", "<script>", "</script>", "<style>", "</style>", "<!--", "-->", "<svg ", "/>", "onclick=\"",
    "style=\"",
    "src=\"{{a}}\"", "srcset=\"", "&", "<", "\"", "'", "\n", "  ", "<title>", "</title>", "<textarea>",
    "?q={{a}}", "#{{a}}",
  ]

  func made(_ dice: inout Dice) -> [UInt8]? {
    Array((0...dice.below(25)).map { _ in dice.pick(tokens) }.joined().utf8)
  }

  func problem(of input: [UInt8]) async -> Problem? {
    let file = SourceText(path: "page.html", bytes: input)
    let names = TemplateTarget.names(in: input)
    let record = RecordType<String>(names.map { .text($0, "") { $0 } })
    let (templates, diagnostics) = TemplateSet.compile(
      [TemplateSource(file, below: "")], shapes: ["page": [.record(record)]])
    if let problem = PrintedDiagnostics(diagnostics, of: [file]).problem { return problem }
    var page: [UInt8] = []
    let found = templates.render("page", [record.value(TemplateTarget.hostile)], into: &page)
    if let problem = PrintedDiagnostics(found, of: [file]).problem { return problem }
    let isWritten = input.firstRange(of: Array(TemplateTarget.mark.utf8)) != nil
    guard !isWritten, !diagnostics.hasErrors, page.firstRange(of: Array(TemplateTarget.mark.utf8)) != nil
    else { return nil }
    return Problem("a value is never markup", String(decoding: page.prefix(300), as: UTF8.self))
  }

  private static let mark = "<zz"
  private static let hostile = "\"'> <zz onerror=1> `${x}` --> </script> javascript:a {{a}} \u{1}&"

  /// What its tags ask for.
  private static func names(in bytes: [UInt8]) -> [String] {
    let words = bytes.split { !(UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 || $0 == UInt8(ascii: "_")) }
    return Array(Set(words.prefix(400).map { String(decoding: $0, as: UTF8.self) })).sorted()
  }
}
