import CCmark

/// A tree that libcmark parsed. The C nodes live exactly as long as this value; it is the one place that
/// knows them.
@safe
struct LibcmarkTree: ~Copyable {
  private let root: OpaquePointer

  /// - Returns: `nil` only if libcmark gives no tree, which it does for no input.
  init?(parsing text: [UInt8]) {
    let tree = unsafe text.withUnsafeBytes { bytes in
      unsafe cmark_parse_document(bytes.baseAddress, bytes.count, CMARK_OPT_DEFAULT)
    }
    guard let tree = unsafe tree else { return nil }
    unsafe root = tree
  }

  deinit {
    unsafe cmark_node_free(root)
  }

  /// Shows every node to the visitor in document order: on entering it, and unless it is a leaf on leaving
  /// it.
  borrowing func walk(_ visitor: inout some LibcmarkVisitor) {
    let iterator = unsafe cmark_iter_new(root)
    defer { unsafe cmark_iter_free(iterator) }
    while true {
      let event = unsafe cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let pointer = unsafe cmark_iter_get_node(iterator) else { return }
      let node = unsafe LibcmarkNode(pointer: pointer)
      if event == CMARK_EVENT_ENTER { visitor.enter(node) } else { visitor.leave(node) }
    }
  }
}

protocol LibcmarkVisitor {
  mutating func enter(_ node: borrowing LibcmarkNode)
  mutating func leave(_ node: borrowing LibcmarkNode)
}

/// A node during a walk.
@safe
struct LibcmarkNode: ~Copyable {
  fileprivate let pointer: OpaquePointer

  fileprivate init(pointer: OpaquePointer) {
    unsafe self.pointer = pointer
  }

  var kind: MarkdownNode.Kind {
    let type = unsafe cmark_node_get_type(pointer)
    return switch type {
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_CODE: .code
    case CMARK_NODE_HTML_INLINE: .htmlInline
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_IMAGE: .image
    case CMARK_NODE_DOCUMENT: .document
    case CMARK_NODE_BLOCK_QUOTE: .blockQuote
    case CMARK_NODE_LIST: .list
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_CODE_BLOCK: .codeBlock
    case CMARK_NODE_HTML_BLOCK: .htmlBlock
    case CMARK_NODE_HEADING: .heading
    case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
    default: .paragraph
    }
  }

  /// In the text given to libcmark, from 1; a column counts bytes.
  var line: Int { unsafe Int(cmark_node_get_start_line(pointer)) }
  var column: Int { unsafe Int(cmark_node_get_start_column(pointer)) }
  var endLine: Int { unsafe Int(cmark_node_get_end_line(pointer)) }
  var endColumn: Int { unsafe Int(cmark_node_get_end_column(pointer)) }

  var headingLevel: UInt8 { unsafe UInt8(clamping: cmark_node_get_heading_level(pointer)) }
  var isOrderedList: Bool { unsafe cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }
  var isTightList: Bool { unsafe cmark_node_get_list_tight(pointer) != 0 }
  var listStart: Int32 { unsafe cmark_node_get_list_start(pointer) }

  func appendLiteral(to text: inout [UInt8]) {
    unsafe Self.append(cmark_node_get_literal(pointer), to: &text)
  }

  func appendInfo(to text: inout [UInt8]) {
    unsafe Self.append(cmark_node_get_fence_info(pointer), to: &text)
  }

  func appendURL(to text: inout [UInt8]) {
    unsafe Self.append(cmark_node_get_url(pointer), to: &text)
  }

  func appendTitle(to text: inout [UInt8]) {
    unsafe Self.append(cmark_node_get_title(pointer), to: &text)
  }

  private static func append(_ string: UnsafePointer<CChar>?, to text: inout [UInt8]) {
    guard let string = unsafe string else { return }
    var count = 0
    while unsafe string[count] != 0 { count += 1 }
    unsafe text.append(contentsOf: UnsafeRawBufferPointer(start: string, count: count))
  }
}
