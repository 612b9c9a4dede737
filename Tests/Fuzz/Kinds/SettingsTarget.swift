import Diagnostics
import Site

/// A `remit.yaml`, with a knowledge base that it may fit.
struct SettingsTarget: FuzzTarget {
  let tokens = [
    "title: ", "description: ", "language: ", "de", "base_url: https://a.b/", "as_of: 2024-09-24\n",
    "licence: ",
    "repository: https://github.com/a/b\n", "edit: https://a.b/{path}\n", "{path}", "share_image: a.png\n",
    "navigation: [a]", "views:\n", "  a: {view: ", "}", "{", "[", "]", ", ", ": ", "\n", "\n  ", "- ",
    "matrix", "tracker",
    "timeline", "register", "compare", "ladder", "glossary", "wordings", "sources", "coverage", "changes",
    "network", "together: ", "from: ", "to: ", "least: 2", "between: 2024..2025",
    "crosstab", "each: ", "row_kinds: [a]", "column_kinds: [a]", "made_by: ",
    "view: ",
    "rows: ", "columns: ", "group: ", "role: ", "order: ", "of: ", "value: ", "deadline: ", "measured_by: ",
    "lanes:\n",
    "date: ", "show: [a]", "where: ", "a=b", "a>=0", "pairs: [[a, b]]", "step: ", "missing: ", "field: ",
    "folder: ",
    "unsafe_html: true\n", "markdown: {mark: true}\n", "include: [_a, \"b/*.md\"]\n",
    "search: false\n", "measure", "agency", "target", "policy", "source", "responsible",
  ]

  func made(_ dice: inout Dice) -> [UInt8]? { nil }

  func problem(of input: [UInt8]) async -> Problem? {
    let settings = SourceText(path: "remit.yaml", bytes: input)
    let others = Starter.files.filter { $0.path != settings.path }
    return await BuiltBase(others.map { SourceText(path: $0.path, text: $0.text) } + [settings]).problem
  }
}
