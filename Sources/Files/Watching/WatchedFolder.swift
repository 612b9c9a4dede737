import Glibc

/// A folder with a watch of the kernel's.
struct WatchedFolder {
  /// The watch of the folder that it is in; `nil` for the root.
  var parent: CInt?
  var name: String
  var stamp: FolderStamp
  /// The watches of the folders in it, by the bytes of their names: strings of other bytes can be equal.
  var children: [[UInt8]: CInt] = [:]
}

/// Which folder it is, and who may read it.
struct FolderStamp: Equatable {
  private let device: dev_t
  private let inode: ino_t
  private let mode: mode_t
  private let owner: uid_t
  private let group: gid_t

  init?(of folder: borrowing Descriptor) {
    // A deleted one, which somebody has open, has no links.
    guard let status = folder.status(), status.st_nlink > 0 else { return nil }
    device = status.st_dev
    inode = status.st_ino
    mode = status.st_mode
    owner = status.st_uid
    group = status.st_gid
  }
}
