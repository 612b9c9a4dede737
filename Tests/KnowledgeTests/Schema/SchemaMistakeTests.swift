import Diagnostics
import FrontMatter
import Testing

@testable import Knowledge

/// Each mistake in `schema.yaml` is told once, at the word that is wrong, with a way out.
@Suite struct SchemaMistakeTests {
  struct Mistake: CustomTestStringConvertible, Sendable {
    /// With `«…»` around what is marked.
    let text: String
    let says: String
    var id = DiagnosticID.invalidSchema

    init(_ text: String, _ says: String, id: DiagnosticID = .invalidSchema) {
      self.text = text
      self.says = says
      self.id = id
    }

    var testDescription: String { text }
  }

  @Test(arguments: [
    Mistake("{type: «rcord», fields: {a: text}}", "no field type 'rcord'; did you mean 'record'?"),
    Mistake("{type: «foo», to: agency}", "no field type 'foo'"),
    Mistake("{type: «enum», values: [a]}", "no field type 'enum'"),
    Mistake("{type: «[text]»}", "'type' must be text, not a list"),
    Mistake("«record»", "field 'x' is of type 'record' and needs 'fields'"),
    Mistake("{type: «reference», inverse: y}", "field 'x' is of type 'reference' and needs 'to'"),
    Mistake("{type: text, «to»: agency}", "field 'x' is of type 'text', but 'to' is for type 'reference'"),
    Mistake("{type: text, «values»: [a]}", "is of type 'text', but 'values' is for type 'enumeration'"),
    Mistake("{type: date, «fields»: {a: text}}", "is of type 'date', but 'fields' is for type 'record'"),
    Mistake("{type: record, «to»: agency}", "is of type 'record', but 'to' is for type 'reference'"),
    Mistake("{to: agency, «values»: [a]}", "field 'x' has both 'to', for type 'reference', and 'values'"),
    Mistake("{type: date, «languages»: true}", "field 'x' is of type 'date', but only text"),
    Mistake("{values: [a], «languages»: true}", "field 'x' is of type 'enumeration', but only text"),
  ]) func typesAndKeysMustAgree(_ mistake: Mistake) throws { try check(mistake, SchemaText.field) }

  @Test(arguments: [
    Mistake("{to: «[]»}", "'to' of field 'x' is empty"),
    Mistake("{«to»: }", "'to' of field 'x' is empty"),
    Mistake("{values: «[]»}", "'values' of field 'x' is empty"),
    Mistake("{type: record, fields: «{}»}", "'fields' of field 'x' is empty"),
    Mistake("{values: [a, b, «a»]}", "'a' comes twice among the values of 'x'"),
    Mistake("{to: [agency, «agency»]}", "'agency' comes twice among the kinds that 'policy.x' leads to"),
  ]) func listsAreNotEmptyAndNameNothingTwice(_ mistake: Mistake) throws {
    try check(mistake, SchemaText.field)
  }

  @Test(arguments: [
    Mistake("{type: text, «acyclic»: true}", "'acyclic' is for references, but field 'x' has no 'to'"),
    Mistake("{«inverse»: y}", "'inverse' is for references"),
    Mistake("{«inverse_label»: Y}", "'inverse_label' is for references"),
    Mistake("{type: date, «qualifiers»: {a: text}}", "'qualifiers' is for references"),
    Mistake("{to: agency, «inverse_label»: Y}", "field 'x' has an 'inverse_label' but no 'inverse'"),
    Mistake("{to: agency, inverse: «Of it»}", "the name 'Of it' may contain only the letters a to z"),
    Mistake("{to: agency, inverse: «\"\"»}", "this name is empty"),
    Mistake(
      "{to: agency, inverse: «website»}", "the inverse 'website' of 'policy.x' is already a field of 'agency'"
    ),
    Mistake(
      "{to: agency, inverse: «title»}", "the inverse 'title' of 'policy.x' is already a field of 'agency'"),
    Mistake("{to: page, inverse: «tags»}", "the inverse 'tags' of 'policy.x' is already a field of 'page'"),
    Mistake(
      "{to: agency, inverse: «aliases»}", "'aliases' of 'policy.x' is a key that every kind already has"),
    Mistake("{to: agency, inverse: «slug»}", "'slug' of 'policy.x' is a key that every kind already has"),
    Mistake("{to: «agancy»}", "no kind 'agancy'; did you mean 'agency'?", id: .unknownKind),
  ]) func relationsReadFromBothEnds(_ mistake: Mistake) throws { try check(mistake, SchemaText.field) }

  @Test(arguments: ["source", "quote", "at", "scope", "as_of", "inferred", "note", "to", "is", "claims"])
  func aQualifierTakesNoKeyOfARelation(name: String) throws {
    try check(Mistake("{to: agency, qualifiers: {«\(name)»: text}}", "'\(name)'"), SchemaText.field)
  }

  @Test(arguments: ["id", "is", "claims"])
  func aRecordsFieldTakesNoKeyOfARecord(name: String) throws {
    try check(Mistake("{fields: {«\(name)»: text}}", "'\(name)'"), SchemaText.field)
  }

  @Test(arguments: ["title", "publish", "id", "slug", "is", "claims"])
  func aFieldTakesNoKeyOfEveryKind(name: String) throws {
    try check(Mistake("text, «\(name)»: date", "'\(name)'"), SchemaText.field)
  }

  @Test(arguments: ["layout", "list", "home", "redirect", "404", "entity", "page"])
  func aKindIsNotCalledLikeATemplateOfSomethingElse(name: String) throws {
    try check(Mistake("«\(name)»: {folder: things}", "'\(name)'"), SchemaText.kind)
  }

  @Test func aColumnStandsOnce() throws {
    try check(
      Mistake("k: {columns: [title, summary, «title»]}", "'title' comes twice among the columns of kind 'k'"),
      SchemaText.kind)
  }

  @Test func aSharedInverseHasOneLabel() throws {
    let gives = "text, a: {to: agency, inverse: issues, inverse_label: Issues}, "
    try check(
      Mistake(
        gives + "b: {to: [page, agency], inverse: issues, inverse_label: «Gives»}",
        "of 'policy.b' is labelled 'Gives', but 'Issues' for 'policy.a': pages of kind 'agency'"),
      SchemaText.field)
    #expect(SchemaText.field(gives + "b: {to: agency, inverse: issues}").diagnostics == [])
    #expect(
      SchemaText.field(gives + "b: {to: page, inverse: issues, inverse_label: Gives}").diagnostics == [])
  }

  @Test(arguments: [
    "{type: reference, to: agency}", "{type: enumeration, values: [a]}", "{type: record, fields: {to: text}}",
    "{type: text, languages: true}", "{type: date, languages: false, acyclic: false}",
    "{many: true, fields: {source: {to: agency}, inverse: text, values: text}}",
    "{to: agency, inverse: of_it, qualifiers: {id: text, order: text}}", "",
  ]) func whatAgreesIsFine(text: String) {
    #expect(SchemaText.field(text).diagnostics == [])
  }

  @Test func qualifiersInQualifiersAreNotEndless() {
    var text = "text"
    for _ in 0..<12 { text = "{to: agency, qualifiers: {y: \(text)}}" }
    #expect(
      SchemaText.field(text).diagnostics.map(\.message) == ["records can be nested at most four levels deep"])
  }

  private func check(_ mistake: Mistake, _ schema: (String) -> SchemaText) throws {
    let marked = mistake.text.split(separator: "«", maxSplits: 1)[mistake.text.hasPrefix("«") ? 0 : 1]
      .split(separator: "»", maxSplits: 1)[0]
    let read = schema(mistake.text.filter { $0 != "«" && $0 != "»" })
    try #require(read.diagnostics.count == 1, "\(read.diagnostics.map(\.message))")
    let diagnostic = read.diagnostics[0]
    #expect(diagnostic.message.contains(mistake.says), "\(diagnostic.message)")
    #expect(diagnostic.id == mistake.id)
    // What is no text at all, or names no kind, needs no other way out than its message.
    #expect(diagnostic.help != nil || mistake.id == .unknownKind || mistake.text.contains("[text]"))
    let place = try #require(diagnostic.place)
    let before = mistake.text.prefix { $0 != "«" }.utf8.count
    #expect(Int(place.position.column) == read.column + before)
    // A collection is marked at its first byte.
    let isCollection = marked.hasPrefix("[") || marked.hasPrefix("{")
    #expect(place.length == (isCollection ? 1 : marked.utf8.count))
  }
}

/// A schema with one part of its own, all in one line of YAML, and what is wrong in it.
struct SchemaText {
  let diagnostics: [Diagnostic]
  /// Where the part begins.
  let column: Int

  /// - Parameter text: what follows `x:` among the fields of the kind `policy`.
  static func field(_ text: String) -> SchemaText {
    SchemaText(
      "kinds: {agency: {folder: agencies, fields: {website: url}}, policy: {fields: {x: ", text, "}}}")
  }

  /// - Parameter text: a kind with its name.
  static func kind(_ text: String) -> SchemaText { SchemaText("kinds: {", text, "}") }

  private init(_ before: String, _ text: String, _ after: String) {
    let source = SourceText(path: "schema.yaml", text: before + text + after)
    let root = readYAML(source).0 ?? YAMLNode(.mapping([]), at: .start)
    diagnostics = SchemaReader.read(root, path: source.path).diagnostics
    column = before.utf8.count + 1
  }
}
