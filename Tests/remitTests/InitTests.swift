import Foundation
import Site
import Testing

/// What `remit init` writes beside a first knowledge base, and what it says.
@Suite struct InitTests {
  @Test func theNextCommandsWorkAsTheyAreSaid() throws {
    let folder = try TemporaryFolder()
    let root = folder.path + "/it's a base"
    let outcome = try Remit.run("init", root)
    #expect(outcome.status == 0)
    let next = outcome.output.components(separatedBy: "next:\n").last?.split(separator: "\n") ?? []
    let commands = next.map { $0.trimmingCharacters(in: .whitespaces) }
    #expect(commands.map { $0.split(separator: " ")[1] } == ["serve", "new", "build"])
    for command in commands.dropFirst() {
      let typed = command.replacing(/^remit/, with: "'\(Remit.binary.path)'", maxReplacements: 1)
      #expect(try shell(typed) == 0, "\(command)")
    }
    #expect(try folder.snapshot("it's a base/site")["agencies/my-agency.html"] != nil)
  }

  @Test func itIsInTheFormOfFmt() throws {
    let folder = try TemporaryFolder()
    #expect(try Remit.run("init", folder.path).status == 0)
    let outcome = try Remit.run("fmt", "--check", "--root", folder.path)
    #expect(outcome.status == 0, "\(outcome.output)")
  }

  @Test func gitIgnoresWhatIsMade() throws {
    let folder = try TemporaryFolder()
    #expect(try Remit.run("init", folder.path).status == 0)
    let ignored = try String(contentsOf: folder.url.appending(path: ".gitignore"), encoding: .utf8)
    #expect(ignored.split(separator: "\n").suffix(2) == ["/site/", ".remit/"])
  }

  @Test func aGitignoreThatIsThereStays() throws {
    let folder = try TemporaryFolder()
    try folder.write([".gitignore": "mine\n"])
    let outcome = try Remit.run("init", folder.path)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("left .gitignore as it is: add the lines /site/ and .remit/ to it\n"))
    #expect(try folder.snapshot(".")[".gitignore"] == Data("mine\n".utf8))
  }

  @Test(arguments: CIService.allCases) func workflowsComeWithAKnowledgeBaseOrAfterIt(service: CIService)
    throws
  {
    let paths = service.workflows.map(\.path)
    let new = try TemporaryFolder()
    let outcome = try Remit.run("init", new.path, "--ci", service.rawValue)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("in \(paths.joined(separator: " and ")), set where the program is"))
    let old = try TemporaryFolder()
    #expect(try Remit.run("init", old.path).status == 0)
    let later = try Remit.run("init", old.path, "--ci", service.rawValue)
    #expect(later.status == 0, "\(later.errors)")
    #expect(later.output.hasPrefix(paths.map { "wrote \($0)\n" }.joined() + "in "))
    #expect(try new.snapshot(".") == old.snapshot("."))
    let again = try Remit.run("init", old.path, "--ci", service.rawValue)
    #expect(again.status == 2)
    #expect(again.errors.contains("already has \(paths.joined(separator: ", "))"))
  }

  /// `UPDATE_FIXTURES=1` writes the files into the manual, and fails once.
  @Test func theManualShowsTheWorkflows() throws {
    let page = Remit.project.appending(path: "content/manual/ci.md")
    var text = try String(contentsOf: page, encoding: .utf8)
    let files = CIService.allCases.flatMap(\.workflows)
    let shown = text.matches(of: /```yaml\n([\s\S]*?)```\n/)
    try #require(shown.count == files.count)
    for (block, file) in zip(shown, files).reversed() where String(block.output.1) != file.text {
      Issue.record("the manual shows another \(file.path)")
      text.replaceSubrange(block.output.1.startIndex..<block.output.1.endIndex, with: file.text)
    }
    if ProcessInfo.processInfo.environment["UPDATE_FIXTURES"] != nil {
      try text.write(to: page, atomically: true, encoding: .utf8)
    }
  }

  @Test func workflowsNameThisVersion() throws {
    let version = try Remit.run("--version").output.trimmingCharacters(in: .newlines)
    for file in CIService.allCases.flatMap(\.workflows) {
      #expect(file.text.contains("/remit-\(version)-linux-x86_64.tar.gz\n"), "\(file.path)")
    }
  }

  private func shell(_ command: String) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", command]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
