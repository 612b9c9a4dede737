/// What a template's output becomes part of: this decides the escaping, and a partial takes it over from the
/// page that includes it.
enum OutputContext: Hashable, Sendable {
  case html(HTMLContext)
  case xml
  case plain

  init(_ escaping: Escaping) {
    self =
      switch escaping {
      case .contextual: .html(HTMLContext())
      case .basic: .xml
      case .none: .plain
      }
  }

  mutating func read(_ bytes: ArraySlice<UInt8>) {
    guard case .html(var context) = self else { return }
    context.read(bytes)
    self = .html(context)
  }

  /// As seen by what a tag puts here.
  var atTag: OutputContext {
    if case .html(let context) = self { .html(context.atTag) } else { self }
  }

  var afterInsertion: OutputContext {
    if case .html(let context) = self { .html(context.afterInsertion) } else { self }
  }

  /// The context behind a part that may be left out, or nothing if its ends don't fit together.
  func joined(with other: OutputContext) -> OutputContext? {
    if case .html(let a) = self, case .html(let b) = other {
      a.joined(with: b).map { .html($0) }
    } else {
      self
    }
  }

  /// How a value is inserted here.
  func escape(raw: Bool) -> Escape {
    switch self {
    case .plain: .none
    case .xml: raw ? .none : .xml
    case .html(let context): context.escape(raw: raw)
    }
  }
}

/// How a value becomes output.
enum Escape: UInt8, Sendable {
  /// Nothing is escaped.
  case none
  /// `& < >`, and safe markup as it is.
  case text
  /// `& < >`, in markup too.
  case characterData
  /// `& < > " '`.
  case entities
  /// `& < > " '`, and `#` for a URL that is not allowed.
  case url
  /// `& < > " '`, without the characters that no XML file may hold.
  case xml
  /// No escaping makes a value safe.
  case impossible
}

extension HTMLContext {
  fileprivate func escape(raw: Bool) -> Escape {
    switch part {
    case .text: raw ? .none : .text
    case _ where raw: .impossible
    case .characterData: .characterData
    case .doubleQuoted, .singleQuoted:
      switch (attribute, address) {
      case (.code, _), (.url, .foreign): .impossible
      case (.url, .open), (.url, .slash): .url
      case (.url, .settled), (.plain, _): .entities
      }
    default: .impossible
    }
  }
}
