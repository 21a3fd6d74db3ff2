/// The exit codes that scripts may rely on (64, wrong usage, is ArgumentParser's).
enum ExitStatus: Int32 {
  case failed = 1
  case nothingFound = 3
  case permission = 4
  case locked = 5
}

/// Ends the program with a message on standard error: what happened, to which file, and what to do.
struct Failure: Error {
  var code: ExitStatus
  var message: String
  var advice: String?

  init(_ code: ExitStatus, _ message: String, advice: String? = nil) {
    self.code = code
    self.message = message
    self.advice = advice
  }
}
