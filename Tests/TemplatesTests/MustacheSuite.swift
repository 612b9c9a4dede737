import Foundation
import Templates

/// One example of the Mustache specification.
struct MustacheExample: Decodable, Sendable {
  var name: String
  var data: JSONValue
  var template: String
  var partials: [String: String]?
  var expected: String
}

/// The folder of the outside specifications, beside the repository: data that may be absent.
enum MustacheSuite {
  static let modules = [
    "comments", "delimiters", "interpolation", "inverted", "partials", "sections", "~dynamic-names",
    "~inheritance",
  ]

  static var isAtHand: Bool { FileManager.default.fileExists(atPath: folder.path) }

  static func examples(of module: String) throws -> [MustacheExample] {
    struct Module: Decodable { var tests: [MustacheExample] }
    let data = try Data(contentsOf: folder.appendingPathComponent("\(module).json"))
    return try JSONDecoder().decode(Module.self, from: data).tests
  }

  private static var folder: URL {
    if let path = ProcessInfo.processInfo.environment["REMIT_SUITES"] {
      return URL(fileURLWithPath: path).appendingPathComponent("mustache")
    }
    var root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    while root.path != "/",
      !FileManager.default.fileExists(atPath: root.appendingPathComponent("Package.swift").path)
    {
      root.deleteLastPathComponent()
    }
    return root.appendingPathComponent("../shared/suites/mustache").standardized
  }
}

/// JSON as values of a template; numbers become the text that they are written as.
enum JSONValue: Decodable, Sendable {
  case null
  case flag(Bool)
  case text(String)
  case list([JSONValue])
  case object([String: JSONValue])

  /// Each `try?` asks whether the value is of that sort; what is of none fails in the last.
  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? container.decode(Int.self) {
      self = .text(String(number))
    } else if let number = try? container.decode(Double.self) {
      self = .text(String(number))
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([JSONValue].self) {
      self = .list(list)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  var named: Named {
    switch self {
    case .null: .nothing
    case .flag(let flag): .flag(flag)
    case .text(let text): .text(text)
    case .list(let items): .list(items.map(\.named))
    case .object(let fields): .object(fields.mapValues(\.named))
    }
  }
}
