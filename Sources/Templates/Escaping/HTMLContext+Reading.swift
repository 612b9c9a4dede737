extension HTMLContext {
  /// Goes on over the template's own text.
  mutating func read(_ bytes: ArraySlice<UInt8>) {
    for byte in bytes { read(byte) }
  }

  private mutating func read(_ byte: UInt8) {
    switch part {
    case .text: if byte == UInt8(ascii: "<") { part = .tagOpen }
    case .tagOpen, .endTagOpen: readTagOpen(byte)
    case .tagName: readTagName(byte)
    case .betweenAttributes, .attributeName, .afterAttributeName: readAttributeName(byte)
    case .beforeValue, .unquotedValue, .doubleQuoted, .singleQuoted: readValue(byte)
    case .characterData, .rawText: readContent(byte)
    case .comment, .declaration: readDeclaration(byte)
    }
  }

  private mutating func readTagOpen(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "/") where part == .tagOpen: part = .endTagOpen
    case UInt8(ascii: "!") where part == .tagOpen: begin(.declaration)
    case UInt8(ascii: "?") where part == .tagOpen: begin(.declaration, progress: 3)
    case UInt8(ascii: "<") where part == .tagOpen: break
    case UInt8(ascii: ">") where part == .endTagOpen: self = HTMLContext()
    case _ where isLetter(byte):
      // Progress tells start tags from end tags, whose element's content has just ended.
      begin(.tagName, progress: part == .tagOpen ? 0 : 1)
      name.add(lowercased(byte))
    case _ where part == .endTagOpen: begin(.declaration, progress: 3)
    default: self = HTMLContext()
    }
  }

  private mutating func readTagName(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: ">"):
      endTagName(to: .betweenAttributes)
      beginContent()
    case UInt8(ascii: "/"): endTagName(to: .betweenAttributes)
    case _ where isBlank(byte): endTagName(to: .betweenAttributes)
    default: name.add(lowercased(byte))
    }
  }

  mutating func endTagName(to next: Part) {
    element = progress == 0 ? name : .empty
    begin(next)
  }

  private mutating func readAttributeName(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: ">"): beginContent()
    case UInt8(ascii: "="):
      if part == .attributeName { endAttributeName() }
      part = .beforeValue
    case UInt8(ascii: "/"): begin(.betweenAttributes)
    case _ where isBlank(byte): if part == .attributeName { endAttributeName() }
    default:
      if part != .attributeName { begin(.attributeName) }
      name.add(lowercased(byte))
      progress = min(progress + 1, 3)
      if progress == 2, name == "on" { attribute = .code }
    }
  }

  mutating func endAttributeName() {
    if Self.urlAttributes.contains(name) { attribute = .url }
    if name == "style" || name == "srcdoc" { attribute = .code }
    part = .afterAttributeName
    (name, progress) = (.empty, 0)
  }

  private mutating func readValue(_ byte: UInt8) {
    switch (part, byte) {
    case (.beforeValue, UInt8(ascii: "\"")): part = .doubleQuoted
    case (.beforeValue, UInt8(ascii: "'")): part = .singleQuoted
    case (.beforeValue, UInt8(ascii: ">")), (.unquotedValue, UInt8(ascii: ">")): beginContent()
    case (.beforeValue, _): if !isBlank(byte) { part = .unquotedValue }
    case (.unquotedValue, _): if isBlank(byte) { begin(.betweenAttributes) }
    case (.doubleQuoted, UInt8(ascii: "\"")), (.singleQuoted, UInt8(ascii: "'")): begin(.betweenAttributes)
    default: if attribute == .url { readAddress(byte) }
    }
  }

  private mutating func readAddress(_ byte: UInt8) {
    if byte <= 0x20 { return }
    switch (address, byte) {
    case (.open, UInt8(ascii: "/")), (.open, UInt8(ascii: "\\")): address = .slash
    case (.open, UInt8(ascii: ":")): address = allowedSchemes.contains(name) ? .settled : .foreign
    case (.open, UInt8(ascii: "+")), (.open, UInt8(ascii: "-")), (.open, UInt8(ascii: ".")): name.add(byte)
    case (.open, _) where isLetter(byte) || (0x30...0x39).contains(byte): name.add(lowercased(byte))
    case (.open, _), (.slash, _): address = .settled
    default: break
    }
  }

  /// Looks for the end tag of the element, `</script` and then no letter.
  private mutating func readContent(_ byte: UInt8) {
    switch (progress, byte) {
    case (_, UInt8(ascii: "<")): (progress, name) = (1, .empty)
    case (1, UInt8(ascii: "/")): progress = 2
    case (2, _) where isLetter(byte): name.add(lowercased(byte))
    case (2, _) where name == element:
      self = HTMLContext()
      if byte != UInt8(ascii: ">") { part = .betweenAttributes }
    default: progress = 0
    }
  }

  /// Progress counts the dashes of `<!--` (in a declaration) and of `-->` (in a comment).
  private mutating func readDeclaration(_ byte: UInt8) {
    switch (part, byte) {
    case (.declaration, UInt8(ascii: "-")) where progress == 0: progress = 1
    case (.declaration, UInt8(ascii: "-")) where progress == 1: begin(.comment, progress: 2)
    case (.declaration, UInt8(ascii: ">")): self = HTMLContext()
    case (.declaration, _): progress = 3
    case (_, UInt8(ascii: "-")): progress = min(progress + 1, 2)
    case (_, UInt8(ascii: ">")) where progress == 2: self = HTMLContext()
    default: progress = 0
    }
  }

  private mutating func begin(_ part: Part, progress: UInt8 = 0) {
    self.part = part
    (attribute, address, name, self.progress) = (.plain, .open, .empty, progress)
  }

  private mutating func beginContent() {
    let element = element
    self = HTMLContext()
    if Self.rawElements.contains(element) { part = .rawText }
    if element == "title" || element == "textarea" { part = .characterData }
    if part != .text { self.element = element }
  }

  private static let rawElements: [Name] = [
    "script", "style", "xmp", "iframe", "noembed", "noframes", "plaintext",
  ]
  private static let urlAttributes: [Name] = [
    "href", "src", "action", "formaction", "poster", "cite", "srcset", "xlink:href", "data", "ping",
    "background", "manifest", "longdesc", "codebase",
  ]
}

/// The schemes that a URL in an attribute may have.
let allowedSchemes: [Name] = ["http", "https", "mailto", "tel"]

func isLetter(_ byte: UInt8) -> Bool {
  (0x61...0x7A).contains(byte | 0x20)
}

func lowercased(_ byte: UInt8) -> UInt8 {
  (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
}
