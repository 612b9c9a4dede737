import Foundation

/// Outside test suites, which are data beside the project: `../shared/suites`, or where `REMIT_SUITES` says.
enum Suites {
  struct Example: Decodable, CustomStringConvertible, Sendable {
    let markdown: String
    let html: String
    let example: Int
    let section: String

    var description: String { "\(section) \(example)" }
  }

  static let folder: URL? = {
    if let path = ProcessInfo.processInfo.environment["REMIT_SUITES"] { return URL(fileURLWithPath: path) }
    var folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      let suites = folder.appendingPathComponent("../shared/suites").standardizedFileURL
      if FileManager.default.fileExists(atPath: suites.path) { return suites }
    }
    return nil
  }()

  static func has(_ name: String) -> Bool {
    folder.map { FileManager.default.fileExists(atPath: $0.appendingPathComponent(name).path) } ?? false
  }

  static func examples(_ name: String) throws -> [Example] {
    guard let folder else { return [] }
    let data = try Data(contentsOf: folder.appendingPathComponent(name))
    return try JSONDecoder().decode([Example].self, from: data)
  }
}
