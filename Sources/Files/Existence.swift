import Glibc

/// Whether there is anything at a path; links are followed.
package func fileExists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

/// Whether there is a folder at a path; links are followed.
package func isFolder(_ path: String) -> Bool { unsafe access(path + "/.", F_OK) == 0 }
