import Glibc
import NIOCore
import NIOPosix

/// Serves pages over HTTP, as they are made, and tells the open ones what changed.
package final class PreviewServer: Sendable {
  /// Tried one after the other where no port is given.
  package static let defaultPorts = 4747...4796

  package let port: Int
  /// Whether only programs on this machine reach it.
  package let isLoopback: Bool
  /// Where a browser on this machine finds the site, with a final `/`.
  package let url: String

  private let channel: any Channel
  private let connections: OpenConnections

  private init(channel: any Channel, names: OwnNames, connections: OpenConnections) {
    self.channel = channel
    self.connections = connections
    (port, isLoopback) = (names.port, names.isLoopback)
    let isEverywhere = names.host == "0.0.0.0" || names.host == "::"
    url = "http://\(isEverywhere ? "127.0.0.1:\(port)" : names.authority)/"
  }

  /// Listens, and serves until `stop` is called.
  ///
  /// - Parameters:
  ///   - host: the address or name to listen on. Only one of this machine's own keeps others out.
  ///   - port: 0 is any free one; `nil` the first free one of `defaultPorts`.
  ///   - allowedHosts: names, beside `host` and `localhost`, under which it may be asked for.
  ///   - state: what pages are told until the first `announce`.
  /// - Throws: `PreviewError` where that is not possible.
  package static func start(
    host: String = "127.0.0.1", port: Int?, allowedHosts: [String] = [], pages: any PageSource,
    state: PreviewState, limits: PreviewLimits = PreviewLimits()
  ) async throws -> PreviewServer {
    DescriptorLimit.raise(to: limits.connections + 200)
    let connections = OpenConnections(most: limits.connections, state: state)
    for candidate in port.map({ $0...$0 }) ?? defaultPorts {
      do {
        return try await listen((host, allowedHosts), candidate, pages, limits, connections)
      } catch let error as IOError where error.errnoCode == EADDRINUSE {
        continue
      } catch {
        throw PreviewError.cannotListen(host: host, port: candidate, reason: "\(error)")
      }
    }
    throw port.map(PreviewError.portInUse) ?? PreviewError.noFreePort(defaultPorts)
  }

  /// Tells all open pages; those that are opened later get it at once.
  package func announce(_ state: PreviewState) {
    connections.announce(state)
  }

  /// Ends at once: nothing is waited for, no connection stays.
  package func stop() async {
    for channel in connections.stop() + [channel] {
      // One that is closed already is what we want.
      channel.close(promise: nil)
      do { try await channel.closeFuture.get() } catch { continue }
    }
  }

  private static func listen(
    _ names: (host: String, allowed: [String]), _ port: Int, _ pages: any PageSource, _ limits: PreviewLimits,
    _ connections: OpenConnections
  ) async throws -> PreviewServer {
    let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .serverChannelOption(.backlog, value: 512)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      // Out of open files: accepts again a moment later.
      .serverChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.keepFromOtherPrograms()
          try channel.pipeline.syncOperations.addHandler(AcceptBackoffHandler())
        }
      }
      // Else the system would keep megabytes for a client that does not read.
      .childChannelOption(.socketOption(.so_sndbuf), value: 256 << 10)
      .childChannelOption(.allowRemoteHalfClosure, value: true)
      .childChannelInitializer { child in
        child.eventLoop.makeCompletedFuture {
          guard connections.add(child) else { throw ChannelError.ioOnClosedChannel }
          child.closeFuture.whenComplete { _ in connections.remove(child) }
          try child.keepFromOtherPrograms()
          let names = OwnNames(
            host: names.host, allowed: names.allowed, address: child.parent?.localAddress)
          let connection = try Connection(
            child, Service(pages: pages, names: names, limits: limits, connections: connections))
          let serving = Task { await connection.serve() }
          child.closeFuture.whenComplete { _ in serving.cancel() }
        }
      }
      .bind(host: names.host, port: port).get()
    let names = OwnNames(host: names.host, allowed: names.allowed, address: channel.localAddress)
    return PreviewServer(channel: channel, names: names, connections: connections)
  }
}

extension Channel {
  /// A browser that is started meanwhile would else hold the port long after the server has gone.
  fileprivate func keepFromOtherPrograms() throws {
    try pipeline.syncOperations.withUnsafeTransportIfAvailable(of: NIOBSDSocket.Handle.self) { socket in
      _ = fcntl(socket, F_SETFD, FD_CLOEXEC)
    }
  }
}
