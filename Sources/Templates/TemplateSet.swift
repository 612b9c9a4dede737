package import Diagnostics

/// The templates of a site, compiled and linked. Immutable: pages can be rendered from it in parallel.
package struct TemplateSet: Sendable {
  private let program: Program

  /// Compiles all templates, and checks those that `shapes` names, by template, with all they include.
  ///
  /// - Parameter shapes: of what each template sees, from the outermost to the innermost: what every page has, then what
  ///   a page has for itself.
  /// - Parameter constants: by dotted name what a text says on every page, where no level further in has its first word. Their places are
  ///   filled where a template has them.
  ///
  /// Without any shape only the syntax and the escaping are checked, as the Mustache specification has it:
  /// names and partials that are missing render as nothing. The set can be rendered from even where there are
  /// errors among the diagnostics; no place without a safe escaping is ever filled in.
  package static func compile(
    _ sources: [TemplateSource], shapes: [String: [Shape]] = [:], constants: Constants = Constants()
  ) -> (set: TemplateSet, diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    var templates: [ParsedTemplate] = []
    var indices: [String: Int] = [:]
    for source in sources {
      let (template, mistakes) = TemplateParser.parse(source)
      diagnostics += mistakes
      if let other = indices[template.name] {
        let note = Diagnostic.Note("the other is here", at: Place(templates[other].path))
        let message = "two templates are named '\(template.name)'"
        diagnostics.append(Diagnostic(.duplicateID, message, at: Place(template.path), notes: [note]))
      } else {
        indices[template.name] = templates.count
      }
      templates.append(template)
    }
    diagnostics += TemplateCheck.check(templates, indices: indices, shapes: shapes, constants)
    let program = Linker.link(templates, indices: indices, shapes: shapes, constants: constants)
    return (TemplateSet(program: program), diagnostics.sorted())
  }

  package func contains(_ template: String) -> Bool {
    program.roots[template] != nil
  }

  /// Appends the template to `output`, filled in with values, from the outermost to the innermost.
  ///
  /// The diagnostics are what can only be known now: a name of no template in `{{>*name}}`, and templates
  /// that call one another too deep, where rendering stops.
  package func render(_ template: String, _ values: [Value], into output: inout [UInt8]) -> [Diagnostic] {
    guard let entry = program.roots[template] else {
      return [Diagnostic(.missingTemplate, "there is no template '\(template)'", at: nil)]
    }
    return Renderer(program, entry: entry, values).run(into: &output)
  }
}
