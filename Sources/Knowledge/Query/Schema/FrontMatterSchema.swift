package import Diagnostics

/// JSON Schema (draft 2020-12) of the front matter that a schema asks for, so that an editor can complete and
/// check it while it's written.
///
/// It takes every front matter that the reader takes: a scalar stays text until its field types it, so a text may
/// look like a number, and a field that says nothing may be empty. It doesn't know the names of entities.
package struct FrontMatterSchema {
  let schema: Schema
  /// The shared parts, in the order in which they were first used.
  var definitions: [JSON.Member] = []
  private var names: Set<String> = []

  /// One document with a definition for each kind; by itself it describes a file of any kind.
  package static func all(_ schema: Schema) -> JSON {
    let kinds = schema.kindNames
    return document(
      schema, title: "Front matter", kinds: schema.kindIDs,
      root: JSON.member("anyOf", .array(kinds.map { ["$ref": .string(reference($0))] })))
  }

  /// The document of one kind.
  package static func of(_ kind: KindID, in schema: Schema) -> JSON {
    document(
      schema, title: "Front matter of kind '\(schema[kind].name)'", kinds: [kind],
      root: JSON.member("$ref", .string(reference(schema[kind].name))))
  }

  private static func document(_ schema: Schema, title: String, kinds: [KindID], root: [JSON.Member]) -> JSON
  {
    var builder = FrontMatterSchema(schema: schema)
    let kinds = kinds.flatMap { JSON.member(schema[$0].name, builder.kind(schema[$0])) }
    return .object(
      JSON.members(["$schema": "https://json-schema.org/draft/2020-12/schema", "title": .string(title)])
        + root + JSON.member("$defs", .object(kinds + builder.definitions)))
  }

  private init(schema: Schema) { self.schema = schema }

  static func reference(_ name: String) -> String { "#/$defs/" + name }

  /// A reference to a shared part, which is made when it's first asked for. Its name never is a kind's, as kinds
  /// have small letters only and no points.
  mutating func shared(_ name: String, _ make: (inout FrontMatterSchema) -> JSON) -> JSON {
    if names.insert(name).inserted {
      let definition = make(&self)
      definitions += JSON.member(name, definition)
    }
    return ["$ref": .string(Self.reference(name))]
  }

  private mutating func kind(_ kind: Kind) -> JSON {
    var properties = kind.fields.flatMap { field in
      JSON.member(field.name, fact(field, owner: kind.name))
    }
    properties += controls(kind)
    return object(
      properties, required: kind.fields.filter(\.isRequired).map(\.name), isOpen: kind.isPlainPage,
      title: kind.label.one, description: kind.description)
  }

  private mutating func controls(_ kind: Kind) -> [JSON.Member] {
    let texts: JSON = ["anyOf": [text, ["type": "array", "items": text], ["type": "null"]]]
    let section: [JSON.Member] =
      kind.hasSectionKey
      ? JSON.member(
        Kind.sectionKey,
        described(flag, "Whether it is a section of another page instead of a page of its own"))
      : []
    return section
      + JSON.members([
        "aliases": described(aliases, "Other names"),
        "former_ids": described(texts, "Its former ids: each becomes a redirect"),
        "publish": described(flag, "Whether the page is built without --drafts"),
        Kind.defaultsKey: ["anyOf": [defaults, ["type": "null"]]],
        "draft": described(flag, "The opposite of 'publish'"),
      ])
  }

  func object(
    _ properties: [JSON.Member], required: [String], isOpen: Bool = false, title: String? = nil,
    description: String? = nil
  ) -> JSON {
    .compact([
      "title": .optional(title),
      "description": .optional(description),
      "type": "object",
      "properties": .object(properties),
      "required": required.isEmpty ? .null : .array(required.map(JSON.string)),
      "additionalProperties": .bool(isOpen),
    ])
  }

  func described(_ schema: JSON, _ title: String, _ description: String? = nil) -> JSON {
    guard case .object(let members) = schema else { return schema }
    let description = description.map { JSON.member("description", .string($0)) } ?? []
    return .object(JSON.member("title", .string(title)) + description + members)
  }
}
