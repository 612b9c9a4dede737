import Foundation
import Testing

/// A repository can come from anybody: as a clone, as a folder of one, or in an archive with its settings. None of these
/// makes `remit diff` run a command.
@Suite struct GitSafetyTests {
  /// What settings of a repository can name a command by, each with `CANARY` where the command would stand.
  private static let settings = [
    // What is missing is fetched from a "repository" that is a command.
    "[remote \"origin\"]\npromisor = true\nurl = \"ext::sh -c CANARY\"\n[protocol \"ext\"]\nallow = always",
    "[remote \"origin\"]\npromisor = true\nurl = ssh://h.example/r\n[core]\nsshCommand = \"CANARY #\"",
    "[remote \"origin\"]\npromisor = true\nurl = .\nuploadpack = \"CANARY #\"\n[protocol]\nallow = always",
    "[remote \"origin\"]\npromisor = true\nurl = git://h.example/r\n[core]\ngitProxy = CANARY",
    "[remote \"origin\"]\npromisor = true\nurl = http://127.0.0.1:9/r\n[credential]\nhelper = \"!CANARY #\"\n[core]\n"
      + "askPass = CANARY",
    "[remote \"origin\"]\npromisor = true\nurl = .\n[core]\nalternateRefsCommand = \"CANARY #\"\n[include]\npath = more",
    // What git runs beside reading.
    "[core]\nfsmonitor = CANARY\npager = CANARY\nhooksPath = hooks\neditor = CANARY\n[pager]\ncat-file = CANARY\n"
      + "rev-parse = CANARY\n[diff]\nexternal = CANARY\n[alias]\ncat-file = !CANARY\n"
      + "[diff \"x\"]\ntextconv = CANARY\n[filter \"x\"]\nsmudge = CANARY\nrequired = true\n[gpg]\nprogram = CANARY",
  ]

  private func base(_ folder: borrowing GitFolder) throws {
    try folder.commit([
      "remit.yaml": "title: Small\n", "schema.yaml": "kinds: {}\n", "content/a.md": "hello\n",
      ".gitattributes": "* diff=x filter=x\n",
    ])
  }

  /// Takes the object of a file away, so that git wants to fetch it.
  private func lose(_ object: String, below git: String) throws {
    let path = "\(git)/objects/\(object.prefix(2))/\(object.dropFirst(2))"
    try FileManager.default.removeItem(atPath: path)
  }

  /// Settings with a command that leaves a file behind.
  private func hostile(_ settings: String, _ folder: borrowing TemporaryFolder) throws -> String {
    let script = folder.path + "/canary.sh"
    try Data("#!/bin/sh\ntouch '\(folder.path)/canary'\n".utf8).write(to: URL(filePath: script))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script)
    return settings.replacing("CANARY", with: script)
      + "\n[extensions]\npartialClone = origin\n[core]\nrepositoryformatversion = 1\n"
  }

  private func append(_ text: String, to path: String) throws {
    let file = try FileHandle(forWritingTo: URL(filePath: path))
    try file.seekToEnd()
    try file.write(contentsOf: Data(("\n" + text).utf8))
    try file.close()
  }

  @Test(arguments: settings.indices)
  func noSettingOfAnArchiveRuns(_ index: Int) throws {
    let repository = try GitFolder.new()
    try base(repository)
    let object = try repository.git("rev-parse", "HEAD:content/a.md")
    try append(try hostile(Self.settings[index], repository.folder), to: repository.path + "/.git/config")
    let hook = repository.path + "/hooks/reference-transaction"
    try repository.write("hooks/reference-transaction", "#!/bin/sh\n\(repository.path)/canary.sh\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: hook)
    try lose(object, below: repository.path + "/.git")
    let outcome = try repository.diff("HEAD")
    #expect(outcome.status == 2, "\(outcome.errors)")
    #expect(!FileManager.default.fileExists(atPath: repository.path + "/canary"))
    if index < 6 {
      #expect(
        outcome.errors.hasPrefix("remit: git does not have all the files of that commit"), "\(outcome.errors)"
      )
    }
  }

  /// A folder of an ordinary clone that git takes for a repository, with settings that came with the clone.
  @Test func aRepositoryWithinACheckoutIsNotRead() throws {
    let inner = try GitFolder.new()
    try base(inner)
    let outer = try GitFolder.new()
    for name in ["HEAD", "objects", "refs"] {
      try FileManager.default.createDirectory(atPath: outer.path + "/kb", withIntermediateDirectories: true)
      try FileManager.default.copyItem(
        atPath: "\(inner.path)/.git/\(name)", toPath: "\(outer.path)/kb/\(name)")
    }
    try lose(try inner.git("rev-parse", "HEAD:content/a.md"), below: outer.path + "/kb")
    try outer.write("kb/config", "[core]\nbare = true\n" + (try hostile(Self.settings[0], outer.folder)))
    try outer.write("kb/content/a.md", "x")
    let outcome = try outer.diff("HEAD", below: "kb")
    #expect(outcome.status == 2)
    #expect(
      outcome.errors.contains("is a bare repository") && outcome.errors.contains("help: "),
      "\(outcome.errors)")
    #expect(!FileManager.default.fileExists(atPath: outer.path + "/canary"))
  }

  /// As a hook of another repository has them.
  @Test func variablesThatLeadElsewhereAreNotFollowed() throws {
    let repository = try GitFolder.new()
    try base(repository)
    let other = try GitFolder.new()
    let outcome = try Remit.run(
      all: ["diff", "HEAD", "--root", repository.path],
      environment: [
        "GIT_DIR": other.path + "/.git", "GIT_WORK_TREE": other.path, "GIT_INDEX_FILE": "/dev/null",
        "GIT_OBJECT_DIRECTORY": other.path + "/.git/objects", "GIT_CONFIG_PARAMETERS": "'core.bare'='true'",
        "GIT_EXTERNAL_DIFF": "false", "GIT_SSH": "false",
      ])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output == "no change in the knowledge; no pages touched\n")
  }

  /// A git that prints nonsense: numbers that no arithmetic holds, and answers that are none.
  @Test(arguments: [
    "9223372036854775807", "-9223372036854775808", "-1", "99999999999999999999999", "1e400", "0x10", "",
    "4611686018427387904",
  ])
  func whatGitPrintsIsNotBelieved(_ size: String) throws {
    let folder = try TemporaryFolder()
    try #require(try Remit.run("init", folder.path + "/kb").status == 0)
    let id = String(repeating: "a", count: 40)
    let script = """
      #!/bin/sh
      case "$*" in
        *show-prefix*) echo ;;
        *ls-tree*) printf '100644 blob \(id) \(size)\\tcontent/a.md\\000' ;;
        *cat-file*) printf '\(id) blob \(size)\\nhello\\n' ;;
        *) echo \(id) ;;
      esac
      """
    let bin = folder.url.appending(path: "bin")
    try FileManager.default.createDirectory(at: bin, withIntermediateDirectories: true)
    try Data(script.utf8).write(to: bin.appending(path: "git"))
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: bin.path + "/git")
    let outcome = try Remit.run(
      all: ["diff", "HEAD", "--root", folder.path + "/kb"], environment: ["PATH": bin.path + ":/usr/bin:/bin"]
    )
    // A file of that size is told of as any that is too large.
    let isTooLarge = outcome.errors.hasPrefix("HEAD:content/a.md:1:1: error[file-too-large]")
    #expect(outcome.status == (isTooLarge ? 1 : 2), "\(outcome.errors)")
    #expect(isTooLarge || outcome.errors.hasPrefix("remit: "))
  }

  @Test func anotherOwnersRepositorySaysHowToTrustIt() throws {
    let repository = try GitFolder.new()
    try base(repository)
    let outcome = try Remit.run(
      all: ["diff", "HEAD", "--root", repository.path], environment: ["GIT_TEST_ASSUME_DIFFERENT_OWNER": "1"])
    #expect(outcome.status == 2)
    #expect(
      outcome.errors.contains("help: if you trust it, run: git config --global --add safe.directory '"),
      "\(outcome.errors)")
  }
}
