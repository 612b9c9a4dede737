package import Diagnostics
import Glibc

extension SiteWriter {
  /// The state on disk of each file of the last build, in the order of their paths; `nil` where one is gone or is no
  /// file any more. Equal states mean that nobody has touched the website.
  package func state() -> [(path: String, file: StoredFile)]? {
    var state: [(path: String, file: StoredFile)] = []
    for path in output.manifest.paths + [Manifest.name] {
      guard let found = status(of: path, in: output.number), found.isFile else { return nil }
      state.append((path, StoredFile(in: "", found)))
    }
    return state
  }
}

/// The state on disk of the program that runs: another version is another file. `nil` where that cannot be told.
package func stateOfProgram() -> StoredFile? {
  Descriptor("/proc/self/exe", O_RDONLY)?.status().map { StoredFile(in: "", $0) }
}
