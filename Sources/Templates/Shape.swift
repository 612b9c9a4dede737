/// What a template may ask for, known before anything is rendered.
public indirect enum Shape: Sendable {
  /// Not known: everything may be asked of it.
  case any
  case text
  case number
  /// Safe markup: the only shape that `{{{name}}}` takes.
  case html
  case flag
  case list(Shape)
  case record(RecordDescription)
}

extension Shape {
  public static func record(_ type: RecordType<some Sendable>) -> Shape { .record(type.description) }
}
