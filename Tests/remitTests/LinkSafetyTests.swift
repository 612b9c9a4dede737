import Diagnostics
import Foundation
import Links
import Testing

/// What servers elsewhere, and files that came with a clone, make of the check of links: nothing but verdicts.
@Suite struct LinkSafetyTests {
  /// A knowledge base with one page of links.
  private func base(_ links: String...) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "content"), withIntermediateDirectories: true)
    let text = links.map { "- <\($0)>\n" }.joined()
    try Data(text.utf8).write(to: folder.url.appending(path: "content/links.md"))
    return folder
  }

  /// A program that answers in place of curl; the address is its last argument.
  private func check(
    _ folder: borrowing TemporaryFolder, curl: String? = nil, _ arguments: String...
  ) throws -> Remit.Outcome {
    var path = "/usr/bin:/bin"
    if let curl {
      let bin = folder.url.appending(path: "bin")
      try FileManager.default.createDirectory(at: bin, withIntermediateDirectories: true)
      let script = "#!/bin/sh\nfor address; do :; done\necho \"$address\" >> '\(folder.path)/asked'\n" + curl
      try Data(script.utf8).write(to: bin.appending(path: "curl"))
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: bin.path + "/curl")
      path = bin.path + ":" + path
    }
    return try Remit.run(
      all: ["check", "--external", "--pause", "0", "--root", folder.path] + arguments,
      environment: ["PATH": path])
  }

  private func asked(_ folder: borrowing TemporaryFolder) throws -> [String] {
    try String(contentsOfFile: folder.path + "/asked", encoding: .utf8).split(separator: "\n").map(
      String.init)
  }

  @Test func aPageWithoutAnEndIsCutOff() throws {
    let server = try AnswerServer { _, _, _ in .endless }
    defer { server.stop() }
    let folder = try base(server.address + "/endless")
    let outcome = try check(folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    try server.awaitRequests(2)
    // What the sockets hold counts as sent.
    while server.requests.last?.sent == 0 { usleep(1000) }
    #expect(server.requests.last.map { $0.sent < 20_000_000 } == true)
  }

  @Test func theWholeCheckHasAnEnd() async throws {
    let server = try AnswerServer { _, path, _ in path == "/1" ? .status(200) : .silence }
    defer { server.stop() }
    let check = LinkCheck(pause: .zero, timeLimit: 600, wholeTime: .milliseconds(700))
    var found: [String] = []
    let start = ContinuousClock.now
    try await check.run((1...3).map { "\(server.address)/\($0)" }) { address, _ in found.append(address) }
    #expect(found.allSatisfy { $0.hasSuffix("/1") })
    #expect(ContinuousClock.now - start < .seconds(60))
    let note = Diagnostic.outOfTime(2, 30)
    #expect(
      note.severity == .note && note.message == "the check ran out of time: 2 links were not checked")
  }

  @Test func anAddressWithAPasswordIsNotAskedAndNotPrinted() throws {
    let folder = try base("https://user:secret@h.example/a", "http://user@h.example/")
    for format in ["text", "github", "json", "sarif"] {
      let outcome = try check(folder, curl: "exit 6\n", "--format", format)
      let printed = outcome.output + outcome.errors
      #expect(outcome.status == 0, "\(printed)")
      #expect(printed.contains("password-in-address") && printed.contains("h.example"))
      #expect(!printed.contains("secret"), "\(printed)")
    }
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/asked"))
    let errors = try Remit.run("check", "--root", folder.path).errors
    let message =
      "warning[password-in-address]: this address of 'h.example' contains a user name or password"
    #expect(
      errors.hasPrefix("content/links.md:1:4: \(message)\n  1 | - <https://***********@h.example/a>\n"),
      "\(errors)")
    #expect(errors.contains("\ncontent/links.md:2:4: \(message)\n"))
  }

  @Test(arguments: [
    "http://127.0.0.1/", "http://127.1/", "http://2130706433/", "http://0x7f.0.0.1/", "http://0177.0.0.1/",
    "http://%31%32%37.0.0.1/", "http://169.254.169.254/latest/", "http://10.0.0.1:8080/",
    "https://192.168.1.1/",
    "http://[::1]/", "http://[::ffff:10.0.0.1]/", "http://[fd00::1]/", "http://[64:ff9b::a00:1]/",
    "http://localhost./",
    "http://metadata.google.internal/", "http://router/", "http://x.localhost/", "http://0/",
    "http://１２７.0.0.1/",
    "https://user:secret@h.example/",
  ])
  func aPageElsewhereDoesNotLeadIntoANetwork(_ target: String) throws {
    let folder = try base("http://public.example/")
    let outcome = try check(folder, curl: "printf '\\n302 0.1 0.1 %s' '\(target)'\n")
    #expect(try asked(folder) == ["http://public.example/"])
    #expect(outcome.errors.contains("it redirects to "), "\(outcome.errors)")
    #expect(!outcome.errors.contains("secret"))
  }

  @Test func whoeverWritesAnAddressOfTheirOwnNetworkMeansIt() throws {
    let folder = try base("http://10.0.0.1/wiki")
    let curl =
      "case $address in *wiki) printf '\\n302 0.1 0.1 http://10.0.0.2/' ;; *) printf '\\n200 0.1 0.1 ' ;; esac\n"
    let outcome = try check(folder, curl: curl)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try asked(folder) == ["http://10.0.0.1/wiki", "http://10.0.0.2/"])
  }

  @Test(arguments: [
    ("yes | head -c 3000000", 3, "is dead: the answer does not end"), ("exit 0", 3, "is dead"),
    ("printf '\\n99999999999999999999 0 0 '", 3, "is dead"), ("printf '\\n-1 x'", 3, "is dead"),
    ("printf 'Retry-After: 99999999999999999999\\n\\n503 1 1 '", 0, "asks to try again later"),
    (
      "printf 'Retry-After: 9223372036854775807\\n\\n503 1 1 '", 0, "asks to wait 9223372036854775807 seconds"
    ),
    ("printf 'retry-after: -9223372036854775808\\n\\n404 1 1 '", 3, "answers 404"),
    ("kill -9 $$", 3, "is dead"), ("printf '\\377\\000\\n200'", 0, ""),
  ])
  func whatCurlPrintsIsNotBelieved(_ curl: String, _ status: Int32, _ words: String) throws {
    let folder = try base("http://public.example/")
    let outcome = try check(folder, curl: curl + "\n")
    #expect(outcome.status == status, "\(outcome.errors)")
    #expect(words.isEmpty ? outcome.errors.isEmpty : outcome.errors.contains(words), "\(outcome.errors)")
  }

  @Test(arguments: [
    (401, "", 0), (403, "", 0), (405, "", 0), (406, "", 0), (429, "", 0), (451, "", 0), (999, "", 0),
    (503, "Server: cloudflare", 0), (520, "cf-mitigated: challenge", 0), (404, "Server: cloudflare", 3),
    (404, "", 3),
    (410, "", 3), (503, "", 3), (500, "", 3),
  ])
  func whatTurnsProgramsAwayIsANote(_ status: Int, _ header: String, _ exit: Int32) throws {
    let folder = try base("http://public.example/")
    let outcome = try check(folder, curl: "printf '\(header)\\n\\n\(status) 0.1 0.1 '\n")
    #expect(outcome.status == exit, "\(outcome.errors)")
    #expect(
      outcome.errors.contains(exit == 0 ? "note[unchecked-link]" : "warning[dead-link]"), "\(outcome.errors)")
  }

  @Test(arguments: [
    (6, "0", 3, "there is no such host"), (7, "0", 3, "the connection is refused"),
    (28, "0", 3, "there is no answer"),
    (28, "0.000021", 0, "does not answer programs"), (52, "0.1", 0, "closes connections from programs"),
    (92, "0.1", 0, "closes connections from programs"), (60, "0.1", 3, "the certificate is not valid"),
  ])
  func aServerThatIsThereAndSaysNothingIsANote(
    _ curl: Int, _ connected: String, _ exit: Int32, _ words: String
  ) throws {
    let folder = try base("https://public.example/")
    let outcome = try check(folder, curl: "printf '\\n000 \(connected) \(connected) '\nexit \(curl)\n")
    #expect(outcome.status == exit, "\(outcome.errors)")
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
  }

  @Test(arguments: [
    "-9223372036854775808", "9223372036854775807", "-1", "1e400", "99999999999999999999", "\"x\"", "[]",
    "null", "{}",
  ])
  func whatWasRememberedIsNotBelieved(_ time: String) throws {
    let folder = try base("http://public.example/")
    let cache = folder.url.appending(path: ".remit")
    try FileManager.default.createDirectory(at: cache, withIntermediateDirectories: true)
    let text =
      "{\"links\": [{\"address\": \"http://public.example/\", \"result\": \"alive\", \"checked\": \(time)}]}"
    try Data(text.utf8).write(to: cache.appending(path: "links.json"))
    let outcome = try check(folder, curl: "printf '\\n404 1 1 '\n")
    #expect(outcome.status == 3, "\(outcome.errors)")
  }

  @Test(arguments: [".remit", ".remit/links.json"])
  func aLinkInPlaceOfTheCacheIsNotFollowed(_ name: String) throws {
    let folder = try base("http://public.example/")
    let elsewhere = folder.url.appending(path: "elsewhere")
    try FileManager.default.createDirectory(at: elsewhere, withIntermediateDirectories: true)
    if name != ".remit" {
      try FileManager.default.createDirectory(
        atPath: folder.path + "/.remit", withIntermediateDirectories: true)
    }
    let target = name == ".remit" ? elsewhere.path : elsewhere.path + "/links.json"
    try FileManager.default.createSymbolicLink(atPath: "\(folder.path)/\(name)", withDestinationPath: target)
    let outcome = try check(folder, curl: "printf '\\n200 1 1 '\n")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("it is a symbolic link"), "\(outcome.errors)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: elsewhere.path).isEmpty)
  }
}
