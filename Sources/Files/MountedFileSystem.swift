import Glibc

/// Whether the kernel tells of all changes in a folder.
enum MountedFileSystem {
  /// The name of the folder's file system, if it is one where others can change files without this kernel's
  /// knowing.
  static func remoteName(of folder: String) -> String? {
    guard let status = Descriptor(folder, O_RDONLY | O_DIRECTORY)?.status() else { return nil }
    do {
      let mounts = String(decoding: try readFile("/proc/self/mountinfo"), as: UTF8.self)
      return remoteName(of: status.st_dev, in: mounts)
    } catch {
      // Without a list of mounts there is nothing that says so.
      return nil
    }
  }

  /// Lines of mounts are `id parent major:minor root folder options … - sort source options`.
  static func remoteName(of device: dev_t, in mounts: String) -> String? {
    let number = "\(device >> 8 & 0xfff | device >> 32 & ~0xfff):\(device & 0xff | device >> 12 & ~0xff)"
    for line in mounts.split(separator: "\n") {
      let fields = line.split(separator: " ")
      guard fields.count > 2, fields[2] == number, let dash = fields.firstIndex(of: "-"),
        dash + 1 < fields.count
      else { continue }
      let sort = String(fields[dash + 1])
      return remote.contains(sort) || sort.hasPrefix("fuse.") ? sort : nil
    }
    return nil
  }

  private static let remote: Set<String> = [
    "9p", "afs", "ceph", "cifs", "coda", "fuse", "gfs2", "glusterfs", "lustre", "nfs", "nfs4", "ocfs2",
    "prl_fs", "smb3", "smbfs", "vboxsf", "virtiofs", "vmhgfs",
  ]
}
