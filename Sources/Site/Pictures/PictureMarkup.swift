import Folding
import Knowledge

/// A drawing as SVG.
struct PictureMarkup {
  private(set) var text = ""
  /// The language of the page, which its texts needn't name.
  let language: String
  /// Before addresses of the page itself, where the drawing is not on it.
  var ownAddress = ""
  var hasLinks = true

  /// As part of a page: what it says it says for itself, so it is a group and no image.
  ///
  /// - Parameters:
  ///   - title: what it is called.
  ///   - name: the class by which the style sheet knows on which screens it is shown.
  static func inline(_ drawing: Drawing, title: String, as name: String, language: String) -> String {
    var markup = PictureMarkup(language: language)
    markup.text =
      "<div class=\"\(name)\" role=\"group\" aria-label=\"\(title.escaped)\">"
      + "<svg class=\"\(name)\" viewBox=\"0 0 \(drawing.width) \(drawing.height)\" width=\"\(drawing.width)\" "
      + "height=\"\(drawing.height)\">"
    markup.add(drawing)
    markup.text += "</svg></div>"
    return markup.text
  }

  mutating func open(_ tag: String) { text += "\n" + tag + "\n" }

  mutating func add(_ drawing: Drawing) {
    for part in drawing.parts {
      switch part {
      case .item(let item): add(item)
      case .link(let name, let href, let items):
        if hasLinks {
          let address = href.hasPrefix("#") ? ownAddress + href : href
          text +=
            "\n<a href=\"\(address.escaped)\" aria-label=\"\(name.escaped)\"><title>\(name.escaped)</title>"
        }
        for item in items { add(item) }
        if hasLinks { text += "</a>" }
      }
    }
  }

  mutating func add(_ item: Drawing.Item) {
    let look = "class=\"\(item.look.rawValue)\""
    switch item.shape {
    case .box(let x, let y, let width, let height):
      text += "<rect \(look) x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\"/>"
    case .line(let x1, let y1, let x2, let y2):
      text +=
        "<path \(look) d=\"M\(x1) \(y1)" + (y1 == y2 ? "H\(x2)" : x1 == x2 ? "V\(y2)" : "L\(x2) \(y2)")
        + "\"/>"
    case .dot(let x, let y, let radius):
      text += "<circle \(look) cx=\"\(x)\" cy=\"\(y)\" r=\"\(radius)\"/>"
    case .bend(let corners):
      text += "<path \(look) d=\"M" + corners.map { "\($0.x) \($0.y)" }.joined(separator: "L") + "\"/>"
    case .upright(let words, let x, let y):
      text +=
        "<text \(look)\(languageOf(words)) transform=\"translate(\(x) \(y)) rotate(-90)\">\(words.escaped)</text>"
    case .text(let words, let x, let y, let anchor):
      let end = anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\""
      text += "<text \(look)\(languageOf(words)) x=\"\(x)\" y=\"\(y)\"\(end)>\(words.escaped)</text>"
    }
  }

  /// Han characters are set and read as Chinese, unless the page is in a language that has them.
  private func languageOf(_ words: String) -> String {
    guard words.unicodeScalars.contains(where: { (0x3400...0x9FFF).contains($0.value) }),
      !["zh", "ja", "ko"].contains(language.prefix(2))
    else { return "" }
    return " lang=\"zh\""
  }
}

extension String {
  /// For text and for values in quotation marks of HTML and XML.
  var escaped: String {
    var result = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case _ where scalar.value < 0x20 || (0xFFFE...0xFFFF).contains(scalar.value): result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
