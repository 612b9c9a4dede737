import Foundation
import Glibc

/// A headless Chromium with a profile of its own, spoken to over a socket. Tests skip what needs it where it
/// is not installed.
package final class Browser: Sendable {
  package struct Failure: Error, CustomStringConvertible {
    package var description: String

    package init(description: String) { self.description = description }
  }

  /// The program, where it is installed.
  package static let program: String? = ["/usr/bin/chromium", "/usr/bin/chromium-browser"]
    .first { unsafe access($0, X_OK) == 0 }

  let connection: BrowserConnection
  private let process: pid_t
  private let profile: URL

  private init(_ arguments: [String]) throws {
    guard let program = Self.program else { throw Failure(description: "there is no chromium") }
    profile = FileManager.default.temporaryDirectory.appending(path: "browser-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: profile, withIntermediateDirectories: true)
    let socket = try BrowserSocket()
    process = try socket.spawn(program, Self.settings + ["--user-data-dir=\(profile.path)"] + arguments)
    connection = BrowserConnection(socket.ours)
  }

  /// Runs `body` with a browser, which is gone afterwards.
  ///
  /// - Parameter arguments: further ones of the command line, such as `--host-resolver-rules=…`.
  package static func with<Value: Sendable>(
    arguments: [String] = [], _ body: (Browser) async throws -> Value
  ) async throws -> Value {
    let browser = try Browser(arguments)
    do {
      let value = try await body(browser)
      try await browser.close()
      return value
    } catch {
      try await browser.close()
      throw error
    }
  }

  /// An empty tab.
  package func openTab() async throws -> Tab {
    struct Target: Codable { var targetId: String }
    struct Attached: Decodable { var sessionId: String }
    struct Attach: Encodable {
      var targetId: String
      var flatten = true
    }
    let target: Target = try await connection.call("Target.createTarget", ["url": "about:blank"])
    let attached: Attached = try await connection.call(
      "Target.attachToTarget", Attach(targetId: target.targetId))
    return Tab(connection: connection, session: attached.sessionId, target: target.targetId)
  }

  /// Ends the browser's own process, and takes its profile away.
  private func close() async throws {
    connection.end()
    let process = process
    await withCheckedContinuation { continuation in
      Thread.detachNewThread {
        Self.await(process)
        continuation.resume()
      }
    }
    try FileManager.default.removeItem(at: profile)
  }

  /// It ends when its line does; one that doesn't is killed.
  private static func await(_ process: pid_t) {
    for _ in 0..<150 {
      if waitpid(process, nil, WNOHANG) == process { return }
      usleep(20_000)
    }
    kill(process, SIGKILL)
    waitpid(process, nil, 0)
  }

  private static let settings =
    [
      "--headless=new", "--remote-debugging-pipe", "--no-first-run", "--no-default-browser-check",
      "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-sync",
      "--disable-component-update", "--disable-extensions", "--hide-scrollbars", "--mute-audio",
      "--force-device-scale-factor=1",
    ] + (geteuid() == 0 ? ["--no-sandbox"] : [])
}
