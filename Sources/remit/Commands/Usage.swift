import Diagnostics
import Knowledge
import Pipeline

/// Runs what a person asked for; a mistake in the question is a mistake in the command line.
func usage<Answer>(_ question: () throws(QueryError) -> Answer) throws -> Answer {
  do {
    return try question()
  } catch {
    throw CommandError.usage(("\(error.message)" as PlainMessage).help(error.help.map { "\($0)" }))
  }
}

/// Does what an option asks for; an objection to that is a mistake in the command line.
func option<Answer>(_ name: String, _ action: () throws -> Answer) throws -> Answer {
  do {
    return try action()
  } catch let error as PipelineError {
    throw CommandError.usage("--\(name): \(error.message)")
  }
}
