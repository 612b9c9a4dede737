import Testing

@testable import Knowledge

@Suite struct FormulaTests {
  @Test(arguments: [
    "=1", "=", "@a", "＝1", "＠a", "\t=1", "\r", "\n=1", "+SUM(1)", "-SUM(1)", "－A1", "＋A1", "- cmd",
    "-2+3+cmd|' /C calc'!A0",
    "+1+1", "-1*2", "-A1", "-(1)", "-5:-3", "- (1)",
  ])
  func aSpreadsheetComputesIt(text: String) { #expect(Formula.start(of: text) != nil) }

  @Test(arguments: [
    "", "a=1", " =1", "'=1", "-5 %", "-5", "+5", "-5.5 points", "-1,000 t", "+49 30", "-", "+", "- ", "−5",
    "–", "— a",
    "-55 % (net of sinks)", "-５ %", "5=5", "中=1", "\u{A0}=1",
  ])
  func aSpreadsheetShowsIt(text: String) { #expect(Formula.start(of: text) == nil) }
}
