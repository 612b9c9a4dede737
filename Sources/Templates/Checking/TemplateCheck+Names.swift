import Diagnostics
import Folding
import Sentences

extension TemplateCheck {
  /// The shape of a dotted name; nothing where it is not known, or not there and reported.
  mutating func resolve(_ path: Path, in stack: Int, of template: Int) -> Int? {
    guard let first = path.components.first else { return shapes.top(of: stack) }
    let name = templates[template].text(first)
    var shape: Int
    switch shapes.find(name, in: stack) {
    case .unknown: return nil
    case .found(let found): shape = found
    case .missing:
      let message = "there is no '\(name)' here\(suggestion(for: name, in: stack))"
      report(.unknownName, message, in: template, at: first)
      return nil
    }
    for component in path.components.dropFirst() {
      guard let field = field(component, of: shape, path, in: template) else { return nil }
      shape = field
    }
    return shape
  }

  private mutating func field(
    _ component: Range<Int>, of shape: Int, _ path: Path, in template: Int
  ) -> Int? {
    if shapes.nodes[shape] == .any { return nil }
    let text = templates[template]
    let name = text.text(component)
    if let field = shapes.find(name, of: shape) { return field }
    let owner = text.text(path.range.lowerBound..<component.lowerBound - 1)
    let near = nearest(to: name, among: shapes.names(of: shape))
    let suggestion = near.map { "; did you mean '\(owner).\($0)'?" } ?? ""
    if shapes.hasNames(shape) {
      report(.unknownName, "'\(owner)' has no '\(name)'\(suggestion)", in: template, at: component)
    } else {
      let message = "'\(owner)' is \(shapes.description(of: shape)) and has no '\(name)'\(suggestion)"
      report(.wrongSection, message, in: template, at: component)
    }
    return nil
  }

  /// A name in scope that is near, else a dotted name that ends in this one.
  private func suggestion(for name: String, in stack: Int) -> String {
    if let near = nearest(to: name, among: shapes.names(in: stack)) { return "; did you mean '\(near)'?" }
    let dotted = shapes.dottedNames(endingIn: name, in: stack).min()
    return dotted.map { "; did you mean '\($0)'?" } ?? ""
  }
}

// MARK: Texts with places to fill

extension TemplateCheck {
  func sentence(at path: Path, in template: Int) -> Sentence? {
    constants.forms(of: templates[template].name(of: path))?.usual
  }

  /// What a text of the language names must be there where the text stands.
  mutating func checkPlaces(of sentence: Sentence, _ path: Path, in stack: Int, of template: Int) {
    for name in sentence.names {
      let first = name.prefix { $0 != "." }
      guard !first.isEmpty, case .missing = shapes.find(String(first), in: stack) else { continue }
      let text = templates[template].text(path.range)
      let message = "the text '\(text)' has a place for '\(name)', which is not here"
      report(
        .unknownName, message, in: template, at: path.range,
        help: "such places are in the strings file of the language")
    }
  }
}

extension HTMLContext {
  /// The way out of a place where nothing can be inserted.
  var help: String? {
    switch part {
    case .beforeValue, .unquotedValue: "put the value in quotation marks"
    case _ where address == .foreign:
      "make the value the whole URL, or begin it with http, https, mailto or tel"
    default: nil
    }
  }
}
