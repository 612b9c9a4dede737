import Foundation
import Testing

/// The manual page that a release has.
@Suite struct ManPageTests {
  @Test func itHasEveryCommandAndOption() throws {
    let page = try self.page().replacing("\\-", with: "-")
    let help = try Remit.run("--help").output
    let commands = help.matches(of: #/\n  ([a-z]+) /#).map { String($0.output.1) }
    #expect(commands.count > 10)
    for command in commands {
      let section = page.components(separatedBy: "\n.SS remit \(command)\n").dropFirst().first
      let text = try #require(section?.components(separatedBy: "\n.S").first, "remit \(command)")
      for option in try Remit.run(command, "--help").output.matches(of: /--[a-z-]+/).map(\.output)
      where !["--version", "--help"].contains(option) {
        #expect(text.contains(option), "remit \(command) \(option)")
      }
    }
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/man")))
  func nothingInItIsTakenForACommandOfRoff() throws {
    let folder = try TemporaryFolder()
    try folder.write(["remit.1": page()])
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/man")
    process.arguments = ["--warnings=all", "--encoding=UTF-8", "--local-file", folder.path + "/remit.1"]
    process.environment = ["PATH": "/usr/bin:/bin", "MANROFFSEQ": "", "MANWIDTH": "80", "LC_ALL": "C.UTF-8"]
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let shown = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let complaints = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(complaints == "")
    #expect(shown.contains("'publish: false'"))
    #expect(shown.contains("remit list measure --where part_of=guiding-opinions-2021"))
  }

  private func page() throws -> String {
    let process = Process()
    process.executableURL = Remit.project.appending(path: ".ci/make-man-page")
    process.arguments = [Remit.binary.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return text
  }
}
