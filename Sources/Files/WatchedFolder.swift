import Glibc

/// A folder with a watch of the kernel's.
struct WatchedFolder {
  /// The watch of the folder that it is in; `nil` for the root.
  var parent: CInt?
  var name: String
  var access: FolderAccess
  /// The watches of the folders in it, by the bytes of their names: strings of other bytes can be equal.
  var children: [[UInt8]: CInt] = [:]
}

/// Who may read a folder.
struct FolderAccess: Equatable {
  private let mode: mode_t
  private let owner: uid_t
  private let group: gid_t

  init?(of folder: borrowing Descriptor) {
    guard let status = folder.status() else { return nil }
    mode = status.st_mode
    owner = status.st_uid
    group = status.st_gid
  }
}
