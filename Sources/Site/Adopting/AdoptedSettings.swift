import Diagnostics
import Folding
package import Knowledge

/// The settings that a folder of another tool gets: `remit.yaml`, with a word on each.
package struct AdoptedSettings: Sendable {
  package var tool: ForeignTool?
  package var settings = ForeignSettings()
  /// What the site is called where no settings say it.
  package var folderName = "My pages"
  package var addresses: [AddressPattern] = []
  /// Paths below `content/`.
  package var exclude: [String] = []
  /// As `exclude`: folders that a rule of names would hold back.
  package var include: [String] = []
  package var fields: [FoundField] = []
  /// Whether pages are held back that are public from a day on, or until one.
  package var needsDay = false
  package var today: EDTFDate?
  /// The day that the knowledge base speaks of, where the tool keeps back what is of a later one.
  package var asOf: EDTFDate?

  package init() {}

  package var text: String {
    let from = tool.map { "a folder of \($0.name)" } ?? "a folder of Markdown"
    var lines = [
      "# Written by 'remit adopt' for \(from). 'remit manual configuration' explains every setting.", "",
    ]
    lines += [
      line("title", settings.title ?? folderName), settings.description.flatMap { line("description", $0) },
      settings.language.flatMap { $0 == "en" ? nil : line("language", $0) },
    ].compactMap(\.self)
    if let address = settings.baseURL {
      lines += ["# Where the site is on the web.", "base_url: \(address)"]
    }
    if let asOf {
      lines += [
        "# Pages of a later day stay back, as in \(tool?.name ?? "the other tool"): move this day on when you publish.",
        "as_of: \(asOf)",
      ]
    } else if needsDay {
      lines += [
        "# Some pages are public from a day on, or until one: say here which day it is.",
        "# as_of: \(today?.description ?? "2024-09-24")",
      ]
    }
    lines += excluded + included + formerAddresses + pageFields
    return lines.joined(separator: "\n") + "\n"
  }

  private func line(_ key: String, _ value: String) -> String? { "\(key): \(AdoptedSettings.scalar(value))" }

  private var excluded: [String] {
    guard !exclude.isEmpty else { return [] }
    return [
      "", "# What belongs to the other tool: paths below content/ that are no part of the site.", "exclude:",
    ]
      + exclude.map { "  - " + AdoptedSettings.scalar($0) }
  }

  private var included: [String] {
    guard !include.isEmpty else { return [] }
    return ["", "# Folders of pages whose names begin with '_'.", "include:"]
      + include.map { "  - " + AdoptedSettings.scalar($0) }
  }

  private var formerAddresses: [String] {
    guard !addresses.isEmpty else { return [] }
    let name = tool?.name ?? "the other tool"
    let intro = ["", "# Where \(name) put the pages: each of these addresses leads to the page of today."]
    if addresses.count == 1, addresses[0].folder.isEmpty {
      return intro + ["former_addresses: \(addresses[0].text)"]
    }
    var folders: [String] = []
    for pattern in addresses where !folders.contains(pattern.folder) { folders.append(pattern.folder) }
    return intro + ["former_addresses:"]
      + folders.flatMap { folder -> [String] in
        let key = AdoptedSettings.scalar(folder.isEmpty ? "/" : "/\(folder)/")
        let texts = addresses.filter { $0.folder == folder }.map(\.text)
        return texts.count == 1
          ? ["  \(key): \(texts[0])"] : ["  \(key):"] + texts.map { "    - \($0)" }
      }
  }

  private var pageFields: [String] {
    let declared = fields.compactMap { field in field.sort.map { (field, $0) } }
    guard !declared.isEmpty else { return [] }
    return [
      "",
      "# Keys of the front matter, which pages show below their titles. The types are guessed from the values.",
      "pages:", "  fields:",
    ]
      + declared.map { field, sort in
        "    \(AdoptedSettings.scalar(field.name)): \(sort.rawValue)  # \(counted(field.files, "file", "files"))"
      }
  }

  /// A text as YAML takes it for that text and nothing else.
  static func scalar(_ text: String) -> String {
    let isPlain =
      text.unicodeScalars.first.map { $0.properties.isAlphabetic || $0 == "/" || $0 == "_" } ?? false
      && text.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || ("0"..."9").contains($0) || " -_./".unicodeScalars.contains($0)
      }
      && text.last != " " && !reserved.contains(text.foldedCase)
    return isPlain ? text : JSON.string(text).compactText
  }

  private static let reserved: Set<String> = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"]
}
