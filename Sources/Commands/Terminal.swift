#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// How text is shown: colours, width, and what hostile text may not do.
struct Terminal: Sendable {
  /// A way to make text stand out.
  enum Style: String, Sendable {
    case bold = "1"
    case dim = "2"
    case match = "1;33"
    case warning = "33"
    case failure = "31"
    case name = "36"
  }

  /// Columns to fill.
  let width: Int
  /// Whether escape sequences are written.
  let isColoured: Bool
  /// Whether a person reads along.
  let isInteractive: Bool

  /// Standard output as it is.
  init(color: ColorChoice, descriptor: Int32 = 1) {
    isInteractive = isatty(descriptor) == 1
    let refused = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
    let isDumb = getenv("TERM").map { String(cString: $0) == "dumb" } ?? false
    isColoured =
      switch color {
      case .always: true
      case .never: false
      case .auto: isInteractive && !refused && !isDumb
      }
    var size = winsize()
    if isInteractive, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 {
      width = min(Int(size.ws_col), 120)
    } else if let columns = getenv("COLUMNS").flatMap({ Int(String(cString: $0)) }), columns > 20 {
      width = min(columns, 400)
    } else {
      width = 100
    }
  }

  /// Text between escape sequences, or as it is.
  func styled(_ text: String, _ style: Style) -> String {
    isColoured && !text.isEmpty ? "\u{1b}[\(style.rawValue)m\(text)\u{1b}[0m" : text
  }
}
