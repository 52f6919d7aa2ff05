#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// What a person types: single keys on a terminal, lines where input is piped.
struct KeyInput {
  /// Whether keys are read as they are pressed.
  let isTerminal: Bool
  private let nextLine: () -> String?

  /// Standard input.
  static var standard: KeyInput { KeyInput(isTerminal: isatty(0) == 1) { readLine() } }

  /// Lines as they would come through a pipe.
  init(lines: [String]) {
    var rest = lines[...]
    self.init(isTerminal: false) { rest.popFirst() }
  }

  private init(isTerminal: Bool, nextLine: @escaping () -> String?) {
    self.isTerminal = isTerminal
    self.nextLine = nextLine
  }

  /// The next key or line, in small letters without blanks around it; nil at the end of input.
  func command() -> String? {
    guard isTerminal else {
      return nextLine().map { line in
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
    guard byte < 0x80, byte != 0x1b else {
      // Cursor keys and letters beyond ASCII come as several bytes, of which none is an answer.
      var waiting = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
      while poll(&waiting, 1, 20) == 1, read(0, &byte, 1) == 1 {}
      return "?"
    }
    return String(Unicode.Scalar(byte)).lowercased()
  }

  /// A line after a question; nil at the end of input.
  func line(_ question: String) -> String? {
    StandardError.write(question)
    return nextLine()
  }
}
