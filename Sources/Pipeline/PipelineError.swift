package import Diagnostics

/// What was asked for makes no sense: a folder is no knowledge base, or a website may not go where it was to go.
package struct PipelineError: Error {
  package let message: PlainMessage

  init(_ message: PlainMessage) { self.message = message }
}
