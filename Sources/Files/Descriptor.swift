import Glibc

/// An open file or folder, closed when it goes.
struct Descriptor: ~Copyable {
  let number: CInt

  init(owning number: CInt) { self.number = number }

  /// Opens `path`, relative to `folder` where there is one. Never waits for the other end of a pipe, and
  /// never becomes the controlling terminal's. `nil` with `errno` set where it cannot be opened.
  init?(_ path: String, in folder: CInt = AT_FDCWD, _ flags: CInt, mode: mode_t = 0) {
    let number = unsafe openat(folder, path, flags | O_CLOEXEC | O_NOCTTY | O_NONBLOCK, mode)
    guard number >= 0 else { return nil }
    self.number = number
  }

  deinit { close(number) }

  func status() -> stat? {
    var status = stat()
    return unsafe fstat(number, &status) == 0 ? status : nil
  }

  /// Opens a folder in this folder, no part of whose path may be a symbolic link; the empty path is this
  /// folder itself. `nil` with `errno` set where it cannot be opened.
  func folder(at path: String) -> Descriptor? {
    var folder = Descriptor(".", in: number, O_RDONLY | O_DIRECTORY)
    for part in path.split(separator: "/") {
      guard let outer = folder.take() else { return nil }
      folder = Descriptor(String(part), in: outer.number, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
    }
    return folder
  }

  /// Everything up to the end, with room for `expected` bytes at first; `nil` with `errno` set on failure.
  /// More than `limit` bytes are a failure with `EFBIG`.
  func readAll(expecting expected: Int, isFile: Bool, limit: Int = .max) -> [UInt8]? {
    var bytes: [UInt8] = []
    var room = max(expected, 0) + 1
    while true {
      let count = append(to: &bytes, room: room)
      if count < 0 { return nil }
      if bytes.count > limit {
        errno = EFBIG
        return nil
      }
      // A file that gives less than asked for is at its end; a pipe may just be slow.
      if count == 0 || (isFile && count < room) { return bytes }
      room = 1 << 16
    }
  }

  /// Appends what one read gives, `room` bytes at most; the count, or -1 with `errno` set.
  private func append(to bytes: inout [UInt8], room: Int) -> Int {
    if bytes.isEmpty {
      var count = 0
      bytes = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
        count = unsafe readOnce(UnsafeMutableRawBufferPointer(buffer))
        filled = max(count, 0)
      }
      return count
    }
    var chunk = [UInt8](repeating: 0, count: room)
    let count = unsafe chunk.withUnsafeMutableBytes { unsafe readOnce($0) }
    if count > 0 { bytes += chunk[..<count] }
    return count
  }

  /// One read, repeated where a signal interrupts it; the count, or -1 with `errno` set.
  func readOnce(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
    while true {
      let count = unsafe read(number, buffer.baseAddress, buffer.count)
      if count >= 0 || errno != EINTR { return count }
    }
  }

  /// Writes all bytes; `false` with `errno` set on failure.
  func writeAll(_ bytes: [UInt8]) -> Bool {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe write(number, buffer.baseAddress?.advanced(by: written), buffer.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      written += count
    }
    return true
  }

  /// Whether the file holds exactly these bytes, which are known to be as many; `nil` with `errno` set where
  /// it cannot be read.
  func holds(_ bytes: [UInt8]) -> Bool? {
    unsafe withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { chunk -> Bool? in
      unsafe bytes.withUnsafeBytes { buffer -> Bool? in
        guard let old = chunk.baseAddress, let new = buffer.baseAddress else { return bytes.isEmpty }
        var compared = 0
        while compared < buffer.count {
          let count = unsafe readOnce(chunk)
          guard count >= 0 else { return nil }
          guard count > 0, compared + count <= buffer.count,
            unsafe memcmp(old, new + compared, count) == 0
          else { return false }
          compared += count
        }
        return true
      }
    }
  }
}

extension stat {
  private var sort: mode_t { st_mode & S_IFMT }
  var isFile: Bool { sort == S_IFREG }
  var isFolder: Bool { sort == S_IFDIR }
  var isSymbolicLink: Bool { sort == S_IFLNK }
}

/// What stands at a path, symbolic links not followed; `nil` with `errno` set where nothing does.
func status(of path: String, in folder: CInt = AT_FDCWD) -> stat? {
  var status = stat()
  return unsafe fstatat(folder, path, &status, AT_SYMLINK_NOFOLLOW) == 0 ? status : nil
}
