/// Where a place in an HTML file stands, as far as escaping needs to know: the state between two bytes of the
/// HTML tokenizer, cut down to what a template's author writes.
struct HTMLContext: Hashable, Sendable {
  enum Part: UInt8, Sendable {
    /// Between tags.
    case text
    /// In `<title>` or `<textarea>`: entities count, tags don't.
    case characterData
    /// In `<script>`, `<style>` and the like: neither does.
    case rawText
    case tagOpen, endTagOpen, tagName
    case betweenAttributes, attributeName, afterAttributeName, beforeValue
    case unquotedValue, doubleQuoted, singleQuoted
    case comment
    /// `<!DOCTYPE …>`, `<?xml …>`.
    case declaration
  }

  /// What an attribute's value is used for; the later ones ask for more care.
  enum Attribute: UInt8, Comparable, Sendable {
    case plain, url
    /// Code: event handlers, `style`, `srcdoc`.
    case code

    static func < (a: Attribute, b: Attribute) -> Bool { a.rawValue < b.rawValue }
  }

  /// How much of a URL the template's own text has settled.
  enum Address: UInt8, Comparable, Sendable {
    /// The scheme, or that there is none.
    case settled
    /// It begins with a slash; a second one would name a host.
    case slash
    case open
    /// The text says a scheme that is not allowed, or one that is not known before rendering.
    case foreign

    static func < (a: Address, b: Address) -> Bool { a.rawValue < b.rawValue }
  }

  var part = Part.text
  /// The name of the element whose start tag or content this is; empty in text and in end tags.
  var element = Name.empty
  var attribute = Attribute.plain
  var address = Address.open
  /// The name or scheme read so far.
  var name = Name.empty
  /// How many bytes of a name, or of a comment's `-->`, were read, up to the few that matter.
  var progress: UInt8 = 0
}

extension HTMLContext {
  /// The same place as seen by what a tag puts here: names that were being read have ended.
  var atTag: HTMLContext {
    var context = self
    switch part {
    case .tagName: context.endTagName(to: .betweenAttributes)
    case .attributeName: context.endAttributeName()
    default: break
    }
    context.progress = 0
    if !context.isValue { context.name = .empty }
    return context
  }

  /// The place behind an inserted value, which may be empty or anything that its escaping lets through.
  var afterInsertion: HTMLContext {
    var context = atTag
    switch part {
    case .tagOpen, .endTagOpen: context.part = .tagName
    case .beforeValue: context.part = .unquotedValue
    case .doubleQuoted, .singleQuoted:
      if attribute == .url, address == .open || address == .slash {
        (context.address, context.name) = (.open, Self.unknownScheme)
      }
    default: break
    }
    return context
  }

  /// The place behind a part that may be left out: where both ends can go on in the same way.
  func joined(with other: HTMLContext) -> HTMLContext? {
    var (a, b) = (atTag, other.atTag)
    if a == b { return a }
    guard a.element == b.element else { return nil }
    if a.isInTag, b.isInTag {
      if a.part.rawValue > b.part.rawValue { swap(&a, &b) }
      b.attribute = max(a.attribute, b.attribute)
      return b
    }
    guard a.part == b.part, a.isValue else { return nil }
    if a.name != b.name { a.name = Self.unknownScheme }
    a.attribute = max(a.attribute, b.attribute)
    a.address = max(a.address, b.address)
    return a
  }

  private var isValue: Bool { part == .doubleQuoted || part == .singleQuoted }

  /// In a start or end tag, where the next attribute may come.
  private var isInTag: Bool {
    part == .betweenAttributes || part == .afterAttributeName || part == .unquotedValue
  }

  /// No scheme hashes to it; what follows can't make it one.
  private static let unknownScheme = Name("?")
}

extension HTMLContext {
  /// For messages: "inside …".
  var description: String {
    switch part {
    case .text: "in text"
    case .characterData: "inside <title> or <textarea>"
    case .rawText: "inside <script>, <style> or the like"
    case .tagOpen, .endTagOpen, .tagName: "in a tag's name"
    case .betweenAttributes, .attributeName, .afterAttributeName: "inside a tag"
    case .beforeValue, .unquotedValue: "in an attribute's value without quotes"
    case .doubleQuoted, .singleQuoted:
      attribute == .code ? "in an attribute that holds code or style" : "in an attribute's value"
    case .comment: "in a comment"
    case .declaration: "in a declaration"
    }
  }
}
