import Diagnostics
import Files
import Folding
package import Knowledge
package import Progress
import Site

/// Looks at a folder of Markdown that another tool made a website of, and makes a knowledge base of it: in place, where
/// its pages lie in `content/`, or of a copy.
package struct AdoptFolder: Sendable {
  private let folder: String
  /// The folder of the new knowledge base; `nil` for the folder itself.
  private let target: String?

  /// - Throws: `PipelineError` where one of the folders cannot be what it is to be.
  package init(_ folder: String, into target: String?) throws {
    self.folder = folder
    self.target = target
    guard fileExists(folder) else { throw PipelineError("there is no folder '\(folder)'") }
    guard isFolder(folder) else {
      throw PipelineError("'\(folder)' is not a folder: name the one that it is in")
    }
    guard let target else { return }
    let (from, to) = (resolvedPath(folder), resolvedPath(target))
    if to == from || to.hasPrefix(from + "/") {
      throw PipelineError("'\(target)' lies in '\(folder)': name a folder beside it")
    }
    guard fileExists(target) else { return }
    guard isFolder(target), try OtherFolder(target).names.isEmpty else {
      throw PipelineError("'\(target)' is there already: name a folder that is empty or not there yet")
    }
  }

  /// What there is, and what would become of it. Writes nothing.
  ///
  /// - Parameter today: the day up to which pages are published, where the tool goes by that.
  package func look(on today: EDTFDate, progress: ProgressMeter? = nil) async throws -> Adoption {
    progress?.begin(.read)
    let other = try OtherFolder(folder)
    let tools = RecognisedTool.all(other.names)
    let tool = tools.first?.tool
    let file = tool?.settings.first(where: other.names.contains).flatMap { other.file($0) }
    let settings = file.flatMap { file in tool.map { ForeignSettings(file, of: $0) } } ?? ForeignSettings()
    let layout = ForeignLayout(tool, settings, folders: other.folders)
    let isInPlace = target == nil && layout.isOwn
    var content = ForeignContent(other, layout, onlyOwn: isInPlace)
    guard content.files.contains(where: \.isMarkdown) else {
      throw PipelineError(
        "'\(folder)' has no Markdown file that can be read\(content.places(of: layout)): name a folder that has some"
      )
    }
    let addresses = ForeignAddresses(settings, of: tool)
    var adopted = AdoptedSettings()
    (adopted.tool, adopted.settings, adopted.addresses) = (tool, settings, addresses.patterns)
    let name = resolvedPath(folder).parts(at: "/").last.map { String($0) } ?? ""
    if !name.isEmpty { adopted.folderName = name }
    adopted.exclude =
      content.templates(of: tool) + content.leftOut(by: settings, templatesOfVault(other, tool))
    var tree = SourceTree(content.files)
    adopted.include = (settings.collections.map { "_" + $0.name } + settings.included).filter {
      content.has(folder: $0) && $0 != "_posts"
    }
    if isInPlace { tree = try inPlace(&content) }
    let fields = ForeignFields(tree.content, schema: tree.schemaWithoutSettings)
    adopted.fields = fields.declarable
    adopted.today = today
    if tool?.keepsDaysToComeBack ?? false, fields.haveDays { adopted.asOf = today }
    tree.settings = SourceText(path: Configuration.path, text: adopted.text)
    tree.diagnostics = content.diagnostics
    let base = await KnowledgeBase(tree, progress: progress)
    adopted.needsDay = adopted.asOf == nil && base.heldBack.contains { !$0.why.isClear }
    return Adoption(
      folder: folder, target: target, isInPlace: isInPlace, tools: tools, settings: adopted,
      untold: addresses.untold, fields: fields, content: content, base: base,
      hasSettings: isInPlace && other.names.contains(Configuration.path))
  }

  /// The folder of a vault's templates, of which its settings say which it is.
  private func templatesOfVault(_ other: OtherFolder, _ tool: ForeignTool?) -> [String] {
    guard tool == .obsidian, let file = other.file(".obsidian/templates.json") else { return [] }
    return ForeignSettings.text("folder", of: file).map { [$0] } ?? []
  }

  /// The tree as a build would read it, schema and templates too.
  private func inPlace(_ content: inout ForeignContent) throws -> SourceTree {
    let tree = try SourceTree.load(root: folder, layout: Build.layout)
    content.diagnostics = tree.diagnostics.filter { !$0.isOfSettings || $0.isOfSchema }
    content.files = tree.content
    return tree
  }

  /// Writes the settings, and the copy where there is to be one. Nothing that is there is changed.
  ///
  /// - Returns: How many files were copied.
  package func write(_ adoption: Adoption) throws -> Int {
    let root = target ?? folder
    var copied = 0
    if target != nil {
      for file in adoption.content.files {
        try createNewFile(file.path, in: root, try adoption.content.bytes(of: file, in: folder))
        copied += 1
      }
    }
    try createNewFile(Configuration.path, in: root, Array(adoption.settings.text.utf8))
    return copied
  }
}

extension SourceTree {
  /// The schema of plain pages, whatever the settings will say.
  fileprivate var schemaWithoutSettings: Schema { KnowledgeOutline.schema(of: schema.map { [$0] } ?? []) }
}
