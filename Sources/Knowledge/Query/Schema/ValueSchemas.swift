import Diagnostics

/// The parts that all kinds share.
extension FrontMatterSchema {
  /// What looks like a number or a flag is a text too: YAML doesn't type what the schema types.
  var text: JSON {
    mutating get { shared("Text") { _ in ["type": ["string", "number", "boolean"]] } }
  }

  var localizedText: JSON {
    mutating get {
      let text = text
      return shared("LocalizedText") { _ in
        [
          "anyOf": [
            text,
            [
              "description": "A text for each language tag", "type": "object", "minProperties": 1,
              "additionalProperties": text,
              // Else a misspelt claim would pass for texts in the languages 'is' and 'sorce'.
              "not": ["anyOf": [["required": ["is"]], ["required": ["claims"]]]],
            ],
          ]
        ]
      }
    }
  }

  /// EDTF level 0 with `~`, `?` and `%`, and intervals. A year alone is a number to YAML.
  var date: JSON {
    mutating get {
      shared("Date") { _ in
        let point = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?[~?%]?"
        return [
          "type": ["string", "integer"],
          "pattern": .string("^\\s*(\(point)|(\(point)|\\.\\.)/(\(point)|\\.\\.))\\s*$"),
        ]
      }
    }
  }

  var quantity: JSON {
    mutating get {
      let text = text
      return shared("Quantity") { builder in
        let keys = Quantity.Fields.names.flatMap { JSON.member($0, text) }
        return ["anyOf": [["type": ["string", "number"]], builder.object(keys, required: [])]]
      }
    }
  }

  var url: JSON {
    mutating get {
      shared("Url") { _ in ["type": "string", "pattern": "^[hH][tT][tT][pP][sS]?://[^\\s]+$"] }
    }
  }

  var flag: JSON {
    mutating get { shared("Flag") { _ in ["enum": [true, false, "true", "false", "yes", "no"]] } }
  }

  /// Values that look like numbers or flags may stand without quotation marks.
  func enumeration(_ values: [String]) -> JSON {
    .compact(["enum": .array(values.map(JSON.string) + values.compactMap(unquoted))])
  }

  private func unquoted(_ value: String) -> JSON? {
    if value == "true" || value == "false" { return .bool(value == "true") }
    return Int(value).flatMap { String($0) == value ? .integer($0) : nil }
  }

  private var alias: JSON {
    mutating get {
      let text = text
      return shared("Alias") { builder in
        ["anyOf": [text, builder.object(builder.ofAlias + builder.statement, required: ["name"])]]
      }
    }
  }

  private var ofAlias: [JSON.Member] {
    mutating get {
      let (text, flag) = (text, flag)
      return JSON.members([
        "name": text,
        "lang": described(text, "A language tag"),
        "sort": enumeration(Alias.sorts),
        "only_in": described(text, "The one source in which the name is valid"),
        "ambiguous": described(flag, "Whether another entity has the name too"),
      ])
    }
  }

  var aliases: JSON {
    mutating get {
      let alias = alias
      let group = shared("Aliases") { builder in
        let inner: JSON = ["anyOf": [alias, ["$ref": .string(Self.reference("Aliases"))]]]
        let common = builder.ofAlias.filter { GroupForm.ofAliases.shared.contains($0.key) }
        return builder.object(
          JSON.member(GroupForm.itemsKey, builder.oneOrMore(inner)) + common + builder.statement,
          required: [GroupForm.itemsKey])
      }
      return ["anyOf": [oneOrMore(["anyOf": [alias, group]]), ["type": "null"]]]
    }
  }

  /// Who says what names no source.
  var defaults: JSON {
    mutating get {
      let text = text
      return shared("Defaults") { builder in
        let members = [ClaimKey.source, .at].flatMap {
          JSON.member($0.rawValue, builder.described(text, $0.help))
        }
        return builder.described(
          builder.object(members, required: [ClaimKey.source.rawValue]), "Defaults",
          "The source of each statement that names none")
      }
    }
  }

  /// Who says something.
  var statement: [JSON.Member] {
    mutating get {
      ClaimKey.allCases.flatMap { key in
        JSON.member(key.rawValue, shared("Statement." + key.rawValue) { $0.part(key) })
      }
    }
  }

  private mutating func part(_ key: ClaimKey) -> JSON {
    let type =
      switch key.type(in: schema) {
      case .date?: date
      case .flag?: flag
      // `source: ~` keeps the defaults away.
      case .reference?: JSON.object(JSON.member("anyOf", [text, ["type": "null"]]))
      default: text
      }
    return described(type, key.help)
  }
}
