import Glibc

/// One name in a folder.
struct FolderEntry {
  enum Sort { case file, folder, symbolicLink, other }

  var name: String
  var sort: Sort
}

/// What a folder holds, in the disk's order.
struct FolderListing {
  var entries: [FolderEntry] = []
  /// Names that are not UTF-8, with replacement characters.
  var unreadableNames: [String] = []

  /// Reads the folder's names, hidden ones (`.x`) included, `.` and `..` not. `nil` with `errno` set on
  /// failure.
  init?(of folder: borrowing Descriptor) {
    // The stream closes the number that it is given.
    let copy = fcntl(folder.number, F_DUPFD_CLOEXEC, 0)
    guard copy >= 0 else { return nil }
    guard let stream = unsafe fdopendir(copy) else {
      close(copy)
      return nil
    }
    defer { unsafe closedir(stream) }
    unsafe rewinddir(stream)
    while true {
      errno = 0
      guard let entry = unsafe readdir(stream) else { break }
      let bytes = unsafe Self.name(of: entry)
      if bytes == [UInt8(ascii: ".")] || bytes == [UInt8(ascii: "."), UInt8(ascii: ".")] { continue }
      guard let name = String(validating: bytes, as: UTF8.self) else {
        unreadableNames.append(String(decoding: bytes, as: UTF8.self))
        continue
      }
      entries.append(FolderEntry(name: name, sort: Self.sort(unsafe entry.pointee.d_type, name, folder)))
    }
    guard errno == 0 else { return nil }
  }

  private static func name(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
    unsafe withUnsafeBytes(of: &entry.pointee.d_name) { unsafe [UInt8]($0.prefix { $0 != 0 }) }
  }

  private static func sort(_ type: UInt8, _ name: String, _ folder: borrowing Descriptor) -> FolderEntry.Sort
  {
    switch Int(type) {
    case DT_REG: return .file
    case DT_DIR: return .folder
    case DT_LNK: return .symbolicLink
    case DT_UNKNOWN:
      // Some file systems do not say.
      guard let status = status(of: name, in: folder.number) else { return .other }
      return status.isFile
        ? .file : status.isFolder ? .folder : status.isSymbolicLink ? .symbolicLink : .other
    default: return .other
    }
  }
}
