import Diagnostics
import FrontMatter

/// What is told of a page that isn't written in UTF-8, and whether it can be read all the same.
struct WrittenEncoding {
  private(set) var diagnostics: [Diagnostic] = []
  /// Why a plain page is held back: what it says can't be told.
  private(set) var unreadable: FrontMatter.Unreadable?

  /// - Parameter isLenient: whether it's somebody else's page, which must not stop the build.
  init(_ file: SourceText, isLenient: Bool) {
    switch file.encoding {
    case nil, .utf16?: break
    case .windows1252?:
      diagnostics = [
        Diagnostic(
          .invalidUTF8, isLenient ? .warning : .error,
          "this file is not in UTF-8" + (isLenient ? ", so it is read as Windows-1252" : ""),
          at: Place(file.path, file.firstBeyondASCII), help: Self.help("WINDOWS-1252"))
      ]
    case .unknown(let mayBeGB18030)? where isLenient:
      unreadable = FrontMatter.Unreadable(
        position: file.firstBeyondASCII,
        help: mayBeGB18030
          ? Self.help("GB18030") + ", if it is Chinese" : Self.help("…") + " with the encoding that it has")
    case .unknown?: break
    }
  }

  private static func help(_ encoding: String) -> String {
    "save it as UTF-8, as with 'iconv -f \(encoding) -t UTF-8'"
  }

  /// Of a page that is held back for its encoding nobody needs to know each of its bytes.
  func filtered(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    unreadable == nil ? diagnostics : diagnostics.filter { $0.id != .invalidUTF8 }
  }
}
