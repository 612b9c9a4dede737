/// A field of plain pages that `remit.yaml` declares.
package struct PageField: Hashable, Sendable {
  package let name: String
  package let sort: Sort
  /// `nil` where nobody gives one.
  package var label: String?

  package enum Sort: String, Hashable, Sendable, CaseIterable {
    case text, number, date, list, tags
    case flag = "yes-or-no"
  }

  package init(name: String, sort: Sort, label: String? = nil) {
    self.name = name
    self.sort = sort
    self.label = label
  }
}

extension PageField {
  /// Why a key of front matter can't be declared; `nil` where it can.
  package static func objection(to name: String) -> String? {
    if name.isEmpty { return "it has no name" }
    if name == "title" { return "every page shows its title anyway" }
    if Kind.controlKeys.contains(name) || name == "former_ids" {
      return "it tells Remit how to name and publish a page"
    }
    switch PublishingKey(name) {
    case nil, .hint, .date: return nil
    default: return "it says whether a page is published"
    }
  }

  /// Which sorts a field that plain pages have anyway can be declared as; `nil` of any other name.
  package static func sorts(of name: String) -> [Sort]? {
    switch name {
    case "summary", "description": [.text]
    case "date", "updated": [.date]
    case "author": [.list, .text]
    case "tags": [.tags, .list]
    case "order": [.number, .text]
    default: nil
    }
  }

  fileprivate var field: Field {
    let type: FieldType =
      switch sort {
      case .text, .number, .list, .tags: .text
      case .date: .date
      case .flag: .flag
      }
    return Field(
      name: name, type: type, label: label ?? PageField.label(of: name),
      isList: sort == .list || sort == .tags)
  }

  private static func label(of name: String) -> String {
    let words = name.unicodeScalars.map { $0 == "-" || $0 == "_" ? " " : $0 }
    return String(String.UnicodeScalarView(words)).capitalizedFirst
  }
}

extension Kind {
  /// The fields of plain pages that `remit.yaml` declares, by name.
  func declaredField(_ name: String) -> PageField? { declared.first { $0.name == name } }

  /// The fields whose values are tags.
  package var tagFields: [Int] {
    guard isPlainPage else { return [] }
    return fields.indices.filter {
      fields[$0].name == "tags" || declaredField(fields[$0].name)?.sort == .tags
    }
  }
}

extension Schema {
  /// The same schema with further fields of plain pages, and with the rules of their former addresses.
  package func declaring(_ pageFields: [PageField], formerAddresses: [AddressPattern] = []) -> Schema {
    guard !pageFields.isEmpty || !formerAddresses.isEmpty else { return self }
    var schema = self
    var page = schema.kinds[KindID.page.index]
    page.declared = pageFields
    page.formerAddresses = formerAddresses
    for declared in pageFields {
      guard let known = page.fieldIndex(named: declared.name) else {
        page.fields.append(declared.field)
        continue
      }
      if let label = declared.label { page.fields[known] = page.fields[known].called(label) }
    }
    schema.kinds[KindID.page.index] = page
    return schema
  }
}

extension Field {
  fileprivate func called(_ label: String) -> Field {
    Field(name: name, type: type, label: label, help: help, isList: isList, hasLanguages: hasLanguages)
  }
}
