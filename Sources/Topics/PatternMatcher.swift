internal import CPCRE2

/// A compiled regular expression that cannot hang: a match that takes too many steps is given up.
final class PatternMatcher {
  /// How many steps one match may take.
  private static let stepLimit: UInt32 = 200_000

  private let code: OpaquePointer
  private let data: OpaquePointer
  private let context: OpaquePointer

  /// Compiles a pattern; nil where it is none.
  init?(_ pattern: String) {
    guard case .success(let code) = PatternMatcher.compile(pattern),
      let data = pcre2_match_data_create_from_pattern_8(code, nil),
      let context = pcre2_match_context_create_8(nil)
    else { return nil }
    self.code = code
    self.data = data
    self.context = context
    pcre2_set_match_limit_8(context, PatternMatcher.stepLimit)
    pcre2_set_depth_limit_8(context, 10_000)
    pcre2_jit_compile_8(code, UInt32(PCRE2_JIT_COMPLETE))
  }

  deinit {
    pcre2_match_context_free_8(context)
    pcre2_match_data_free_8(data)
    pcre2_code_free_8(code)
  }

  /// What is wrong with a pattern; nil for a good one.
  static func problem(in pattern: String) -> String? {
    switch compile(pattern) {
    case .success(let code):
      pcre2_code_free_8(code)
      return nil
    case .failure(let problem): return problem.message
    }
  }

  /// The matches in some UTF-8, in order, as ranges of bytes; empty ones are left out.
  func matches(in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = range.lowerBound
    while start < range.upperBound {
      let count = pcre2_match_8(
        code, bytes.baseAddress, range.upperBound, start, UInt32(PCRE2_NO_UTF_CHECK), data, context)
      guard count > 0, let offsets = pcre2_get_ovector_pointer_8(data) else { break }
      let match = Int(offsets[0])..<max(Int(offsets[0]), Int(offsets[1]))
      if !match.isEmpty { found.append(match) }
      start = max(match.upperBound, start + 1)
      while start < range.upperBound, bytes[start] & 0xc0 == 0x80 { start += 1 }
    }
    return found
  }

  private struct Problem: Error { var message: String }

  private static func compile(_ pattern: String) -> Result<OpaquePointer, Problem> {
    var number: CInt = 0
    var offset = 0
    var pattern = pattern
    let code = pattern.withUTF8 { bytes in
      pcre2_compile_8(
        bytes.baseAddress, bytes.count,
        UInt32(PCRE2_UTF) | UInt32(PCRE2_UCP) | UInt32(PCRE2_CASELESS) | UInt32(PCRE2_MULTILINE)
          | UInt32(PCRE2_NEVER_BACKSLASH_C),
        &number, &offset, nil)
    }
    if let code { return .success(code) }
    var message = [UInt8](repeating: 0, count: 256)
    pcre2_get_error_message_8(number, &message, message.count)
    let text = String(decoding: message.prefix { $0 != 0 }, as: UTF8.self)
    return .failure(Problem(message: "\(text) (at character \(offset))"))
  }
}
