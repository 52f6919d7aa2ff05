#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// What a person types: single keys on a terminal, lines where input is piped.
struct KeyInput {
  /// Whether keys are read as they are pressed.
  let isTerminal = isatty(0) == 1

  /// The next key or line, in small letters without blanks around it; nil at the end of input.
  func command() -> String? {
    guard isTerminal else {
      return readLine().map { line in
        String(line.drop { $0 == " " }.reversed().drop { $0 == " " || $0 == "\r" }.reversed())
      }
    }
    var old = termios()
    guard tcgetattr(0, &old) == 0 else { return nil }
    var raw = old
    // Without ISIG an interrupt is a key, so that the terminal is never left as it is here.
    raw.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG)
    tcsetattr(0, TCSADRAIN, &raw)
    defer { tcsetattr(0, TCSADRAIN, &old) }
    var byte: UInt8 = 0
    guard read(0, &byte, 1) == 1, byte != 3, byte != 4 else { return nil }
    return String(Unicode.Scalar(byte)).lowercased()
  }

  /// A line after a question; nil at the end of input.
  func line(_ question: String) -> String? {
    StandardError.write(question)
    return readLine()
  }
}
