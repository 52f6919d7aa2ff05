#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// Turns bytes into UTF-8 with the iconv of the C library.
enum IconvDecoder {
  /// Decodes `bytes` from the charset that iconv knows as `name`.
  ///
  /// - Returns: UTF-8 in which each byte that does not fit is U+FFFD, and how many those were; nil where iconv
  ///   does not know the name.
  /// - Complexity: O(n), also when every byte is illegal.
  static func decode(_ bytes: Span<UInt8>, from name: String) -> (utf8: [UInt8], lost: Int)? {
    let handle = unsafe iconv_open("UTF-8", name)
    guard unsafe handle != iconv_t(bitPattern: -1) else { return nil }
    defer { unsafe _ = iconv_close(handle) }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 2 + 16)
    var lost = 0
    unsafe bytes.withUnsafeBufferPointer { input in
      var chunk = [CChar](repeating: 0, count: min(65_536, bytes.count * 3 + 64))
      // iconv never writes through its input pointer; its C signature only lacks the const.
      var next = unsafe UnsafeMutablePointer<CChar>(
        mutating: UnsafeRawPointer(input.baseAddress)?.assumingMemoryBound(to: CChar.self))
      var left = input.count
      while left > 0 {
        let before = left
        let (written, status) = unsafe convert(handle, &next, &left, into: &chunk)
        unsafe chunk.withUnsafeBytes { unsafe output.append(contentsOf: $0[0..<written]) }
        switch status {
        case EILSEQ, EINVAL:
          output.append(contentsOf: [0xEF, 0xBF, 0xBD])
          lost += 1
          // EINVAL is a character cut off by the end: one replacement stands for all of it.
          let skipped = status == EINVAL ? left : 1
          unsafe next = next.map { unsafe $0 + skipped }
          left -= skipped
        case E2BIG where written == 0 && left == before:
          left = 0
        default: break
        }
      }
    }
    return (output, lost)
  }

  /// Fills `chunk` once.
  private static func convert(
    _ handle: iconv_t?, _ next: inout UnsafeMutablePointer<CChar>?, _ left: inout Int,
    into chunk: inout [CChar]
  ) -> (written: Int, status: Int32) {
    let size = chunk.count
    return unsafe chunk.withUnsafeMutableBufferPointer { buffer in
      var target = buffer.baseAddress
      var room = size
      let result = unsafe iconv(handle, &next, &left, &target, &room)
      return (size - room, result == Int(bitPattern: UInt.max) ? errno : 0)
    }
  }
}
