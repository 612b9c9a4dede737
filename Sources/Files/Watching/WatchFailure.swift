import Glibc

/// Why the kernel cannot tell of changes.
enum WatchFailure: Error, Equatable {
  /// The folder of the knowledge base is not there, or not the one that was.
  case noRoot
  /// More happened than the kernel keeps.
  case overflow
  /// In words, for the user: what the matter is and how it can be changed.
  case unavailable(String)

  static func call(_ name: String, code: CInt = errno) -> WatchFailure {
    switch (name, code) {
    case ("inotify_add_watch", ENOSPC):
      .unavailable(
        "the limit on watches (fs.inotify.max_user_watches\(value(of: "max_user_watches"))) has been reached; "
          + "raise it with 'sysctl fs.inotify.max_user_watches=524288' as root")
    case ("inotify_init1", EMFILE):
      .unavailable(
        "the limit on watchers (fs.inotify.max_user_instances\(value(of: "max_user_instances"))) has been reached; "
          + "raise it with 'sysctl fs.inotify.max_user_instances=1024' as root")
    default: .unavailable("the system cannot watch folders: \(textOfError(code))")
    }
  }

  private static func value(of limit: String) -> String {
    // A file of the kernel's says that it is empty, and is read with one call.
    guard let file = Descriptor("/proc/sys/fs/inotify/\(limit)", O_RDONLY),
      let bytes = file.readAll(expecting: 64, isFile: true)
    else { return "" }
    return " = " + String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  }
}
