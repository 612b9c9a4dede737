import Diagnostics
import Knowledge

/// Runs what a person asked for; a mistake in the question is a mistake in the command line.
func usage<Answer>(_ question: () throws(QueryError) -> Answer) throws -> Answer {
  do {
    return try question()
  } catch {
    throw CommandError.usage(("\(error.message)" as PlainMessage).help(error.help.map { "\($0)" }))
  }
}
