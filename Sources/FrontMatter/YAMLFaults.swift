import Diagnostics

extension YAMLReports {
  /// What a syntax error of libyaml means to a writer, and the way out.
  func fault(_ fault: YAMLFault, in text: [UInt8]) -> Diagnostic {
    let explained = explain(fault, in: text)
    let offset = explained.isAtContext ? fault.contextOffset ?? fault.offset : fault.offset
    var notes: [Diagnostic.Note] = []
    if let note = explained.contextNote, let start = fault.contextOffset {
      notes.append(.init(note, at: place(start..<start)))
    }
    return Diagnostic(
      explained.id, .error, explained.message, at: place(offset..<(offset + 1)), notes: notes,
      help: explained.help)
  }

  private struct Explanation {
    var id = DiagnosticID.invalidYAML
    var message: String
    var help: String?
    /// Whether the mistake is where the broken thing begins, not where it was noticed.
    var isAtContext = false
    var contextNote: String?
  }

  /// What stands between a comma and the next one or the end of the braces, as in `{is: 35,000,000}`.
  private func wordWithoutColon(_ offset: Int, in text: [UInt8]) -> String? {
    let word = text[min(offset, text.count)...].prefix(80).prefix { !",}:\n".utf8.contains($0) }
    guard word.endIndex < text.count, [UInt8(ascii: ","), UInt8(ascii: "}")].contains(text[word.endIndex])
    else {
      return nil
    }
    return String(decoding: word, as: UTF8.self)
  }

  private func explain(_ fault: YAMLFault, in text: [UInt8]) -> Explanation {
    let quotes = "put the whole value in quotes"
    switch fault.problem {
    case "mapping values are not allowed in this context":
      return mappingValue(fault, in: text)
    case "found character that cannot start any token":
      return strangeCharacter(fault, in: text)
    case "could not find expected ':'":
      return Explanation(
        message: "this is not a 'key: value' line",
        help: "write a colon and a space after the key; indent a line that continues the value above",
        isAtContext: true)
    case "did not find expected key":
      let help =
        isAfterQuote(fault.offset, in: text)
        ? "there is text after the closing quotation mark: \(quotes), with '' or \\\" for quotes inside"
        : "indent all keys of one level by the same number of spaces"
      return Explanation(message: "a key was expected here", help: help)
    case "did not find expected '-' indicator":
      return Explanation(
        message: "'- ' was expected here", help: "indent all items of one list by the same number of spaces")
    case "did not find expected ',' or ']'":
      return brokenCollection(fault, in: text, name: "list", brackets: ("[", "]"))
    case "did not find expected ',' or '}'":
      return brokenCollection(fault, in: text, name: "mapping", brackets: ("{", "}"))
    case "found unexpected end of stream", "found unexpected document indicator":
      return Explanation(
        message: "the quotation mark opened here is never closed",
        help: "end the text with the same mark; inside single quotes, write an apostrophe as ''",
        isAtContext: true)
    case "found unknown escape character", "did not find expected hexdecimal number",
      "found invalid Unicode character escape code":
      return Explanation(
        message: "'\\' begins an escape that YAML does not know",
        help: "write '\\\\' for a backslash, or use single quotes")
    case "block sequence entries are not allowed in this context":
      return Explanation(
        message: "a list cannot begin on the same line as its key",
        help: "begin the list on the next line, or write [a, b]; \(quotes) if it is text")
    case "did not find expected comment or line break", "found an indentation indicator equal to 0":
      return Explanation(
        message: "the text after '|' or '>' must begin on the next line",
        help: "move the text down, or \(quotes)",
        isAtContext: true)
    case "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      return tab
    case "did not find expected node content":
      return Explanation(
        message: "a value was expected here", help: "write a value, or \(quotes) if this is text")
    case "did not find expected <document start>":
      return Explanation(
        message: "a 'key: value' line was expected here", help: "write every line as 'key: value'")
    case YAMLFault.duplicateKeys:
      if let word = wordWithoutColon(fault.offset, in: text) {
        return Explanation(
          id: .duplicateKey, message: "'\(word)' comes twice in {…}, where commas separate the parts",
          help: "put text or a number that contains commas in quotation marks: {is: \"35,000,000\"}")
      }
      return Explanation(
        id: .duplicateKey, message: "this key is given twice", help: "keep one of the two")
    case let problem where problem.hasPrefix("Maximum nesting level"):
      return Explanation(
        id: .nestedTooDeep, message: "the YAML is nested too deeply here", help: "use fewer levels")
    case let problem:
      return Explanation(message: "this is not valid YAML: \(problem)", help: "\(quotes) if it is text")
    }
  }

  private var tab: Explanation {
    Explanation(message: "YAML cannot be indented with tabs", help: "indent with spaces")
  }

  /// `title: Steel: an overview`, or a key below a value that is complete already.
  private func mappingValue(_ fault: YAMLFault, in text: [UInt8]) -> Explanation {
    let line = text[lineStart(of: fault.offset, in: text)..<min(fault.offset, text.count)]
    let hasKey = zip(line, line.dropFirst()).contains { $0 == UInt8(ascii: ":") && isBlank($1) }
    return hasKey
      ? Explanation(
        message: "a value that contains ': ' must be in quotes", help: "write it as key: \"text: more text\""
      )
      : Explanation(
        message: "a key cannot begin here: the value above is complete",
        help: "indent the key like the one above it; put a value of several lines in quotes")
  }

  private func brokenCollection(
    _ fault: YAMLFault, in text: [UInt8], name: String, brackets: (String, String)
  ) -> Explanation {
    let help =
      "put commas between the parts and '\(brackets.1)' at the end; put text that contains brackets in quotes"
    if text.dropFirst(fault.offset).allSatisfy(isWhiteSpace) {
      return Explanation(message: "the '\(brackets.0)' here is never closed", help: help, isAtContext: true)
    }
    return Explanation(
      message: "',' or '\(brackets.1)' was expected here", help: help, contextNote: "the \(name) begins here")
  }

  private func strangeCharacter(_ fault: YAMLFault, in text: [UInt8]) -> Explanation {
    guard fault.offset < text.count, text[fault.offset] != UInt8(ascii: "\t") else { return tab }
    let character = Character(Unicode.Scalar(text[fault.offset]))
    return Explanation(
      message: "a value cannot begin with '\(character)'", help: "put the whole value in quotes")
  }

  private func isAfterQuote(_ offset: Int, in text: [UInt8]) -> Bool {
    let start = lineStart(of: offset, in: text)
    let last = text[start..<min(offset, text.count)].last { !isBlank($0) }
    return last == UInt8(ascii: "\"") || last == UInt8(ascii: "'")
  }

  private func lineStart(of offset: Int, in text: [UInt8]) -> Int {
    let before = text[..<min(offset, text.count)]
    return before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
  }
}
