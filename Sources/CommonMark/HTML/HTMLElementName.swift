/// The elements of HTML that may stand in Markdown: they show something, and can neither run nor change what is around
/// them.
enum HTMLElementName: String, CaseIterable, Sendable {
  // Within a line
  case a, abbr, b, bdi, bdo, cite, code, del, dfn, em, i, ins, kbd, mark, q, rp, rt, ruby, s, samp, small,
    span
  case strong, sub, sup, time, u, `var`
  // Without content
  case br, col, hr, img, wbr
  // Blocks
  case blockquote, details, div, dl, figure, h1, h2, h3, h4, h5, h6, ol, p, pre, table, ul
  // Parts of these
  case caption, colgroup, dd, dt, figcaption, li, summary, tbody, td, tfoot, th, thead, tr
}

extension HTMLElementName {
  /// What may stand in an element. Where something else stands, a browser would build another tree than the page says.
  enum Content {
    /// Text and what stands within a line.
    case phrasing
    /// Blocks too.
    case flow
    /// Rows or cells, items, terms: what else stands there gets a part of its own.
    case parts
    case nothing
  }

  var content: Content {
    switch self {
    case .br, .col, .hr, .img, .wbr: .nothing
    case .blockquote, .details, .div, .figure, .dd, .dt, .figcaption, .li, .summary, .td, .th: .flow
    case .colgroup, .dl, .ol, .table, .tbody, .tfoot, .thead, .tr, .ul: .parts
    default: .phrasing
    }
  }

  /// Whether it stands within a line.
  var isInline: Bool {
    switch self {
    case .br, .img, .wbr: true
    case .p, .pre, .caption, .h1, .h2, .h3, .h4, .h5, .h6: false
    default: content == .phrasing
    }
  }

  /// The level of a heading.
  var headingLevel: UInt8? {
    switch self {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .h4: 4
    case .h5: 5
    case .h6: 6
    default: nil
    }
  }

  /// Whether HTML lets the end tag be left out.
  var mayStayOpen: Bool {
    switch self {
    case .caption, .colgroup, .dd, .dt, .li, .p, .rp, .rt, .tbody, .td, .tfoot, .th, .thead, .tr: true
    default: false
    }
  }

  /// Whether blocks of Markdown may stand between its tags.
  var spansBlocks: Bool { content == .flow || content == .parts }

  /// What it must stand in directly, where that is not free.
  var parents: Set<HTMLElementName>? {
    switch self {
    case .li: [.ol, .ul]
    case .dt, .dd: [.dl]
    case .tr: [.table, .thead, .tbody, .tfoot]
    case .td, .th: [.tr]
    case .thead, .tbody, .tfoot, .caption, .colgroup: [.table]
    case .col: [.colgroup, .table]
    case .summary: [.details]
    case .figcaption: [.figure]
    case .rt, .rp: [.ruby]
    default: nil
    }
  }

  /// Whether a start tag closes an element that is open around it, beside paragraphs and what stands within a line.
  func closes(_ other: HTMLElementName) -> Bool {
    switch self {
    case .li: other == .li
    case .dt, .dd: other == .dt || other == .dd
    case .td, .th: [.td, .th].contains(other)
    case .tr: [.tr, .td, .th, .caption, .colgroup].contains(other)
    case .thead, .tbody, .tfoot:
      [.thead, .tbody, .tfoot, .tr, .td, .th, .caption, .colgroup].contains(other)
    case .caption, .colgroup: other == .caption || other == .colgroup
    case .rt, .rp: other == .rt || other == .rp
    default: false
    }
  }

  /// In which what cannot stand directly in the element gets a place.
  var impliedPart: HTMLElementName? {
    switch self {
    case .ol, .ul: .li
    case .dl: .dd
    case .table, .thead, .tbody, .tfoot: .tr
    case .tr: .td
    default: nil
    }
  }
}
