import ArgumentParser
import Folding
import Site

/// The address that opens a file in an editor, at a line and column.
struct EditorLink: ExpressibleByArgument, Sendable {
  private let pattern: String

  static let vscode = EditorLink(pattern: "vscode://file{path}:{line}:{column}")

  private static let known = [
    ("vscode", vscode.pattern), ("vscodium", "vscodium://file{path}:{line}:{column}"),
    ("cursor", "cursor://file{path}:{line}:{column}"), ("zed", "zed://file{path}:{line}:{column}"),
    ("idea", "idea://open?file={path}&line={line}&column={column}"),
    ("sublime", "subl://open?url=file://{path}&line={line}&column={column}"),
    ("textmate", "txmt://open?url=file://{path}&line={line}&column={column}"),
  ]

  static let names = known.map(\.0).joined(separator: ", ")

  private init(pattern: String) { self.pattern = pattern }

  init?(argument: String) {
    if let known = EditorLink.known.first(where: { $0.0 == argument }) {
      pattern = known.1
    } else if argument.contains("{path}"), EditorLink.opensAProgram(argument) {
      pattern = argument
    } else {
      return nil
    }
  }

  /// Whether a link to it begins with the scheme of a program, and is nothing that a browser runs in the page itself.
  /// Browsers pass over blanks and control characters before a scheme, and over tabs and line ends in it; such an
  /// address is none.
  private static func opensAProgram(_ address: String) -> Bool {
    guard address.unicodeScalars.allSatisfy({ $0.value > 0x20 && !(0x7F...0x9F).contains($0.value) }),
      let colon = address.firstIndex(of: ":")
    else { return false }
    let scheme = address[..<colon].asciiLowercased
    return scheme.first?.isLetter == true
      && scheme.utf8.allSatisfy {
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 || "0123456789+-.".utf8.contains($0)
      }
      && !["javascript", "data", "vbscript", "blob", "about", "filesystem", "view-source"].contains(scheme)
  }

  var defaultValueDescription: String {
    EditorLink.known.first { $0.1 == pattern }.map(\.0) ?? pattern
  }

  /// - Parameter path: of the file, from the root of the disk.
  func url(path: String, line: Int, column: Int) -> String {
    let encoded = Routes.encode(path).flatMap { $0 == "&" ? "%26" : String($0) }
    return pattern.replacing("{path}", with: String(encoded)).replacing("{line}", with: String(line))
      .replacing("{column}", with: String(column))
  }
}
