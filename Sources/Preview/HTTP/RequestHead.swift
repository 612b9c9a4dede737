/// The head of an HTTP/1.0 or 1.1 request.
struct RequestHead: Equatable, Sendable {
  struct Field: Equatable, Sendable {
    /// In lower case.
    var name: String
    var value: String
  }

  var method: String
  /// As it was sent: visible ASCII characters.
  var target: String
  /// 0 or 1.
  var minorVersion: Int
  var fields: [Field] = []

  /// The values of all fields of that name, in the order in which they were sent.
  func values(_ name: String) -> [String] {
    fields.filter { $0.name == name }.map(\.value)
  }

  /// The value of a field; several are joined as a list.
  subscript(name: String) -> String? {
    let values = values(name)
    return values.isEmpty ? nil : values.joined(separator: ", ")
  }

  /// Whether the client wants to send another request on the same connection.
  var keepsAlive: Bool {
    let options = (self["connection"] ?? "").lowercased().split(separator: ",").map { $0.trimmed }
    return minorVersion == 0 ? options.contains("keep-alive") : !options.contains("close")
  }
}

extension StringProtocol {
  /// Whether it has no other characters than the ten digits.
  var isDigits: Bool { utf8.allSatisfy { (0x30...0x39).contains($0) } }
}

extension Substring {
  /// Without blanks and tabs at both ends.
  var trimmed: Substring {
    var text = self.drop { $0 == " " || $0 == "\t" }
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    return text
  }
}
