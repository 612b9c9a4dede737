/// A file that is published as it is: where its bytes are, and what tells that they are others now. It is looked at when
/// the knowledge base is read, and read when it is written or served, piece by piece: a folder of scanned documents
/// needs no memory.
package struct StoredFile: Hashable, Sendable {
  package enum Location: Hashable, Sendable {
    /// Below a folder.
    case folder(String)
    /// In a git repository.
    case object(String)
  }

  package var location: Location
  /// In bytes.
  package var size: Int
  /// Numbers that are others once the file has changed: on disk which file it is and when it was written.
  package var stamp: [Int]

  package init(_ location: Location, size: Int, stamp: [Int] = []) {
    self.location = location
    self.size = size
    self.stamp = stamp
  }
}
