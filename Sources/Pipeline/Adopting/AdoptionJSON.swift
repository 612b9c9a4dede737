package import Diagnostics
import Knowledge
import Site

extension Adoption {
  /// Everything, as one object.
  ///
  /// - Parameter written: the files that were written.
  package func json(written: [String], copied: Int) -> JSON {
    .compact([
      "folder": .string(folder),
      "into": .optional(target),
      "tools": .array(
        tools.map { .compact(["tool": .string($0.tool.rawValue), "sign": .string($0.sign)]) }),
      "pages": .integer(pages),
      "other_files": .integer(otherFiles),
      "held_back": .array(
        heldBack.map {
          .compact(["reason": .string($0.reason), "files": .integer($0.files), "first": .string($0.first)])
        }),
      "comes_over": .compact([
        "dates": .integer(pages(with: "date")), "authors": .integer(pages(with: "author")),
        "tags": .integer(pages(with: "tags")), "order": .integer(pages(with: "order")),
        "folder_lists": .integer(folders), "tag_pages": .integer(tags), "asides": .integer(asides),
        "former_addresses": .integer(redirects),
      ]),
      "address_rules": .array(
        settings.addresses.map { .compact(["folder": .string($0.folder), "pattern": .string($0.text)]) }),
      "address_rules_left": .array(untold.map(JSON.string)),
      "fields": .array(
        fields.all.map { field in
          .compact([
            "name": .string(field.name), "type": .optional(field.sort?.rawValue),
            "files": .integer(field.files),
            "declared": .bool(settings.fields.contains(field)),
          ])
        }),
      "settings_left": .array(settings.settings.others.map(JSON.string)),
      "excluded": .array(settings.exclude.map(JSON.string)),
      "left_behind": .array(
        content.leftBehind.map { .compact(["folder": .string($0.folder), "files": .integer($0.files)]) }),
      "problems": .array(problems.map(json)),
      "settings": .string(settings.text),
      "written": .array(written.map(JSON.string)),
      "copied": .integer(copied),
    ])
  }

  private func json(_ problem: AdoptionProblem) -> JSON {
    .compact([
      "id": .string(problem.first.id.rawValue), "severity": .string(problem.first.severity.rawValue),
      "message": .string(problem.first.message), "count": .integer(problem.count),
      "files": .integer(problem.files), "path": .optional(problem.first.place?.path),
      "line": problem.first.place.map { .integer(Int($0.position.line)) } ?? .null,
      "help": .optional(problem.first.help),
    ])
  }
}
