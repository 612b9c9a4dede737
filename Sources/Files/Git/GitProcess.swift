/// How git is run: so that it reads what is in the repository, and nothing in the repository is obeyed. Whoever made a
/// folder, an archive or a pull request has also made its settings, and some of those name commands.
struct GitProcess {
  /// The folder that it works in.
  var folder: String

  /// Settings that win over those of the repository, and of any file that these include.
  private static let settings = [
    // A folder within a checkout may look like a repository of its own, with settings that came with the checkout.
    "safe.bareRepository=explicit",
    "core.fsmonitor=false", "core.hooksPath=/dev/null", "core.sshCommand=false", "core.gitProxy=false",
    "core.askPass=false", "core.alternateRefsCommand=true", "credential.helper=", "core.pager=cat",
  ]

  private static let environment: [String: String?] = {
    var environment: [String: String?] = [
      // Messages in English, no lock on the index, no question to anybody.
      "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0",
      // What is missing is not fetched: settings say from where, and how. Git before 2.45 knows only the former.
      "GIT_ALLOW_PROTOCOL": "none", "GIT_NO_LAZY_FETCH": "1",
    ]
    // What leads git to another repository than that of the folder, as it is set where a hook runs.
    for name in redirections { environment.updateValue(nil, forKey: name) }
    return environment
  }()

  private static let redirections = [
    "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_ATTR_SOURCE", "GIT_COMMON_DIR", "GIT_CONFIG",
    "GIT_CONFIG_PARAMETERS",
    "GIT_DIR", "GIT_GRAFT_FILE", "GIT_IMPLICIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_NAMESPACE",
    "GIT_NO_REPLACE_OBJECTS", "GIT_OBJECT_DIRECTORY", "GIT_PREFIX", "GIT_REPLACE_REF_BASE",
    "GIT_SHALLOW_FILE",
    "GIT_WORK_TREE",
  ]

  /// - Throws: `GitError` where git is not at hand, takes too long or says too much.
  func run(_ arguments: [String], input: [UInt8] = []) async throws -> ChildProcess.Outcome {
    let settings = Self.settings.flatMap { ["-c", $0] }
    var child = ChildProcess("git", ["--no-pager", "-C", folder] + settings + arguments)
    child.input = input
    child.timeLimit = .seconds(600)
    child.environment = Self.environment
    do {
      return try await child.run()
    } catch ChildProcessError.notFound {
      throw GitError.noGit
    } catch let error as ChildProcessError {
      throw GitError.failed(error.description)
    }
  }
}

extension ChildProcess.Outcome {
  /// What git said when it failed, as far as somebody can do something about it.
  func failure(in folder: String) -> GitError {
    if errors.contains("dubious ownership") || errors.contains("unsafe repository") {
      return .foreignOwner(folder, quotedPath ?? folder)
    }
    if errors.contains("bare repository") { return .bareRepository(folder) }
    if ["transport '", "lazy fetching", "promisor"].contains(where: errors.contains) {
      return .missingObjects
    }
    return .failed(reason)
  }

  /// What git said, without its prefix.
  var reason: String {
    let line = errors.split(separator: "\n").first.map(String.init) ?? "status \(status)"
    return line.hasPrefix("fatal: ") ? String(line.dropFirst("fatal: ".count)) : line
  }

  /// The one line that it printed.
  var line: String? {
    let text = String(decoding: output, as: UTF8.self).split(separator: "\n")
    return text.count == 1 ? String(text[0]) : nil
  }

  /// The one line that it printed, where that is the id of an object.
  var object: String? {
    line.flatMap { line in
      let isID =
        (40...64).contains(line.utf8.count)
        && line.utf8.allSatisfy { Unicode.Scalar($0).properties.isASCIIHexDigit }
      return isID ? line : nil
    }
  }

  /// The first text in single quotes: of an owner's repository its path.
  private var quotedPath: String? {
    let parts = errors.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
    return parts.count == 3 ? String(parts[1]) : nil
  }
}
