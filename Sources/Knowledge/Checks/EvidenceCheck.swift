package import Diagnostics
import Folding
package import Progress

extension KnowledgeGraph {
  /// The most words that a quote may have; the design's limit for words that are somebody else's.
  private static let longestQuote = 15

  /// Every quote must stand in the stored text of its source.
  ///
  /// - Parameters:
  ///   - files: the stored texts, by file name; one that is missing is a note.
  ///   - unreadable: why a file that is there is none of them, by its name.
  package func checkEvidence(
    _ files: [String: SourceText], unreadable: [String: String] = [:], progress: ProgressMeter? = nil
  ) -> [Diagnostic] {
    guard let sourceKind = schema.sourceKind else { return [] }
    var diagnostics: [Diagnostic] = []
    let sources = entities(of: sourceKind)
    progress?.begin(.evidence, of: sources.count) { self.id(of: sources[$0]) }
    for (number, source) in sources.enumerated() {
      progress?.start(number)
      defer { progress?.advance() }
      // Items of a group share its quote.
      let quotes = quotes(from: source).unique(by: { QuotePlace(entity: $0.entity, text: $0.text) })
      diagnostics += quotes.compactMap(checkLength)
      guard let evidence = evidence(of: source) else { continue }
      guard evidence.isInside else {
        diagnostics.append(
          Diagnostic(
            .evidenceMissing, "'\(evidence.file)' is not in the folder of stored texts",
            at: evidence.place,
            help: "write its name, or its path inside that folder"))
        continue
      }
      if let reason = unreadable[evidence.file] {
        diagnostics.append(
          Diagnostic(
            .evidenceMissing, "'\(evidence.file)' cannot be a stored text: \(reason)", at: evidence.place,
            help: "write the name of a file in the folder of stored texts"))
        continue
      }
      guard let file = files[evidence.file] else {
        diagnostics.append(
          Diagnostic(
            .evidenceMissing, .note,
            "the stored text '\(evidence.file)' of \(id(of: source)) is missing, so "
              + "\(counted(quotes.count, "quote is", "quotes are")) unchecked",
            at: evidence.place))
        continue
      }
      if let sha256 = evidence.sha256, SHA256.hexDigest(of: file.bytes) != sha256.asciiLowercased {
        diagnostics.append(
          Diagnostic(
            .evidenceChanged,
            "'\(evidence.file)' is not the text that \(id(of: source)) was read from: its SHA-256 differs",
            at: evidence.place, help: "the file has \(SHA256.hexDigest(of: file.bytes))"))
      }
      let text = FoldedText(file.bytes)
      diagnostics += quotes.compactMap { check($0, in: text) }
    }
    return diagnostics
  }

  /// The names of the files that the evidence check looks for.
  package var evidenceFileNames: [String] {
    guard let sourceKind = schema.sourceKind else { return [] }
    return entities(of: sourceKind).compactMap { evidence(of: $0) }.filter(\.isInside).map(\.file)
  }

  private func check(_ quote: Quote, in text: FoldedText) -> Diagnostic? {
    let words = FoldedText(quote.text.text)
    guard text.contains(words) else {
      return Diagnostic(
        .quoteNotFound, "the text of \(id(of: quote.source)) does not contain “\(quote.text.text)”",
        at: place(quote.text, in: quote.entity), help: text.mismatch(with: quote.text.text).map(describe))
    }
    // A longer wording that comes again is the same statement; a word may belong to any.
    guard words.wordCount <= 1, words.description.unicodeScalars.count <= 12 else { return nil }
    let count = text.count(of: words)
    guard count > 1 else { return nil }
    return Diagnostic(
      .quoteProvesLittle, .note,
      "“\(quote.text.text)” occurs \(count) times in the text of \(id(of: quote.source)), so it proves little",
      at: place(quote.text, in: quote.entity), help: "quote more of the words around it")
  }

  private func describe(_ mismatch: FoldedText.Mismatch) -> String {
    let passage = "it says: “\(mismatch.passage)”"
    guard mismatch.said != mismatch.passage else { return passage }
    func words(_ words: String, _ character: String?) -> String {
      words.isEmpty ? "nothing" : "“\(words)”" + (character.map { " (\($0))" } ?? "")
    }
    return passage + ", with \(words(mismatch.said, mismatch.characters?.said)) for "
      + words(mismatch.quoted, mismatch.characters?.quoted)
  }

  private func checkLength(_ quote: Quote) -> Diagnostic? {
    let count = FoldedText(quote.text.text).wordCount
    guard count > Self.longestQuote else { return nil }
    return Diagnostic(
      .quoteTooLong, .warning, "this quote has \(count) words; the limit is \(Self.longestQuote)",
      at: place(quote.text, in: quote.entity), help: "keep only the words that prove the statement")
  }

  private struct QuotePlace: Hashable {
    let entity: EntityID
    let text: Written
  }

  private struct Evidence {
    var file: String
    var sha256: String?
    var place: Place

    /// Whether the path stays in the folder that the user names.
    var isInside: Bool {
      file.parts(at: "/").allSatisfy { part in
        !part.isEmpty && part != "." && part != ".."
          && part.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
      }
    }
  }

  /// A source's `evidence` is a record with `file` and, so that a changed text is noticed, `sha256`.
  private func evidence(of source: EntityID) -> Evidence? {
    let kind = schema[self[source].kind]
    guard let index = kind.fieldIndex(named: "evidence"), let fields = kind.fields[index].recordFields,
      let fact = self[source].fact(index), case .record(let record)? = fact.preferredClaim?.value.items.first
    else { return nil }
    func text(_ name: String) -> String? {
      guard let number = fields.firstIndex(where: { $0.name == name }),
        case .text(let text)? = record.fact(number)?.value
      else { return nil }
      return text
    }
    guard let file = text("file") else { return nil }
    return Evidence(file: file, sha256: text("sha256"), place: Place(self[source].path, fact.position))
  }
}
