/// What the signs of a picture mean: it stands above the picture, where it's read before.
struct PictureKey {
  struct Entry {
    /// In 16 by 16 pixels.
    let sign: [Drawing.Item]
    let text: String

    init(_ sign: [Drawing.Item], _ text: String) { (self.sign, self.text) = (sign, text) }

    init(_ look: Drawing.Look, _ shape: Drawing.Shape, _ text: String) {
      self.init([Drawing.Item(look, shape)], text)
    }
  }
}

extension Drawing {
  /// Each sign with what it means, below all that there is by now.
  mutating func addKey(_ entries: [PictureKey.Entry]) {
    guard !entries.isEmpty else { return }
    var x = 0
    height += 4
    for entry in entries {
      let lines = entry.text.lines(within: width - 24)
      let length = 24 + (lines.map(\.pictureWidth).max() ?? 0)
      if x > 0, x + length > width {
        x = 0
        height += Self.lineHeight + 4
      }
      for item in entry.sign { add(item.look, item.moved(x: x, y: height).shape) }
      for item in Item.lines(lines, x: x + 24, y: height + 13, .quiet) { add(item.look, item.shape) }
      height += (lines.count - 1) * Self.lineHeight
      x += length + 20
    }
    height += Self.lineHeight + 8
  }

  /// A sentence below all that there is by now.
  mutating func addNote(_ text: String?) {
    guard let text else { return }
    let lines = text.lines(within: width)
    for item in Item.lines(lines, x: 0, y: height + 18, .quiet) { add(item.look, item.shape) }
    height += lines.count * Self.lineHeight + 6
  }
}
