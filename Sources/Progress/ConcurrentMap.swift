extension RandomAccessCollection where Self: Sendable, Index == Int, Element: Sendable {
  /// The elements' images in the elements' order, made on all processors.
  ///
  /// - Parameter progress: is told of each element by its number.
  package func concurrentMap<Image: Sendable>(
    progress: ProgressMeter? = nil, _ transform: @escaping @Sendable (Element) -> Image
  ) async -> [Image] {
    // Many small chunks, so that no processor waits long for another's last one.
    let size = Swift.max(1, Swift.min(256, count / 64))
    let chunks = stride(from: startIndex, to: endIndex, by: size).map { $0..<Swift.min($0 + size, endIndex) }
    return await withTaskGroup(of: (Int, [Image]).self) { group in
      for (number, chunk) in chunks.enumerated() {
        group.addTask {
          guard let progress else { return (number, self[chunk].map(transform)) }
          return (
            number,
            chunk.map { index in
              progress.start(index)
              defer { progress.advance() }
              guard progress.timesElements else { return transform(self[index]) }
              let start = ContinuousClock.now
              defer { progress.took(.now - start, number: index) }
              return transform(self[index])
            }
          )
        }
      }
      var images = [[Image]](repeating: [], count: chunks.count)
      for await (number, part) in group { images[number] = part }
      return images.flatMap(\.self)
    }
  }
}
