import Dispatch
import Foundation
import Glibc
import Synchronization

/// Sends commands to a browser as JSON, and gives each its answer.
final class BrowserConnection: Sendable {
  private struct Waiting {
    var number = 0
    var answers: [Int: CheckedContinuation<Data, any Error>] = [:]
    var isOver = false
  }

  private struct Command<Parameters: Encodable>: Encodable {
    var id: Int
    var method: String
    var params: Parameters
    var sessionId: String?
  }

  private struct Head: Decodable { var id: Int? }

  private struct Answer<Result: Decodable>: Decodable {
    struct Problem: Decodable { var message: String }
    var result: Result?
    var error: Problem?
  }

  private let waiting = Mutex(Waiting())
  private let line: FileHandle

  init(_ socket: CInt) {
    line = FileHandle(fileDescriptor: socket, closeOnDealloc: true)
    Thread.detachNewThread { self.read() }
  }

  /// Sends a command and waits for its answer, but not for ever: a page that never loads is a failed test.
  func call<Parameters: Encodable, Result: Decodable>(
    _ method: String, _ parameters: Parameters, session: String? = nil
  ) async throws -> Result {
    let data = try await withCheckedThrowingContinuation { continuation in
      do { try send(method, parameters, session, continuation) } catch {
        continuation.resume(throwing: error)
      }
    }
    let answer = try JSONDecoder().decode(Answer<Result>.self, from: data)
    guard let result = answer.result else {
      throw Browser.Failure(description: "\(method): \(answer.error?.message ?? "no result")")
    }
    return result
  }

  /// Ends the browser: it goes when nothing more can come.
  func end() {
    shutdown(line.fileDescriptor, CInt(SHUT_WR))
  }

  private func send<Parameters: Encodable>(
    _ method: String, _ parameters: Parameters, _ session: String?,
    _ continuation: CheckedContinuation<Data, any Error>
  ) throws {
    let number = waiting.withLock { waiting in
      waiting.number += 1
      return waiting.number
    }
    let command = Command(id: number, method: method, params: parameters, sessionId: session)
    let bytes = try JSONEncoder().encode(command) + [0]
    try waiting.withLock { waiting in
      guard !waiting.isOver else { throw Browser.Failure(description: "the browser has ended") }
      try write(bytes)
      waiting.answers[number] = continuation
    }
    DispatchQueue.global().asyncAfter(deadline: .now() + 20) {
      let late = self.waiting.withLock { $0.answers.removeValue(forKey: number) }
      late?.resume(throwing: Browser.Failure(description: "\(method) has no answer after 20 s"))
    }
  }

  /// Without the signal that would end the tests when the browser has ended.
  private func write(_ bytes: Data) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes {
        unsafe Glibc.send(line.fileDescriptor, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL))
      }
      guard count > 0 else { throw Browser.Failure(description: "the browser does not listen: \(errno)") }
      rest = rest.dropFirst(count)
    }
  }

  private func read() {
    var rest = Data()
    while case let data = line.availableData, !data.isEmpty {
      rest += data
      while let end = rest.firstIndex(of: 0) {
        receive(Data(rest[..<end]))
        rest = Data(rest[(end + 1)...])
      }
    }
    let left = waiting.withLock { waiting in
      waiting.isOver = true
      defer { waiting.answers = [:] }
      return waiting.answers.values
    }
    for continuation in left {
      continuation.resume(throwing: Browser.Failure(description: "the browser has ended"))
    }
  }

  /// Messages without a number are events, which nobody waits for.
  private func receive(_ message: Data) {
    do {
      guard let number = try JSONDecoder().decode(Head.self, from: message).id else { return }
      waiting.withLock { $0.answers.removeValue(forKey: number) }?.resume(returning: message)
    } catch {
      print("the browser sent what is no JSON: \(error)")
    }
  }
}
