extension RecordDescription {
  /// The manual's table of its members. Records without a name are described here too, under the names that
  /// lead to them: `site.title` for one of a single record, `facets › label` for one of a list's items.
  package var markdownTable: String {
    var rows = ["| Name | Sort | What it is |", "|---|---|---|"]
    appendRows(to: &rows, after: "`", within: [])
    return rows.joined(separator: "\n") + "\n"
  }

  private func appendRows(to rows: inout [String], after path: String, within outer: [ObjectIdentifier]) {
    for member in members {
      let shape = member.shape()
      rows.append("| \(path)\(member.name)` | \(shape.manualSort) | \(member.doc) |")
      guard let (inner, separator) = shape.recordWithoutName, !outer.contains(ObjectIdentifier(inner)) else {
        continue
      }
      inner.appendRows(
        to: &rows, after: path + member.name + separator, within: outer + [ObjectIdentifier(self)])
    }
  }
}

extension Shape {
  /// What the manual says of a name's sort.
  fileprivate var manualSort: String {
    switch self {
    case .any: ""
    case .text: "text"
    case .number: "number"
    case .html: "html"
    case .flag: "flag"
    case .list(.text): "list of texts"
    case .list(let item): item.manualSort.isEmpty ? "list" : "list of \(item.manualSort)"
    case .record(let record): record.name.isEmpty ? "" : "[\(record.name)](#\(record.anchor))"
    }
  }

  fileprivate var recordWithoutName: (record: RecordDescription, separator: String)? {
    switch self {
    case .record(let record) where record.name.isEmpty: (record, ".")
    case .list(.record(let record)) where record.name.isEmpty: (record, "` › `")
    default: nil
    }
  }
}

extension RecordDescription {
  /// The heading of the record's section, such as `A shown fact`, as it stands in an address.
  fileprivate var anchor: String { "a-" + String(name.map { $0 == " " ? "-" : $0 }) }
}
