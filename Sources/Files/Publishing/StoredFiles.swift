import Diagnostics
import Glibc

extension StoredFile {
  init(in root: String, _ status: stat) {
    self.init(
      .folder(root), size: Int(status.st_size),
      stamp: [
        Int(truncatingIfNeeded: status.st_dev), Int(truncatingIfNeeded: status.st_ino),
        status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_ctim.tv_sec, status.st_ctim.tv_nsec,
      ])
  }
}

extension SourceText {
  /// Opens the file that a text stands for, if it is still the one that was looked at.
  ///
  /// - Throws: `FileError`
  func openStored(_ stored: StoredFile) throws -> Descriptor {
    guard case .folder(let root) = stored.location else {
      throw FileError(path, "read", "it is not in the folder")
    }
    let parts = path.split(separator: "/")
    guard let top = Descriptor(root, O_RDONLY | O_DIRECTORY),
      let folder = top.folder(at: parts.dropLast().joined(separator: "/")),
      let file = Descriptor(String(parts.last ?? ""), in: folder.number, O_RDONLY | O_NOFOLLOW)
    else { throw FileError(path, "read") }
    try checkIsSame(file, stored)
    return file
  }

  func checkIsSame(_ file: borrowing Descriptor, _ stored: StoredFile) throws {
    guard case .folder(let root) = stored.location, let status = file.status(), status.isFile,
      StoredFile(in: root, status) == stored
    else { throw FileError(path, "read", "it has changed since the build began; build again") }
  }

  /// All bytes of the file.
  ///
  /// - Throws: `FileError` where it can't be read, or is another now.
  package func allBytes() throws -> [UInt8] {
    guard let stored else { return bytes }
    let file = try openStored(stored)
    guard let bytes = file.readAll(expecting: stored.size, isFile: true, limit: SourceTree.maximumFileSize)
    else { throw FileError(path, "read") }
    return bytes
  }
}

extension Descriptor {
  /// Whether another file, of the same size, has the same bytes; `nil` with `errno` set where one can't be read.
  func hasSameBytes(as other: borrowing Descriptor) -> Bool? {
    var (mine, others) = ([UInt8](), [UInt8]())
    while true {
      guard readPiece(&mine), other.readPiece(&others) else { return nil }
      if mine != others { return false }
      if mine.isEmpty { return true }
    }
  }

  /// Writes all of another file to this one; `false` with `errno` set on failure.
  func writeAll(of other: borrowing Descriptor) -> Bool {
    var piece: [UInt8] = []
    while true {
      guard other.readPiece(&piece) else { return false }
      if piece.isEmpty { return true }
      guard writeAll(piece) else { return false }
    }
  }

  /// The next bytes: as many as there is room for, or all that are left. `false` with `errno` set on failure.
  private func readPiece(_ bytes: inout [UInt8]) -> Bool {
    let room = 1 << 18
    var hasFailed = false
    bytes = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
      filled = 0
      while filled < room {
        let rest = unsafe UnsafeMutableRawBufferPointer(
          rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...])
        let count = unsafe readOnce(rest)
        if count < 0 { hasFailed = true }
        guard count > 0 else { return }
        filled += count
      }
    }
    return !hasFailed
  }
}
