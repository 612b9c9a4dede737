import Diagnostics

/// Says in a writer's words what is wrong in a YAML text.
struct YAMLReports {
  let source: SourceText
  /// Where the text begins in the file.
  let offset: Int

  func place(_ range: Range<Int>) -> Place {
    Place(source.path, source.position(at: offset + range.lowerBound), length: max(1, range.count))
  }

  func finding(_ finding: YAMLScanner.Finding) -> Diagnostic {
    let place = place(finding.range)
    let written = String(
      decoding: source.bytes[(offset + finding.range.lowerBound)..<(offset + finding.range.upperBound)],
      as: UTF8.self)
    func report(_ id: DiagnosticID, _ message: String, help: String) -> Diagnostic {
      Diagnostic(id, .error, message, at: place, help: help)
    }
    switch finding.sort {
    case .alias:
      return report(
        .yamlAnchor, "'\(written)' is a YAML alias; aliases are not expanded",
        help: "write the value itself; if it was meant as text, put it in quotes")
    case .anchor:
      return report(
        .yamlAnchor, "'\(written)' is a YAML anchor; anchors have no meaning here",
        help: "leave it out; if it was meant as text, put it in quotes")
    case .mergeKey:
      return report(
        .yamlAnchor, "'<<' is a YAML merge key; mappings are not merged", help: "write the keys themselves")
    case .tag:
      return report(
        .invalidYAML, "'\(written)' is a YAML tag; tags have no meaning here",
        help: "leave it out; if it was meant as text, put it in quotes")
    case .directive:
      return report(
        .invalidYAML, "'\(written)' is a YAML directive; directives have no meaning here",
        help: "leave the line out")
    case .complexKey:
      return report(
        .invalidYAML, "a key must be text on one line",
        help: "write 'key: value'; put text with '?', '[' or '{' in quotes")
    case .secondDocument:
      return report(
        .invalidYAML, "a second YAML document begins here; only one is allowed",
        help: "remove the line of '---' or '...' before it, and what follows")
    case .tooDeep:
      return report(
        .nestedTooDeep, "the YAML is nested more than \(YAMLScanner.maximumDepth) levels deep here",
        help: "use fewer levels; if this was meant as text, put it in quotes")
    }
  }

  func duplicate(_ keys: DuplicateKey) -> Diagnostic {
    let key = String(
      decoding: source.bytes[(offset + keys.second.lowerBound)..<(offset + keys.second.upperBound)],
      as: UTF8.self)
    return Diagnostic(
      .duplicateKey, .error, "the key \(key.first == "'" ? key : "'\(key)'") is given twice",
      at: place(keys.second),
      notes: [.init("first given here", at: place(keys.first))],
      help: "keep one of the two; for several values, write a list: 'key: [a, b]'")
  }

  func badKey(at offset: Int) -> Diagnostic {
    Diagnostic(
      .invalidYAML, .error, "there is no key before ':'", at: place(offset..<(offset + 1)),
      help: "write a key before the colon; put text that begins with ':' in quotes")
  }

  func invisible(at offset: Int, _ character: Unicode.Scalar) -> Diagnostic {
    Diagnostic(
      .invalidYAML, .error, "an escape in this text means the invisible character \(character.code)",
      at: place(offset..<(offset + 1)), help: "delete the escape, or write '\\\\' for a backslash")
  }

  func notAMapping(_ node: YAMLNode, _ sort: YAMLSort) -> Diagnostic {
    let found =
      switch node.content {
      case .sequence: "a list"
      case .mapping: "a mapping"
      case .scalar: "a text"
      }
    return Diagnostic(
      .invalidYAML, .error,
      "\(sort == .frontMatter ? "front matter" : "the file") must be 'key: value' lines, not \(found)",
      at: Place(source.path, node.position, length: node.length),
      help: sort == .frontMatter ? "for a horizontal rule, write '***' instead of '---'" : nil)
  }
}
