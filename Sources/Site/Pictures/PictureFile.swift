import Knowledge

/// A picture as a file of its own, to put into a report: with its sentence, where it is from, of which day, and under which
/// licence.
struct PictureFile {
  let picture: Picture
  let site: SiteModel
  /// Of the page that has it.
  let path: String

  private static let margin = 24

  private var configuration: Configuration { site.configuration }

  /// Where it is from, and of which day.
  private var origin: [String] {
    let page = PageContext(site, root: "")
    let address = site.address(of: path)
    let source = page.text("picture_source", ["site": configuration.title])
    let day = configuration.asOf.map {
      page.text("as_of", $0.display(in: page.readerWords))
    }
    return [source + (address.map { " · \($0)" } ?? ""), day, configuration.licence].compactMap(\.self)
  }

  var text: String {
    let drawing = picture.wide
    let margin = Self.margin
    let width = drawing.width
    let head = Drawing.Item.lines(picture.title.lines(within: width), x: 0, y: 14, .quiet)
    var top = head.count * Drawing.lineHeight + 4
    let sentence = picture.sentence.lines(within: width * 7 / 9)
    let sentenceTop = top + 18
    top += sentence.count * 24 + 8
    let remarks = picture.remarks.flatMap { $0.lines(within: width) }
    let remarksTop = top + 14
    top += remarks.count * Drawing.lineHeight + 14
    let foot = origin.flatMap { $0.lines(within: width) }
    let footTop = top + drawing.height + 34
    let height = footTop + foot.count * Drawing.lineHeight + 2 * margin - 14
    var markup = PictureMarkup(
      language: configuration.language, ownAddress: site.address(of: path) ?? "",
      hasLinks: configuration.baseURL != nil)
    for item in head { markup.add(item) }
    for (number, line) in sentence.enumerated() {
      markup.add(Drawing.Item(.sentence, .text(line, x: 0, y: sentenceTop + number * 24, .start)))
    }
    for item in Drawing.Item.lines(remarks, x: 0, y: remarksTop, .quiet) { markup.add(item) }
    markup.open("<g transform=\"translate(0 \(top))\">")
    markup.add(drawing)
    markup.open("</g>")
    for item in Drawing.Item.lines(foot, x: 0, y: footTop, .quiet) { markup.add(item) }
    return """
      <svg xmlns="http://www.w3.org/2000/svg" class="picture" lang="\(configuration.language.escaped)" \
      viewBox="\(-margin) \(-margin) \(width + 2 * margin) \(height)" width="\(width + 2 * margin)" height="\(height)">
      <title>\("\(picture.title): \(picture.sentence)".escaped)</title>
      <desc>\(origin.joined(separator: " · ").escaped)</desc>
      <style>\(PictureStyle(site.theme).alone)</style>
      <rect class="ground" x="\(-margin)" y="\(-margin)" width="\(width + 2 * margin)" height="\(height)"/>
      \(markup.text)
      </svg>

      """
  }
}
