import Diagnostics

enum YAMLSort {
  case frontMatter, file
  /// Written by a program, which may write any character by an escape.
  case json
}

/// Reads the YAML in a range of a file, which begins at a line's start: checks the text, and has it read.
///
/// The node is `nil` where nothing is said or nothing can be read. A root that is no mapping is an error.
func readYAML(_ source: SourceText, range: Range<Int>, what sort: YAMLSort) -> (YAMLNode?, [Diagnostic]) {
  guard range.count <= maximumYAMLSize else { return (nil, [tooLarge(source, range)]) }
  var bytes = Array(source.bytes[range])
  let diagnostics = checkText(&bytes, offset: range.lowerBound, source: source)
  if diagnostics.isEmpty, sort != .json,
    let node = PlainYAML.read(bytes, from: source.position(at: range.lowerBound))
  {
    return (node, [])
  }
  return readWithYams(bytes, source, range: range, what: sort, diagnostics)
}

/// Takes out what Yams must not see, lets Yams compose the text, and turns all that was found into diagnostics.
///
/// - Parameter earlier: What `checkText` found in the text.
func readWithYams(
  _ bytes: [UInt8], _ source: SourceText, range: Range<Int>, what sort: YAMLSort, _ earlier: [Diagnostic]
) -> (YAMLNode?, [Diagnostic]) {
  var diagnostics = earlier
  let scanner = YAMLScanner(bytes)
  let reports = YAMLReports(source: source, offset: range.lowerBound)
  diagnostics += scanner.findings.map(reports.finding)
  guard !scanner.isUnreadable else { return (nil, diagnostics) }

  let (outcome, duplicates) = composeWithoutDuplicates(
    scanner, offset: range.lowerBound, in: source, sort)
  diagnostics += duplicates.prefix(YAMLScanner.maximumFindings).map(reports.duplicate)
  switch outcome {
  case .fault(let fault):
    // Past the fault, what the scanner found may be something else.
    let position = source.position(at: range.lowerBound + fault.offset)
    diagnostics.removeAll { ($0.place?.position ?? .start) > position }
    diagnostics.append(reports.fault(fault, in: scanner.bytes))
    return (nil, diagnostics)
  case .node(let node, let badKeys, let invisible):
    diagnostics += badKeys.prefix(YAMLScanner.maximumFindings).map(reports.badKey)
    if sort != .json { diagnostics += invisible.prefix(YAMLScanner.maximumFindings).map(reports.invisible) }
    guard let node, !node.isNull else { return (nil, diagnostics) }
    if case .mapping = node.content { return (node, diagnostics) }
    diagnostics.append(reports.notAMapping(node, sort))
    return (nil, diagnostics)
  }
}

/// In bytes. More is nothing that anybody wrote by hand.
private let maximumYAMLSize = 4 << 20

/// Yams stops at the first key that comes twice. So the second of each pair gets another name in the text
/// that Yams reads, and is left out of what it composed.
private func composeWithoutDuplicates(
  _ scanner: YAMLScanner, offset: Int, in source: SourceText, _ sort: YAMLSort
) -> (Composition, [DuplicateKey]) {
  let text = scanner.bytes[..<scanner.end]
  let firstLine = source.position(at: offset)
  var first = YAMLComposer(Array(text), sort, firstLine: firstLine)
  let outcome = first.compose()
  guard case .fault(let fault) = outcome, fault.problem == YAMLFault.duplicateKeys else {
    return (outcome, [])
  }
  let duplicates = scanner.duplicateKeys()
  guard !duplicates.isEmpty, let renamed = scanner.textWithUniqueKeys(duplicates) else {
    return (duplicates.isEmpty ? outcome : .node(nil, badKeys: [], invisible: []), duplicates)
  }
  var second = YAMLComposer(
    renamed, sort, firstLine: firstLine, skippedKeys: Set(duplicates.map(\.second.lowerBound)))
  return (second.compose(), duplicates)
}

private func tooLarge(_ source: SourceText, _ range: Range<Int>) -> Diagnostic {
  Diagnostic(
    .fileTooLarge, .error,
    "the file has \(range.count >> 20) MB of YAML; the limit is \(maximumYAMLSize >> 20) MB",
    at: Place(source.path), help: "split it into several files")
}
