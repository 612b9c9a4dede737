import Diagnostics
import FrontMatter
import Knowledge

/// A view as `remit.yaml` declares it, read against the schema.
struct DeclaredView: Sendable {
  /// The key under `views`; its page is `<name>.html`.
  let name: String
  let position: Position
  /// `nil` for the strings' title of this sort of view.
  let title: String?
  let description: String?
  let view: any View

  var type: String { Swift.type(of: view).type }

  /// The forms in which its data can be had.
  var formats: [ViewData.Format] {
    ViewData.Format.allCases.filter { $0 != .ics || Swift.type(of: view).hasCalendar }
  }

  /// Where the name stands in `remit.yaml`.
  var place: Place { Place(Configuration.path, position, length: name.utf8.count) }
}

/// All views that `remit.yaml` declares, in its order.
package struct DeclaredViews: Sendable {
  private(set) var all: [DeclaredView] = []
  private(set) var diagnostics: [Diagnostic] = []
  private var reported: Set<Diagnostic> = []

  /// - Parameter content: the files of `content/`.
  init(_ entries: [YAMLNode.Entry], schema: Schema, content: [SourceText] = []) {
    for entry in entries { read(entry, schema, content) }
  }

  /// The paths of files that are what views are made from, and so are not published as they are.
  var files: Set<String> { Set(all.flatMap(\.view.files)) }

  private mutating func read(_ entry: YAMLNode.Entry, _ schema: Schema, _ content: [SourceText]) {
    guard checkName(entry) else { return }
    var settings = ViewSettings(entry.value, name: "views." + entry.key, schema: schema, files: content)
    let view = type(&settings).flatMap { $0.init(&settings) }
    let title = settings.text("title")
    let description = settings.text("description")
    // Without its sort it's not known which keys a view may have.
    if settings.isSortKnown { settings.reader.finish(unknown: .unknownSetting, what: "'\(settings.name)'") }
    // Two views may be made from the same files.
    diagnostics += settings.diagnostics.filter { reported.insert($0).inserted }
    guard let view else { return }
    all.append(
      DeclaredView(
        name: entry.key, position: entry.keyPosition, title: title, description: description, view: view))
  }

  private func type(_ settings: inout ViewSettings) -> (any View.Type)? {
    let known = ViewTypes.all.map { $0.type }.sorted()
    guard let node = settings.reader.node("view") else {
      settings.reportMissing(
        "view", "which sort of view it is", help: "one of " + known.joined(separator: ", "))
      return nil
    }
    guard let name = settings.text("view") else { return nil }
    if let type = ViewTypes.all.first(where: { $0.type == name }) {
      settings.isSortKnown = true
      return type
    }
    settings.reader.report(
      .invalidSetting, "no view '\(name)'" + didYouMean(name, among: known), at: node,
      help: "one of: " + known.joined(separator: ", "))
    return nil
  }

  /// The name becomes a part of addresses.
  private mutating func checkName(_ entry: YAMLNode.Entry) -> Bool {
    let isPlain = entry.key.utf8.allSatisfy { byte in
      "abcdefghijklmnopqrstuvwxyz0123456789-_".utf8.contains(byte)
    }
    if isPlain, !entry.key.isEmpty { return true }
    diagnostics.append(
      Diagnostic(
        .invalidSlug, "the view's name '\(entry.key)' cannot be an address",
        at: Place(Configuration.path, entry.keyPosition, length: entry.key.utf8.count),
        help: "use only lower-case letters, digits, '-' and '_'"))
    return false
  }
}
