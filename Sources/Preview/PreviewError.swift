/// Why the server cannot start.
package enum PreviewError: Error, Equatable, CustomStringConvertible {
  /// Another program listens on the port that was asked for.
  case portInUse(Int)
  /// All of these ports are taken.
  case noFreePort(ClosedRange<Int>)
  /// The system refuses, in its own words.
  case cannotListen(host: String, port: Int, reason: String)

  package var description: String {
    switch self {
    case .portInUse(let port): "port \(port) is in use by another program"
    case .noFreePort(let ports):
      "all ports from \(ports.lowerBound) to \(ports.upperBound) are in use by other programs"
    case .cannotListen(let host, let port, let reason): "cannot listen on \(host):\(port): \(reason)"
    }
  }
}
