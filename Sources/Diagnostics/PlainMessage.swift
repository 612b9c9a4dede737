/// A message of the program's own, in which everything that came from elsewhere is printable: a line feed that is
/// written in the program stays one, and that of a file's name does not.
package struct PlainMessage: ExpressibleByStringInterpolation, CustomStringConvertible, Hashable, Sendable {
  package private(set) var description: String

  package init(stringLiteral value: String) { description = value }

  package init(stringInterpolation: StringInterpolation) { description = stringInterpolation.text }

  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ literal: String) { text += literal }

    package mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      text += value.description.printable
    }

    package mutating func appendInterpolation(_ message: PlainMessage) { text += message.description }
  }

  package static func + (a: PlainMessage, b: PlainMessage) -> PlainMessage { "\(a)\(b)" }

  /// With the way out on a line of its own.
  package func help(_ help: PlainMessage?) -> PlainMessage { help.map { "\(self)\n  help: \($0)" } ?? self }
}
