import ArgumentParser
import Links

struct ExternalOptions: ParsableArguments {
  @Flag(help: "Check every link to other sites, with the program curl.")
  var external = false

  @Option(
    help: ArgumentHelp(
      "Where to keep the results; by default .remit/links.json in the knowledge base.", valueName: "file"),
    completion: .file())
  var cache: String?

  @Option(
    help: ArgumentHelp(
      "How long a link that worked is not checked again; one that failed, a day at most. 0 checks all.",
      valueName: "days"))
  var maxAge = 7

  @Option(help: ArgumentHelp("How long to pause between two requests to one host.", valueName: "seconds"))
  var pause = 1.0

  @Option(help: ArgumentHelp("How long to wait for an answer.", valueName: "seconds"))
  var timeout = 20

  @Option(help: ArgumentHelp("How long the whole check may take.", valueName: "minutes"))
  var timeLimit = 30

  func validate() throws {
    if cache?.isEmpty == true { throw ValidationError("--cache: the file's name is empty") }
    guard (0...3650).contains(maxAge) else { throw ValidationError("--max-age: 0 to 3650 days") }
    guard (0...3600).contains(pause) else { throw ValidationError("--pause: 0 to 3600 seconds") }
    guard (1...1440).contains(timeLimit) else { throw ValidationError("--time-limit: 1 to 1440 minutes") }
    guard (1...600).contains(timeout) else { throw ValidationError("--timeout: 1 to 600 seconds") }
  }

  var check: LinkCheck {
    LinkCheck(
      pause: .seconds(pause), timeLimit: timeout, wholeTime: .seconds(60 * timeLimit),
      userAgent: "remit/\(Remit.version) (link check)")
  }
}
