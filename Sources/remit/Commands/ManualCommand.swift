import ArgumentParser
import Knowledge
import Manual

struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: "Prints the manual: a list of its pages, a page, or a section of one.",
    discussion: """
      A page is named as in the list (time), a section by its page and heading (time#a-proposal), or alone where only \
      one page has it (remit-init). The word in brackets behind "error" or "warning" is the section about that message:

        remit manual invalid-date
      """)

  @Argument(
    help: ArgumentHelp(
      "A page, such as time, or a section; without it, the list of pages.", valueName: "page"),
    completion: .manual)
  var question: String?

  /// In columns: longer lines are hard to read.
  private static let widest = 100

  func run() throws {
    let manual = ManualPages.own
    guard let question else {
      let rows = manual.all.map { [$0.name, $0.title, $0.summary] }
      return try Terminal.output(Table(header: ["page", "title", "what it holds"], rows: rows).text)
    }
    do {
      let text = try manual.text(of: question)
      // The text is the program's own: nothing in it gives orders, and it has to be what the manual says.
      try Terminal.data(Terminal.columnsOfOutput.map { text.wrapped(columns: min($0, Self.widest)) } ?? text)
    } catch let refusal as ManualRefusal {
      throw CommandError.usage(refusal.message)
    }
  }
}
