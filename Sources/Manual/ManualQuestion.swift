package import Diagnostics
import Folding

/// Why nothing can be shown of the manual.
package struct ManualRefusal: Error {
  package let message: PlainMessage
}

extension ManualPages {
  /// What somebody asks for: a page, a section of one, or a section by its name alone, such as a diagnostic's id.
  ///
  /// The path of a page is taken for its name. So whatever links in the manual name can be typed.
  package func text(of question: String) throws(ManualRefusal) -> String {
    let (before, anchor) = Anchor.split(question)
    let page = page(before)
    if let page, anchor == nil { return page.text }
    if let page, let anchor { return try section(anchor, of: [page], asked: question).text }
    if let anchor, !before.isEmpty {
      let names = all.map { "\($0.name)#\(anchor)" }
      throw refusal(question, suggestion: nearest(to: question, among: names))
    }
    return try section(anchor ?? before, of: all, asked: question).text
  }

  private func page(_ path: String) -> ManualPage? {
    let file = path.split(separator: "/").last ?? ""
    let name = file.hasSuffix(".md") ? file.dropLast(3) : file
    return all.first { $0.name == Anchor.ofHeading(String(name)) }
  }

  private func section(
    _ name: String, of pages: [ManualPage], asked question: String
  ) throws(ManualRefusal) -> ManualSection {
    // Who types a heading's words means its anchor.
    let anchor = Anchor.ofHeading(name)
    let sections = pages.flatMap(\.sections)
    let found = sections.filter { $0.anchor == anchor }
    if let only = found.first, found.count == 1 { return only }
    guard found.isEmpty else {
      let names = found.map(\.name).joined(separator: ", ")
      throw ManualRefusal(
        message: ("several pages of the manual have a section '\(name)'" as PlainMessage)
          .help("ask for one of them: \(names)"))
    }
    let isOne = pages.count == 1
    let names = sections.map { isOne ? $0.name : $0.anchor } + (isOne ? [] : all.map(\.name))
    let near = anchor.isEmpty ? [] : sections.filter { $0.anchor.contains(anchor) }.map(\.name)
    throw refusal(
      question, suggestion: nearest(to: isOne ? question : anchor, among: names), near: near)
  }

  private func refusal(_ question: String, suggestion: String?, near: [String] = []) -> ManualRefusal {
    let message: PlainMessage =
      "the manual has no page or section '\(question)'\(didYouMean(suggestion))"
    let most = 8
    let list = near.prefix(most).joined(separator: ", ") + (near.count > most ? " …" : "")
    let words: PlainMessage = near.isEmpty ? "" : "the word occurs in \(list); "
    return ManualRefusal(message: message.help("\(words)'remit manual' lists the pages"))
  }
}
