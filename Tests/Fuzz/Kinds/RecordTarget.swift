import Changes
import Diagnostics
import Knowledge

/// A record of changes.
struct RecordTarget: FuzzTarget {
  let tokens = [
    "{", "}", "[", "]", ",", ":", "\"", "\n", "\"date\": \"2024-10-01\"", "\"title\": ", "\"entities\": [",
    "\"change\": ",
    "\"added\"", "\"removed\"", "\"changed\"", "\"renamed\"", "\"of\": \"fact\"", "\"kind\": \"a\"",
    "\"id\": \"a/b\"",
    "\"details\": [", "\"old\": ", "\"new\": ", "\"words_added\": ", "null", "true", "1e9", "\\u0000",
    "\\ud800",
    "\"aspects\": [", "\"discrepancies\": [", "\"schema\": [", "\"settings\": [", "\"claims\": [",
    "\"target\": {",
  ]

  func made(_ dice: inout Dice) -> [UInt8]? { nil }

  func problem(of input: [UInt8]) async -> Problem? {
    let file = SourceText(path: "content/changes/a.json", bytes: input)
    let (record, diagnostics) = ChangeRecord.read(file)
    if let problem = PrintedDiagnostics(diagnostics, of: [file]).problem { return problem }
    guard let record else {
      return diagnostics.isEmpty ? Problem("a record is read, or it is said why not") : nil
    }
    let again = ChangeRecord.read(SourceText(path: file.path, text: record.text))
    if again.record != record || !again.diagnostics.isEmpty {
      return Problem("a record reads as it was written", again.diagnostics.first?.message ?? record.text)
    }
    let views = SourceText(path: "remit.yaml", text: "views: {changes: {view: changes, folder: changes}}\n")
    let page = SourceText(path: "content/a.md", text: "# A\n")
    return await BuiltBase([page, file, views]).problem
  }
}
