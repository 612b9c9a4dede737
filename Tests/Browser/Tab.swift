package import Foundation

/// A page in a browser.
package struct Tab: Sendable {
  let connection: BrowserConnection
  let session: String
  let target: String

  private struct Nothing: Decodable {}

  /// Goes to a URL; the document is there, not all of what it loads.
  package func navigate(to url: String) async throws {
    struct Navigated: Decodable { var errorText: String? }
    let navigated: Navigated = try await call("Page.navigate", ["url": url])
    if let text = navigated.errorText { throw Browser.Failure(description: "\(url): \(text)") }
    try await wait(until: "document.readyState === 'complete' && location.href !== 'about:blank'")
  }

  /// The value of a JavaScript expression; a promise is awaited.
  package func evaluate<Value: Decodable>(_ expression: String, as _: Value.Type = Value.self) async throws
    -> Value
  {
    let evaluated: Evaluated<Value> = try await call("Runtime.evaluate", Evaluate(expression: expression))
    if let problem = evaluated.exceptionDetails {
      throw Browser.Failure(description: problem.exception?.description ?? problem.text)
    }
    guard let value = evaluated.result.value else {
      throw Browser.Failure(description: "no such value: \(expression)")
    }
    return value
  }

  /// Runs JavaScript whose value does not matter.
  package func run(_ script: String) async throws {
    _ = try await evaluate("(async () => { \(script) })().then(() => true)", as: Bool.self)
  }

  /// Asks again and again until the expression is true; throws after some seconds.
  package func wait(until expression: String, seconds: Double = 10) async throws {
    let deadline = ContinuousClock.now + .seconds(seconds)
    var last = "false"
    while ContinuousClock.now < deadline {
      do {
        if try await evaluate("Boolean(\(expression))", as: Bool.self) { return }
        last = "false"
      } catch let failure as Browser.Failure {
        // A page that is being left has no values.
        last = failure.description
      }
      try await Task.sleep(for: .milliseconds(10))
    }
    throw Browser.Failure(description: "not true within \(seconds) s: \(expression) (\(last))")
  }

  /// Presses and releases a key, such as `Escape`.
  package func press(_ key: String) async throws {
    for type in ["keyDown", "keyUp"] {
      let _: Nothing = try await call("Input.dispatchKeyEvent", ["type": type, "key": key])
    }
  }

  /// - Parameters:
  ///   - width: in CSS pixels, as is `height`.
  ///   - scheme: `light` or `dark`.
  package func show(width: Int, height: Int, scheme: String = "light") async throws {
    struct Metrics: Encodable {
      var width: Int
      var height: Int
      var deviceScaleFactor = 1
      var mobile = false
    }
    struct Media: Encodable { var features: [[String: String]] }
    let _: Nothing = try await call(
      "Emulation.setDeviceMetricsOverride", Metrics(width: width, height: height))
    let _: Nothing = try await call(
      "Emulation.setEmulatedMedia",
      Media(features: [["name": "prefers-color-scheme", "value": scheme]]))
  }

  /// Writes what is seen as a PNG file.
  package func screenshot(to file: URL) async throws {
    struct Screenshot: Decodable { var data: Data }
    let screenshot: Screenshot = try await call("Page.captureScreenshot", ["format": "png"])
    try screenshot.data.write(to: file)
  }

  package func close() async throws {
    let _: Nothing = try await connection.call("Target.closeTarget", ["targetId": target])
  }

  private func call<Parameters: Encodable, Result: Decodable>(
    _ method: String, _ parameters: Parameters
  ) async throws -> Result {
    try await connection.call(method, parameters, session: session)
  }
}

private struct Evaluate: Encodable {
  var expression: String
  var awaitPromise = true
  var returnByValue = true
  var userGesture = true
}

private struct Evaluated<Value: Decodable>: Decodable {
  struct Remote: Decodable { var value: Value? }
  struct Problem: Decodable {
    struct Thrown: Decodable { var description: String? }
    var text: String
    var exception: Thrown?
  }
  var result: Remote
  var exceptionDetails: Problem?
}
