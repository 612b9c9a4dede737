package import Diagnostics

/// Links cannot be checked: a program is missing, or the file for the results holds something else.
package struct LinkError: Error {
  package let message: PlainMessage

  init(_ message: PlainMessage) { self.message = message }
}
