import Foundation
import Testing

/// What a shell offers behind Tab.
@Suite struct CompletionTests {
  @Test(
    arguments: [
      (["list", "ta"], ["target"]), (["new", "pol"], ["policy"]), (["schema", "--kind", "me"], ["measure"]),
      (["show", "target/"], ["target/fine-dust-2030"]), (["export", "dead"], ["deadlines"]),
      (["show", "measure/clean"], ["measure/clean-air-plan/1"]),
      (["list", "--format", "c"], ["csv"]), (["init", "--ci", "git"], ["github", "gitlab"]),
      (["sho"], ["show"]),
      (["manual", "ti"], ["time"]), (["manual", "invalid-pe"], ["invalid-period"]),
      (["manual", "time#a-pr"], ["time#a-proposal"]), (["show", "--root", "/nonexistent", "target/"], []),
    ] as [([String], [String])])
  func bashOffers(_ typed: [String], _ offered: [String]) throws {
    let folder = try TemporaryFolder.withStarter()
    #expect(try bash(typed, in: folder.url) == offered)
  }

  @Test func theFolderIsThatOfTheRootAsItIsTyped() throws {
    let folder = try TemporaryFolder()
    #expect(try Remit.run("init", folder.path + "/a base").status == 0)
    for root in ["a\\ base", "'a base'", "\"a base\""] {
      #expect(try bash(["show", "--root", root, "agency/"], in: folder.url) == ["agency/environment-office"])
    }
  }

  /// bash expands what it is offered.
  @Test func namesThatAShellWouldObeyAreNotOffered() throws {
    let folder = try TemporaryFolder.withStarter()
    try folder.write([
      "content/agencies/$(touch obeyed).md": "# A\n", "content/agencies/`touch obeyed`.md": "# B\n",
      "content/agencies/c d.md": "# C\n", "content/agencies/工信部.md": "# D\n",
    ])
    #expect(
      try bash(["show", "agency/"], in: folder.url) == ["agency/environment-office", "agency/工信部"])
    #expect(try folder.snapshot(".")["obeyed"] == nil)
  }

  /// As bash calls the function of the script when Tab is pressed behind the last word.
  private func bash(_ typed: [String], in folder: URL) throws -> [String] {
    let script = """
      program=$1; shift
      source <("$program" --generate-completion-script bash)
      COMP_WORDS=("$program" "$@")
      COMP_CWORD=$#
      COMP_LINE="${COMP_WORDS[*]}"
      COMP_POINT=${#COMP_LINE}
      _remit remit "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", script, "bash", Remit.binary.path] + typed
    process.currentDirectoryURL = folder
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return text.split(separator: "\n").map(String.init)
  }
}
