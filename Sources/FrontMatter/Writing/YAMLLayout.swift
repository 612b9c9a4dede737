/// Where the parts of a YAML text stand that its values don't tell: what a writer needs who keeps them. All in bytes
/// of the text.
struct YAMLLayout {
  /// In the order of the text, each from its `#` to the end of its line.
  var comments: [Range<Int>] = []
  /// Where each scalar ends, by where it begins. A block text ends where the next line begins that is none of its own.
  var scalars: [Int: Int] = [:]
  /// Behind each closing bracket, by its opening one.
  var flows: [Int: Int] = [:]
  /// The `-` before each item of a block list, in the order of the text.
  var dashes: [Int] = []
}
