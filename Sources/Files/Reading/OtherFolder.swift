package import Diagnostics
import Glibc

/// A folder that is no knowledge base yet: what lies at its top, and its files.
package struct OtherFolder: Sendable {
  private let path: String
  /// Of all that lies at its top, hidden ones too.
  package let names: Set<String>
  package let folders: Set<String>

  /// - Throws: `FileError` where it is no folder that can be read.
  package init(_ path: String) throws {
    guard let folder = Descriptor(path, O_RDONLY | O_DIRECTORY), let listing = FolderListing(of: folder)
    else {
      throw FileError(path, "read")
    }
    self.path = path
    names = Set(listing.entries.map(\.name))
    folders = Set(listing.entries.filter { $0.sort == .folder }.map(\.name))
  }

  /// A file in it; `nil` where there is none that can be read. No symbolic link is followed.
  package func file(_ name: String) -> SourceText? {
    guard let folder = Descriptor(path, O_RDONLY | O_DIRECTORY) else { return nil }
    var reader = SourceReader(root: folder, at: path, SourceTree.Layout())
    return reader.files(at: name).first { $0.path == name }
  }

  /// The files below one of its folders, by their paths in that, and what cannot be read; `nil` where there is no such
  /// folder. They are read by the rules of `SourceTree.load`.
  ///
  /// - Parameters:
  ///   - name: empty for the folder itself.
  ///   - isRead: which files are read; of the others one knows only where they are.
  ///   - isLeftOut: which files and folders are passed over.
  package func files(
    in name: String, isRead: @escaping @Sendable (String) -> Bool,
    isLeftOut: @escaping @Sendable (String) -> Bool
  ) -> (files: [SourceText], diagnostics: [Diagnostic])? {
    guard let outer = Descriptor(path, O_RDONLY | O_DIRECTORY), let folder = outer.folder(at: name) else {
      return nil
    }
    var layout = SourceTree.Layout { isRead(String($0.dropFirst(2))) }
    layout.content = "."
    layout.isPassedOver = { isLeftOut(String($0.dropFirst(2))) }
    let place = name.isEmpty ? path : path + "/" + name
    var reader = SourceReader(root: folder, at: place, layout)
    let files = reader.allFiles().map { $0.moved(to: String($0.path.dropFirst(2))) }
    let problems = reader.diagnostics.map { problem in
      var problem = problem
      if let found = problem.place?.path, found.hasPrefix("./") {
        problem.place?.path = String(found.dropFirst(2))
      }
      return problem
    }
    return (files, problems)
  }
}

extension SourceText {
  /// The same text at another path.
  package func moved(to path: String) -> SourceText {
    if let stored { return SourceText(path: path, stored: stored) }
    return SourceText(path: path, bytes: bytes, encoding: encoding)
  }
}
