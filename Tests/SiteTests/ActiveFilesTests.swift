import Diagnostics
import Testing

@testable import Site

@Suite struct ActiveFilesTests {
  private func found(_ path: String, _ text: String, unsafe: Bool = false) -> [Diagnostic] {
    var configuration = Configuration()
    configuration.allowsUnsafeHTML = unsafe
    return ActiveFiles.check([SourceText(path: "content/" + path, text: text)], configuration)
  }

  @Test(arguments: [
    "a.html", "b/A.HTM", "a.xhtml", "a.js", "a.mjs", "a.wasm", "a.swf", "a.svgz", "a.php", "a.b.Html",
    "a.mhtml",
  ])
  func whatRunsIsTold(path: String) {
    #expect(found(path, "").map(\.id) == [.activeFile])
    #expect(found(path, "", unsafe: true).isEmpty)
  }

  @Test(arguments: ["a.pdf", "a.png", "html", "a.html.zip", "a.css", "a.csv", "a.txt", "js/a.jpg", "a."])
  func whatIsShownOnlyIsNot(path: String) {
    #expect(found(path, "<script>").isEmpty)
  }

  @Test(arguments: [
    "<script>1</script>", "<SCRIPT/>", "<s:script xmlns:s='http://www.w3.org/2000/svg'/>",
    "<g onload='x()'/>",
    "<g\nONCLICK = \"x()\"/>", "<g a=''onload=''/>", "<a href='javascript:x()'/>",
    "<a href=' JAVA\tscript:x()'/>",
    "<a href='java&#115;cript:x()'/>", "<a href='java&#x73;cript:x()'/>",
    "<!DOCTYPE svg [<!ENTITY x '<script/>'>]><g/>",
    "<!DOCTYPE svg [<!ENTITY a \"java\">]><a href='&a;script:x'/>",
    "<?xml-stylesheet type='text/xsl' href='a.xsl'?><g/>",
    "<foreignObject><iframe srcdoc='x'/></foreignObject>",
    "<\u{0}s\u{0}v\u{0}g",
  ])
  func aScriptInAPictureIsFound(markup: String) {
    for path in ["a.svg", "A.SVG", "a.xml"] { #expect(found(path, markup).count == 1, "\(path): \(markup)") }
  }

  @Test(arguments: [
    "<svg xmlns='http://www.w3.org/2000/svg'><text>on the script: one = two</text></svg>",
    "<!DOCTYPE svg [<!ENTITY ns_svg \"http://www.w3.org/2000/svg\">]><svg xmlns='&ns_svg;'/>",
    "<?xml-stylesheet type='text/css' href='a.css'?><svg/>", "<foreignObject><p>label</p></foreignObject>",
    "<svg><path d='M0 0'/><description/></svg>", "",
  ])
  func aPictureIsAPicture(markup: String) {
    #expect(found("a.svg", markup).isEmpty)
  }

  @Test func manyFilesOfOneEndingAreOneWarning() {
    let files = (1...30).map { SourceText(path: "content/\($0).html", text: "") }
    let all = ActiveFiles.check(files + [SourceText(path: "content/a.js", text: "")], Configuration())
    #expect(all.map { $0.place?.path } == ["content/1.html", "content/a.js"])
    #expect(all[0].notes.count == 11)
    #expect(all[0].notes.last?.message == "and 19 more files '.html'")
    #expect(all[1].notes.isEmpty)
  }
}
