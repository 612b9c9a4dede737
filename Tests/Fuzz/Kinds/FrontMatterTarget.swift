import Diagnostics
import FrontMatter

/// A file with front matter, to its typed values.
struct FrontMatterTarget: FuzzTarget {
  let tokens = [
    "---\n", "---", "...\n", "a: ", "title: ", ": ", "- ", "\n- ", "\n  ", "\n", "[", "]", "{", "}", ", ",
    "&x ", "*x",
    "!t ", "!!str ", "\"", "'", "| ", "|\n", ">-\n", "|2\n", "? ", "#", " #", "\r\n", "\t", "%YAML 1.2\n",
    "%TAG ! x\n",
    "@", "<<: ", "\\", "\\u0000", "\\x1b", "\\U0010FFFF", "~", "\nk: ", "x: 1\n", "+++\n", "{\n",
    "title = \"a\"\n",
    "\"title\": \"a\"",
  ]

  func made(_ dice: inout Dice) -> [UInt8]? {
    let body = (0..<dice.below(40)).map { _ in dice.pick(tokens) }.joined()
    return Array((dice.once(in: 8) ? body : "---\n" + body + "\n---\nText.\n").utf8)
  }

  func problem(of input: [UInt8]) async -> Problem? {
    let source = SourceText(path: "page.md", bytes: input)
    let matter = readFrontMatter(source)
    let body = matter.bodyRange
    if body.lowerBound < 0 || body.upperBound > input.count {
      return Problem("the body is part of the file", "\(body) of \(input.count)")
    }
    let line = Int(source.position(at: body.lowerBound).line)
    if matter.bodyFirstLine != line, !body.isEmpty {
      return Problem("the body begins on its line", "\(matter.bodyFirstLine), not \(line)")
    }
    if matter.root == nil, matter.diagnostics.isEmpty, body.lowerBound > 3 {
      return Problem("front matter is read, or it is said why not")
    }
    if let root = matter.root, let problem = placeProblem(of: root, in: source) { return problem }
    return PrintedDiagnostics(matter.diagnostics, of: [source]).problem
  }

  /// Every value has a place that is in the file.
  private func placeProblem(of root: YAMLNode, in source: SourceText) -> Problem? {
    let lines = Int(source.position(at: source.bytes.count).line)
    var open = [root]
    while let node = open.popLast() {
      let line = Int(node.position.line)
      if line < 1 || line > lines {
        return Problem("values have a place in the file", "line \(line) of \(lines)")
      }
      switch node.content {
      case .scalar: break
      case .sequence(let items): open += items
      case .mapping(let entries): open += entries.map(\.value)
      }
    }
    return nil
  }
}
