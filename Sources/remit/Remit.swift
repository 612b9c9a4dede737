import ArgumentParser
import Diagnostics
import Files
import Links
import Pipeline
import Renaming

#if canImport(Glibc)
  import Glibc
#endif

struct Remit: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remit",
    abstract: "Makes a website from a policy knowledge base kept as Markdown in git.",
    discussion: """
      It works in the current folder, or in the one that --root names.

      The manual is in the program: 'remit manual' lists its pages, and 'remit manual invalid-date' explains
      error[invalid-date].

      It ends with status 0 if all is well, 1 if the content has errors, 2 if the command line or the settings are wrong,
      3 if only links to elsewhere are dead, and 70 for a bug.
      """,
    version: Remit.version,
    subcommands: [
      InitCommand.self, AdoptCommand.self, NewCommand.self, RenameCommand.self, BuildCommand.self,
      ServeCommand.self,
      CheckCommand.self, FmtCommand.self,
      ListCommand.self, ShowCommand.self, SearchCommand.self,
      ExportCommand.self, DiffCommand.self, SchemaCommand.self,
      MarkdownCommand.self, ManualCommand.self,
    ])

  static let version = "0.1.0"
}

/// Why a command stops without having done what it was asked for.
enum CommandError: Error {
  /// The command line or the configuration is wrong: exit status 2.
  case usage(PlainMessage)
  /// The content has problems, printed already: exit status 1.
  case content
  /// The configuration has problems, printed already: exit status 2.
  case configuration
  /// Pages elsewhere are gone, printed already: exit status 3.
  case deadLinks
}

@main
enum Main {
  static func main() async {
    Terminal.openMissing()
    // A reader that goes away (`remit list … | head`) must not end the program in the middle.
    signal(SIGPIPE, SIG_IGN)
    // Nothing was asked for, so nothing was done: a step of a CI job that says so must not pass.
    guard CommandLine.arguments.count > 1 else {
      Terminal.error(Remit.helpMessage() + "\n")
      exit(2)
    }
    do {
      var command = try Remit.parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      exit(finish(error))
    }
  }

  /// Tells people what happened, and gives the exit status: 1 content, 2 usage, 3 dead links, 70 a bug.
  private static func finish(_ error: any Error) -> Int32 {
    switch error {
    case CommandError.content: return 1
    case CommandError.configuration: return 2
    case CommandError.deadLinks: return 3
    case CommandError.usage(let message): return fail(message)
    case let failure as PipelineError: return fail(failure.message)
    case let refusal as RenameRefusal: return fail(refusal.message)
    case let failure as LinkError: return fail(failure.message)
    case let failure as FileError: return fail(failure.message)
    case let failure as GitError: return fail(failure.message)
    default:
      let code = Remit.exitCode(for: error)
      let text = Remit.fullMessage(for: error)
      guard code.isSuccess else {
        Terminal.error(text + "\n")
        // The argument parser's own status for usage errors is 64.
        return code == .validationFailure ? 2 : 70
      }
      do {
        // Help, the version, and scripts for shells, which must be as they are.
        try Terminal.data(text + "\n")
        return 0
      } catch {
        return finish(error)
      }
    }
  }

  private static func fail(_ message: PlainMessage) -> Int32 {
    Terminal.error("remit: \(message)\n")
    return 2
  }
}
