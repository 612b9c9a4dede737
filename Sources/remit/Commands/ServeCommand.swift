import ArgumentParser
import Diagnostics
import Files
import Glibc
import Pipeline
import Preview
import Site

struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract:
      "Shows the site in the browser as you write: each file as soon as it is saved, and what is wrong.",
    discussion: """
      Pages are made when the browser asks for them; nothing is written. Entities with 'publish: false' are shown too.
      Ctrl-C stops it.
      """)

  @OptionGroup var folder: RootOptions

  @Option(help: "The port; by default, the first free one from 4747 on.")
  var port: UInt16?

  @Option(
    help: ArgumentHelp(
      "The address to listen on. Others can see the preview only if they can reach this address.",
      valueName: "address"))
  var host = "127.0.0.1"

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "A name by which others may reach the preview, such as devbox.lan; may be repeated. IP addresses need none.",
      valueName: "name"))
  var allowHost: [String] = []

  @Flag(help: "Open the site in the browser.")
  var open = false

  @Option(
    help: ArgumentHelp(
      "The editor that opens a file at a mistake: \(EditorLink.names), or a URL with {path}, {line} and {column}.",
      valueName: "editor"))
  var editor = EditorLink.vscode

  @OptionGroup var strictness: StrictnessOptions
  @OptionGroup var day: DayOptions
  @OptionGroup var progress: ProgressOptions

  func validate() throws {
    for name in allowHost where !HostName.isValid(name) {
      throw ValidationError(
        "--allow-host: '\(name)' is not a host name; write it without scheme and port, such as devbox.lan")
    }
  }

  func run() async throws {
    endAtOnce(on: [SIGINT, SIGTERM, SIGHUP])
    let options = try strictness.buildOptions(drafts: true, day)
    // A folder that is deleted and made again is found again by its full path only.
    let root = resolvedPath(folder.root)
    // It watches before all is read: what is saved in between is read again.
    let line = progress.line(ending: .inPeace)
    let watcher = try FolderWatcher(root: root) { method in line.aside { ServeCommand.tell(method) } }
    ServeCommand.tell(watcher.method)
    var session = try await line.during {
      try await PreviewSession(Build(root: root, options: options), editor: editor, progress: $0)
    }
    let server = try await start(session)
    session.printProblems()
    try Terminal.output("\(server.url) · \(session.summary)\nCtrl-C stops it.\n")
    // Some browsers stay in the foreground.
    if open { Task { await ServeCommand.openBrowser(server.url, beside: line) } }
    for await changed in watcher.changes() {
      line.restart()
      let told = await line.during { await session.update(changed, progress: $0) }
      guard let told else { continue }
      server.announce(session.state)
      session.printProblems()
      try Terminal.output(told)
    }
  }

  private func start(_ session: PreviewSession) async throws -> PreviewServer {
    do {
      let server = try await PreviewServer.start(
        host: host, port: port.map(Int.init), allowedHosts: allowHost, pages: session.pages,
        state: session.state)
      if !server.isLoopback {
        ServeCommand.warn(
          "everyone who can reach '\(host)' can read this preview, unpublished pages included")
      }
      return server
    } catch let error as PreviewError {
      throw CommandError.usage("\(error.description)")
    }
  }

  private static func tell(_ method: FolderWatcher.Method) {
    guard case .polling(let reason) = method else { return }
    warn("Remit checks the files at intervals instead of watching them: \(reason)")
  }

  /// Nothing is written, so there is nothing to tidy up.
  private func endAtOnce(on signals: [Int32]) {
    for number in signals { signal(number) { _ in _exit(0) } }
  }

  private static func openBrowser(_ url: String, beside line: ProgressLine) async {
    do {
      let outcome = try await ChildProcess("xdg-open", [url]).run()
      if outcome.status != 0 { line.aside { warn("could not open a browser: \(outcome.errors)") } }
    } catch ChildProcessError.tookTooLong {
      // One that stays in the foreground is open.
      return
    } catch {
      line.aside { warn("could not open a browser: \(error)") }
    }
  }

  private static func warn(_ text: String) { Terminal.error("remit: warning: \(text)\n") }
}
