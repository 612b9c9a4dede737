import ArgumentParser
import Diagnostics
import Pipeline
import Renaming

struct RenameCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rename",
    abstract: "Gives an entity another id: moves its file, and updates every reference to it.",
    discussion: """
      The old id stays in former_ids, so the old address still works. Records of changes stay as they are. The rename
      is tried in memory first; if more than the id would change, nothing is written.
      After you have moved a file by hand, it updates the references: remit rename <old id> <id it has now>.
      """)

  @OptionGroup var folder: RootOptions

  @Argument(help: "The entity, as show takes it: agency/environment-office.", completion: .entities)
  var id: String

  @Argument(help: "Its new id, of the same kind, or the new slug alone.")
  var newID: String

  @Flag(help: "Print the changes as a patch for git apply, and write nothing.")
  var dryRun = false

  func run() async throws {
    let answer = try await Build(root: folder.root).rename(id, to: newID)
    switch answer {
    case .refused(let diagnostics, let sources):
      try DiagnosticOutput(format: .text, sources: sources).print(diagnostics)
      Terminal.error("remit: nothing was renamed\n")
      throw diagnostics.contains(where: \.isOfSettings) ? CommandError.configuration : CommandError.content
    case .plan(let plan) where dryRun:
      try Terminal.data(await plan.patch(in: folder.root))
    case .plan(let plan):
      try plan.carryOut(in: folder.root)
      try Terminal.report(summary(plan))
    }
  }

  private func summary(_ plan: RenamePlan) -> String {
    let moved = plan.files.filter(\.isMoved)
    let others = plan.files.count { !$0.isMoved && $0.newPath != plan.path }
    return "\(plan.oldID) is now \(plan.newID)\n"
      + moved.map { "  \($0.old.path.printable) → \($0.newPath.printable)\n" }.joined()
      + (others == 0 ? "" : "  references changed in " + counted(others, "other file", "other files") + "\n")
  }
}
