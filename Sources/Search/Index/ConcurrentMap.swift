/// What is made of each number, in their order, on all processors.
func concurrently<Made: Sendable>(
  _ count: Int, _ make: @escaping @Sendable (Int) -> Made
) async -> [Made] {
  // Many small chunks, so that no processor waits long for another's last one.
  let size = max(1, count / 64)
  return await withTaskGroup(of: (Int, [Made]).self) { group in
    for first in stride(from: 0, to: count, by: size) {
      group.addTask { (first, (first..<min(first + size, count)).map(make)) }
    }
    var chunks: [(Int, [Made])] = []
    for await chunk in group { chunks.append(chunk) }
    return chunks.sorted { $0.0 < $1.0 }.flatMap(\.1)
  }
}
