/// Logs are read by more people than files are, so what stands before the host of an address is shown as stars.
extension String {
  package var withoutPasswords: String {
    guard utf8.contains(UInt8(ascii: "@")) else { return self }
    return String(String.UnicodeScalarView(Array(unicodeScalars).withoutPasswords))
  }
}

extension [Unicode.Scalar] {
  package var withoutPasswords: [Unicode.Scalar] {
    var shown = self
    var start: Int?
    for (index, scalar) in enumerated() {
      switch scalar {
      case "/" where index > 1 && self[index - 1] == "/" && self[index - 2] == ":": start = index + 1
      case "/", "?", "#", " ", "\t", "\n": start = nil
      case "@":
        for hidden in (start ?? index)..<index { shown[hidden] = "*" }
        // A second one belongs to the password.
        if start != nil { start = index }
      default: break
      }
    }
    return shown
  }
}

extension Diagnostic {
  package var withoutPasswords: Diagnostic {
    var diagnostic = self
    diagnostic.message = message.withoutPasswords
    diagnostic.help = help?.withoutPasswords
    for index in notes.indices { diagnostic.notes[index].message = notes[index].message.withoutPasswords }
    return diagnostic
  }
}
