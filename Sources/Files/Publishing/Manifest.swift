import Diagnostics

/// The files in the output folder that Remit made.
struct Manifest: Sendable {
  static let name = ".remit-manifest"
  private static let header = "remit-manifest 1"

  /// Sorted by bytes, each once.
  let paths: [String]
  /// By bytes: to the disk, two spellings of one accented letter are two names.
  private let set: Set<[UInt8]>

  init(_ paths: [String]) {
    var set: Set<[UInt8]> = []
    self.paths = paths.filter { set.insert(Array($0.utf8)).inserted }.sorted(by: isOrderedBefore)
    self.set = set
  }

  /// Reads what an earlier build left; `nil` where it is no manifest of this version. Whoever can write to
  /// the folder can write the manifest too, so that a path that Remit would never write is not believed.
  init?(_ bytes: [UInt8]) {
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    guard let first = lines.first, first.elementsEqual(Self.header.utf8) else { return nil }
    let paths = lines.dropFirst().compactMap { String(validating: $0, as: UTF8.self) }
    self.init(paths.filter { OutputPath.objection(to: $0) == nil })
  }

  var bytes: [UInt8] {
    var bytes = Array(Self.header.utf8)
    bytes.append(UInt8(ascii: "\n"))
    for path in paths {
      bytes += path.utf8
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }

  func contains(_ path: String) -> Bool { set.contains(Array(path.utf8)) }

  /// The paths inside a folder.
  func paths(under folder: String) -> ArraySlice<String> {
    let prefix = folder + "/"
    var (low, high) = (0, paths.count)
    while low < high {
      let middle = (low + high) / 2
      if isOrderedBefore(paths[middle], prefix) { low = middle + 1 } else { high = middle }
    }
    return paths[low...].prefix { $0.utf8.starts(with: prefix.utf8) }
  }

  func union(_ other: Manifest) -> Manifest {
    let added = other.paths.filter { !contains($0) }
    return added.isEmpty ? self : Manifest(paths + added)
  }
}
