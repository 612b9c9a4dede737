import Foundation
import Glibc
import Testing

/// A folder of a test's own, removed with the value.
final class TemporaryFolder {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "remit-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path(percentEncoded: false)
  }

  deinit {
    do { try FileManager.default.removeItem(atPath: path) } catch { Issue.record(error) }
  }

  func callAsFunction(_ name: String) -> String { "\(path)/\(name)" }

  /// Writes a file and the folders above it.
  func write(_ name: String, _ text: String) throws {
    let url = URL(filePath: self(name))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func read(_ name: String) -> String? {
    FileManager.default.contents(atPath: self(name)).map { String(decoding: $0, as: UTF8.self) }
  }

  func link(_ name: String, to destination: String) throws {
    try FileManager.default.createSymbolicLink(atPath: self(name), withDestinationPath: destination)
  }

  /// Everything below a folder, sorted; folders end with a slash.
  func list(_ name: String = "") throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: self(name)).sorted().map { path in
      var isFolder: ObjCBool = false
      _ = unsafe FileManager.default.fileExists(atPath: "\(self(name))/\(path)", isDirectory: &isFolder)
      return isFolder.boolValue ? path + "/" : path
    }
  }

  func status(_ name: String) throws -> stat {
    var status = stat()
    try #require(unsafe lstat(self(name), &status) == 0)
    return status
  }
}
