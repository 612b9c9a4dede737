import Foundation
import Testing

/// Links to elsewhere, checked by the real program against a real server.
@Suite struct LinkTests {
  private struct Told: Decodable, Hashable {
    var id: String
    var severity: String
    var message: String
    var path: String
    var line: Int
    var column: Int
    var help: String
  }

  /// A knowledge base with sources, and a page with these links.
  private func base(_ links: [String], sources: [String: String] = [:]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let schema = """
      kinds:
        source:
          folder: sources
          fields:
            url: {type: url}
            archived: {type: record, many: true, fields: {url: {type: url, required: true}}}
      """
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "content/sources"), withIntermediateDirectories: true)
    try write(schema, to: "schema.yaml", in: folder)
    try write(links.map { "- \($0)\n" }.joined(), to: "content/links.md", in: folder)
    for (name, text) in sources { try write(text, to: "content/sources/\(name).md", in: folder) }
    return folder
  }

  private func write(_ text: String, to path: String, in folder: borrowing TemporaryFolder) throws {
    try Data(text.utf8).write(to: folder.url.appending(path: path))
  }

  private func check(_ folder: borrowing TemporaryFolder, _ arguments: String...) throws -> Remit.Outcome {
    try Remit.run(all: ["check", "--external", "--pause", "0", "--root", folder.path] + arguments)
  }

  private func told(_ outcome: Remit.Outcome) throws -> [Told] {
    try JSONDecoder().decode([Told].self, from: Data(outcome.output.utf8))
  }

  @Test func everySortOfAnswerIsToldAsWhatItIs() throws {
    let server = try AnswerServer { method, path, earlier in
      switch path {
      case "/head-refused": method == "HEAD" ? .status(405) : .status(200)
      case "/gone": .status(404)
      case "/moved": .status(301, ["Location: /moved-again"])
      case "/moved-again": .status(308, ["Location: /fine?new#part"])
      case "/elsewhere": .status(302, ["Location: /fine"])
      case "/wall": .status(403)
      case "/busy": earlier == 0 ? .status(429, ["Retry-After: 1"]) : .status(200)
      case "/flaky": earlier < 2 ? .status(503) : .status(200)
      case "/cut": .reset
      case "/silent": .silence
      case "/loop": .status(302, ["Location: /loop"])
      case "/file": .status(301, ["Location: file:///etc/passwd"])
      default: .status(200)
      }
    }
    defer { server.stop() }
    let paths = [
      "fine", "head-refused", "gone", "moved", "elsewhere", "wall", "busy", "flaky", "cut", "silent", "loop",
      "file", "工?q=%20é",
    ]
    let folder = try base(paths.map { "\(server.address)/\($0)" })
    let outcome = try check(folder, "--timeout", "1", "--format", "json")
    #expect(outcome.status == 3, "\(outcome.errors)")
    let messages = try told(outcome).map { "\($0.line) \($0.severity)[\($0.id)]: \($0.message)" }
    let at = server.address
    #expect(
      messages == [
        "3 warning[dead-link]: '\(at)/gone' is dead: the server answers 404",
        "4 note[moved-link]: '\(at)/moved' has moved permanently to '\(at)/fine?new#part'",
        "6 note[unchecked-link]: '\(at)/wall' could not be checked: the server answers 403",
        "9 note[unchecked-link]: '\(at)/cut' could not be checked: the server closes connections from programs",
        "10 note[unchecked-link]: '\(at)/silent' could not be checked: the server does not answer programs",
        "11 warning[dead-link]: '\(at)/loop' is dead: it redirects more than 10 times",
        "12 warning[dead-link]: '\(at)/file' is dead: it redirects to 'file:///etc/passwd', which is not a web address",
      ])
    #expect(server.methods("/fine") == ["HEAD", "HEAD"])
    #expect(server.methods("/%E5%B7%A5?q=%20%C3%A9") == ["HEAD"])
    #expect(server.methods("/head-refused") == ["HEAD", "GET"])
    #expect(server.methods("/gone") == ["HEAD", "GET"])
    #expect(server.methods("/flaky") == ["HEAD", "GET", "GET"])
    #expect(server.methods("/silent") == ["HEAD", "GET", "GET", "GET"])
    #expect(server.methods("/loop").count == 11)
    let busy = server.requests.filter { $0.path == "/busy" }
    #expect(busy.count == 2 && busy[1].began - busy[0].began >= .seconds(1))
    // What no server said is not kept.
    let cache = try String(contentsOf: folder.url.appending(path: ".remit/links.json"), encoding: .utf8)
    #expect(cache.contains("/gone\"") && !cache.contains("/cut\"") && !cache.contains("/silent\""))
    let headers = server.requests.map(\.headers)
    #expect(headers.allSatisfy { $0.contains("User-Agent: remit/0.1.0 (link check)\r\n") })
    #expect(headers.allSatisfy { !$0.contains("Cookie") && !$0.contains("Authorization") })
  }

  @Test(
    arguments: [
      (429, "3600", "the server asks to wait 3600 seconds"),
      (503, "Fri, 31 Dec 1999 23:59:59 GMT", "the server asks to try again later"),
    ])
  func aHostThatWantsToRestIsAskedForNothingMore(_ status: Int, _ when: String, _ reason: String) throws {
    let busy = try AnswerServer { _, path, _ in
      path == "/a" ? .status(200) : .status(status, ["Retry-After: \(when)"])
    }
    // Leads to the busy host once that has been asked for the page that it's busy for.
    let other = try AnswerServer { _, _, _ in
      do { try busy.awaitRequests(2) } catch { return .reset }
      return .status(302, ["Location: \(busy.address)/led-there"])
    }
    defer { for server in [busy, other] { server.stop() } }
    let folder = try base(
      ["a", "busy", "second", "third"].map { "\(busy.address)/\($0)" }
        + ["\(other.address)/elsewhere"])
    let outcome = try check(folder, "--format", "json")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let links = ["busy", "second", "third"].map { "\(busy.address)/\($0)" } + ["\(other.address)/elsewhere"]
    #expect(
      try told(outcome).map { "\($0.severity)[\($0.id)]: \($0.message)" }
        == links.map { "note[unchecked-link]: '\($0)' could not be checked: \(reason)" })
    #expect(busy.requests.map(\.path) == ["/a", "/busy"])
  }

  @Test func oneHostGetsOneRequestAtATimeWithAPauseBetween() throws {
    let servers = try [0, 1].map { _ in try AnswerServer { _, _, _ in .status(200) } }
    defer { for server in servers { server.stop() } }
    let folder = try base((1...3).flatMap { number in servers.map { "\($0.address)/\(number)" } })
    let outcome = try Remit.run(
      all: ["check", "--external", "--pause", "0.4", "--root", folder.path])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output == "1 entity; 6 links: 6 checked, 0 dead; 0 errors; 0 warnings\n")
    for server in servers {
      let requests = server.requests
      #expect(requests.map(\.path) == ["/1", "/2", "/3"])
      for (first, second) in zip(requests, requests.dropFirst()) {
        let ended = try #require(first.ended)
        #expect(second.began - ended >= .milliseconds(400))
      }
    }
    // The pauses of one host are no reason for another to wait.
    let (a, b) = (servers[0].requests, servers[1].requests)
    #expect(a[0].began < b[2].began && b[0].began < a[2].began)
  }

  @Test func anAddressIsAskedForOnceAndToldWithEveryPlaceAndItsArchivedCopy() throws {
    let server = try AnswerServer { _, path, _ in .status(path == "/gone" ? 410 : 200) }
    defer { server.stop() }
    let address = server.address
    let folder = try base(
      ["\(address)/gone#part", "\(address)/gone-too"],
      sources: [
        "a": """
        ---
        title: A
        url: {is: "\(address)/gone", source: a}
        archived:
          - {url: "\(address)/copy"}
        ---
        See [it](\(address)/gone).
        """
      ])
    let outcome = try check(folder)
    #expect(outcome.status == 3)
    #expect(
      outcome.errors == """
        content/links.md:1:3: warning[dead-link]: '\(address)/gone' is dead: the server answers 410
          1 | - \(address)/gone#part
            |   \(String(repeating: "^", count: address.count + 10))
          note: content/sources/a.md:3: it is also written here
          note: content/sources/a.md:7: it is also written here
          help: there is a copy: \(address)/copy

        """)
    #expect(server.methods("/gone") == ["HEAD", "GET"])
    #expect(server.methods("/copy") == ["HEAD"])
    let github = try check(folder, "--format", "github")
    #expect(github.output.hasPrefix("::warning file=content/links.md,line=1,col=3,title=dead-link::"))
  }

  @Test func whatIsKnownIsNotAskedForAgainUntilItIsOld() throws {
    let server = try AnswerServer { _, path, _ in .status(path == "/gone" ? 404 : 200) }
    defer { server.stop() }
    let folder = try base(["\(server.address)/fine", "\(server.address)/gone"])
    let first = try check(folder)
    #expect(first.status == 3)
    #expect(server.requests.count == 3)
    let second = try check(folder)
    #expect(second.errors == first.errors && second.status == 3)
    #expect(second.output.contains("2 links: 0 checked, 1 dead"))
    #expect(server.requests.count == 3)

    let path = folder.url.appending(path: ".remit/links.json")
    let text = try String(contentsOf: path, encoding: .utf8)
    let dayAgo = try text.replacing(Regex("\"checked\": [0-9]+")) { match in
      let seconds = Int(text[match.range].split(separator: " ")[1]) ?? 0
      return "\"checked\": \(seconds - 86_401)"
    }
    try Data(dayAgo.utf8).write(to: path)
    #expect(try check(folder).output.contains("2 links: 1 checked, 1 dead"))
    #expect(server.methods("/fine") == ["HEAD"])
    #expect(try check(folder, "--max-age", "0").output.contains("2 links: 2 checked"))

    let other = folder.path + "/elsewhere/cache.json"
    #expect(try check(folder, "--cache", other).output.contains("2 links: 2 checked"))
    #expect(try check(folder, "--cache", other).output.contains("2 links: 0 checked"))
    #expect(try check(folder, "--cache", folder.path + "/schema.yaml").status == 2)
  }

  @Test func whoeverEndsItEarlyKeepsWhatWasFound() throws {
    let server = try AnswerServer { _, path, _ in path == "/2" ? .silence : .status(200) }
    defer { server.stop() }
    let folder = try base(["\(server.address)/1", "\(server.address)/2"])
    let process = Process()
    process.executableURL = Remit.binary
    process.arguments = ["check", "--external", "--pause", "0", "--root", folder.path]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    try server.awaitRequests(2)
    kill(process.processIdentifier, SIGINT)
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal)
    let cache = try String(contentsOf: folder.url.appending(path: ".remit/links.json"), encoding: .utf8)
    #expect(cache.contains("\(server.address)/1\"") && !cache.contains("\(server.address)/2\""))
  }

  @Test func theStatusSaysWhoseMistakeItIs() throws {
    let server = try AnswerServer { _, _, _ in .status(404) }
    defer { server.stop() }
    let folder = try base(["\(server.address)/gone"])
    #expect(try check(folder, "--strict").status == 3)
    try write("[[nothing]]", to: "content/sources/wrong.md", in: folder)
    #expect(try check(folder).status == 1)
    try write("nonsense: 1", to: "remit.yaml", in: folder)
    #expect(try check(folder).status == 2)
  }

  @Test func withoutCurlNothingIsAskedAndThatIsSaid() throws {
    let folder = try base(["http://127.0.0.1:9/"])
    let outcome = try Remit.run(
      all: ["check", "--external", "--root", folder.path], environment: ["PATH": folder.path])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("apt-get install curl"))
  }

  @Test(arguments: [
    "--config=/etc/passwd", "http://", "javascript:alert(1)", "file:///etc/passwd", "http:///x",
  ])
  func whatIsNoWebAddressReachesNoProgram(_ address: String) throws {
    let folder = try base([])
    try write("[x](<\(address)>)", to: "content/links.md", in: folder)
    let outcome = try Remit.run(
      all: ["check", "--external", "--root", folder.path], environment: ["PATH": folder.path])
    // Without curl in PATH, asking would end with status 2.
    #expect(outcome.status != 2, "\(outcome.errors)")
  }
}
