package import Diagnostics
import Glibc
package import Progress

/// The files of a knowledge base as they are on disk: read once, and nothing after this looks at the disk.
package struct SourceTree: Sendable {
  /// What is read from the folder of the knowledge base. Names are single path parts.
  package struct Layout: Sendable {
    package var settings = "remit.yaml"
    package var schema = "schema.yaml"
    package var content = "content"
    package var templates = "templates"
    /// Which files of the content are read; the others are published as they are, and only looked at.
    package var isRead: @Sendable (_ path: String) -> Bool
    /// Which files and folders are passed over, beside those that always are.
    var isPassedOver: @Sendable (_ path: String) -> Bool = { _ in false }

    package init(isRead: @escaping @Sendable (_ path: String) -> Bool = { _ in true }) {
      self.isRead = isRead
    }

    func isStored(_ path: String) -> Bool { path.hasPrefix(content + "/") && !isRead(path) }

    var files: [String] { [settings, schema] }
    var folders: [String] { [content, templates] }
    var names: [String] { files + folders }
  }

  package var settings: SourceText?
  package var schema: SourceText?
  /// Sorted by the bytes of their paths, which begin with the folder's name (`content/policies/x.md`).
  package var content: [SourceText] = []
  /// Whether there is a folder for the content, even if it's empty.
  package var hasContent = false
  /// As `content`; `nil` where there is no such folder.
  package var templates: [SourceText]?
  /// Sorted. What these name is not among the files.
  package var diagnostics: [Diagnostic] = []

  /// In bytes. More is no text that anybody wrote.
  package static let maximumFileSize = 64 << 20

  /// Reads the knowledge base in the folder `root`.
  ///
  /// Left out are hidden files and folders (`.x`) and what editors leave behind (`x~`, `#x#`, `x.swp`). A
  /// symbolic link is not followed: it is a warning. What cannot be read is an error among the diagnostics.
  ///
  /// - Parameter progress: is told of each file.
  /// - Throws: `FileError` where `root` is no folder that can be read.
  package static func load(
    root: String, layout: Layout = Layout(), progress: ProgressMeter? = nil
  ) throws -> SourceTree {
    progress?.begin(.read)
    guard let folder = Descriptor(root, O_RDONLY | O_DIRECTORY) else { throw FileError(root, "read") }
    var tree = SourceTree()
    var reader = SourceReader(root: folder, at: root, layout, progress: progress)
    tree.settings = reader.file(layout.settings)
    tree.schema = reader.file(layout.schema)
    let content = reader.files(under: layout.content)
    tree.content = content ?? []
    tree.hasContent = content != nil
    tree.templates = reader.files(under: layout.templates)
    tree.diagnostics = reader.diagnostics.sorted()
    return tree
  }
}

extension SourceTree {
  /// Files that are at hand, each where the layout has it. A folder is there if it has a file; what lies elsewhere is
  /// no part of a knowledge base.
  package init(_ files: [SourceText], layout: Layout = Layout()) {
    self.init()
    let files = files.sorted { isOrderedBefore($0.path, $1.path) }
    settings = files.first { $0.path == layout.settings }
    schema = files.first { $0.path == layout.schema }
    content = files.filter { $0.path.hasPrefix(layout.content + "/") }
    hasContent = !content.isEmpty
    let templates = files.filter { $0.path.hasPrefix(layout.templates + "/") }
    self.templates = templates.isEmpty ? nil : templates
  }
}
