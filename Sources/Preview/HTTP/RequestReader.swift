/// Reads the heads of requests from the bytes of a connection, however they are cut.
///
/// Strict, because nothing but browsers and scripts come here: lines end in CR LF, names are tokens, a field
/// has one line. Each line is judged as soon as it is complete, so that nothing wrong is waited for.
struct RequestReader {
  /// In bytes; a longer first line is answered with 414.
  static let longestTarget = 8 << 10
  /// In bytes; a longer head is answered with 431.
  static let longestHead = 32 << 10
  static let mostFields = 100

  private var bytes: [UInt8] = []
  /// Where the line begins that is not complete yet, and up to where its end was looked for.
  private var lineStart = 0
  private var searched = 0
  private var head: RequestHead?

  /// Whether a head has begun and is not complete.
  var isInsideHead: Bool { head != nil || lineStart < bytes.count }

  mutating func append(_ more: some Sequence<UInt8>) { bytes += more }

  /// The next head, or `nil` where it is not complete yet.
  mutating func next() throws(Refusal) -> RequestHead? {
    while let line = try nextLine() {
      if let head = try read(line) {
        bytes.removeFirst(lineStart)
        (lineStart, searched, self.head) = (0, 0, nil)
        return head
      }
    }
    return nil
  }

  /// Takes one line; the head, where it was the empty one at its end.
  private mutating func read(_ line: ArraySlice<UInt8>) throws(Refusal) -> RequestHead? {
    guard let begun = head else {
      // An empty line before a request is let pass, as HTTP asks.
      if !line.isEmpty { head = try RequestHead(requestLine: line) }
      return nil
    }
    if line.isEmpty { return begun }
    guard begun.fields.count < Self.mostFields else {
      throw Refusal(status: 431, reason: "more than \(Self.mostFields) header fields", closes: true)
    }
    head?.fields.append(try RequestHead.Field(line: line))
    return nil
  }

  private mutating func nextLine() throws(Refusal) -> ArraySlice<UInt8>? {
    guard let end = bytes[searched...].firstIndex(of: UInt8(ascii: "\n")) else {
      searched = bytes.count
      try checkLength(upTo: bytes.count)
      return nil
    }
    try checkLength(upTo: end)
    guard end > lineStart, bytes[end - 1] == UInt8(ascii: "\r") else {
      throw .malformed("a line of the request does not end in CR LF")
    }
    let line = bytes[lineStart..<end - 1]
    (lineStart, searched) = (end + 1, end + 1)
    return line
  }

  private func checkLength(upTo end: Int) throws(Refusal) {
    // Room for the method and the version around the target.
    if head == nil, end - lineStart > Self.longestTarget + 32 {
      throw Refusal(status: 414, reason: "the URL is longer than 8 KiB", closes: true)
    }
    if end > Self.longestHead {
      throw Refusal(status: 431, reason: "the header is longer than 32 KiB", closes: true)
    }
  }
}
