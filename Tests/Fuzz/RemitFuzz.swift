import ArgumentParser

@main
struct RemitFuzz: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remit-fuzz",
    abstract:
      "Feeds Remit inputs that no one would write, and tells which end it, hold it up or come out wrong.",
    subcommands: [RunCommand.self, ReplayCommand.self, PrintCommand.self, WorkCommand.self],
    defaultSubcommand: RunCommand.self)
}

/// Where the corpus lies, and which of all inputs are meant.
struct InputOptions: ParsableArguments {
  @Option(help: "The folder of the repository.")
  var project = "."

  @Option(help: "The same number gives the same inputs.")
  var seed: UInt64 = 1
}
