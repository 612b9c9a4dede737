import CLibyaml

/// What libyaml finds next in a text.
enum LibyamlEvent {
  case scalar(String, style: LibyamlScalarStyle, at: LibyamlMark)
  case sequence(at: LibyamlMark)
  case mapping(at: LibyamlMark)
  case collectionEnd
  case document(at: LibyamlMark)
  case streamEnd
  /// The start of the stream, the end of a document, or an alias, which `YAMLScanner` lets nowhere through.
  case other
}

enum LibyamlScalarStyle { case plain, singleQuoted, doubleQuoted, block }

/// A place as libyaml counts it: line and column in Unicode scalars, from 1.
struct LibyamlMark {
  var line, column: Int
}

/// Why libyaml can't go on.
struct LibyamlError: Error {
  var problem: String
  var mark: LibyamlMark
  /// Where the broken thing begins.
  var context: LibyamlMark?
}

/// Reads a text by libyaml, event by event. The C parser lives exactly as long as this value; it is the one place that
/// knows it.
@safe
struct LibyamlParser: ~Copyable {
  /// The parser's own address is in it, so it must not move.
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let input: UnsafeMutableBufferPointer<UInt8>

  /// - Parameter text: UTF-8.
  /// - Returns: `nil` only if there is no memory left.
  init?(_ text: [UInt8]) {
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    guard unsafe yaml_parser_initialize(parser) == 1 else {
      unsafe parser.deallocate()
      return nil
    }
    let input = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: text.count)
    _ = unsafe input.initialize(fromContentsOf: text)
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, input.baseAddress, input.count)
    unsafe (self.parser, self.input) = (parser, input)
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
    unsafe input.deallocate()
  }

  mutating func next() throws(LibyamlError) -> LibyamlEvent {
    var event = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw error }
    defer { unsafe yaml_event_delete(&event) }
    let mark = unsafe LibyamlMark(event.start_mark)
    return switch unsafe event.type {
    case YAML_SCALAR_EVENT: unsafe .scalar(text(event), style: style(event), at: mark)
    case YAML_SEQUENCE_START_EVENT: .sequence(at: mark)
    case YAML_MAPPING_START_EVENT: .mapping(at: mark)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: .collectionEnd
    case YAML_DOCUMENT_START_EVENT: .document(at: mark)
    case YAML_STREAM_END_EVENT, YAML_NO_EVENT: .streamEnd
    default: .other
    }
  }

  /// It may hold U+0000.
  private func text(_ event: yaml_event_t) -> String {
    let scalar = unsafe event.data.scalar
    return unsafe String(
      decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
  }

  private func style(_ event: yaml_event_t) -> LibyamlScalarStyle {
    switch unsafe event.data.scalar.style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: .block
    default: .plain
    }
  }

  private var error: LibyamlError {
    let state = unsafe parser.pointee
    let problem = unsafe state.problem.map { unsafe String(cString: $0) } ?? "there is no memory left"
    let hasPlace = unsafe state.error == YAML_SCANNER_ERROR || state.error == YAML_PARSER_ERROR
    guard hasPlace else { return LibyamlError(problem: problem, mark: LibyamlMark(line: 1, column: 1)) }
    return unsafe LibyamlError(
      problem: problem, mark: LibyamlMark(state.problem_mark),
      context: state.context == nil ? nil : LibyamlMark(state.context_mark))
  }
}

extension LibyamlMark {
  fileprivate init(_ mark: yaml_mark_t) {
    self.init(line: Int(clamping: mark.line) + 1, column: Int(clamping: mark.column) + 1)
  }
}
