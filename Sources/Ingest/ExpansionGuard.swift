/// Stops reading what a small file unpacks to without end.
///
/// Mail shrinks to a fifth, the most repetitive logs to a fiftieth; what grows four hundredfold beyond half a gibibyte
/// was made to fill a machine.
final class ExpansionGuard {
  private static let freeByteCount = 512 << 20
  private static let ratioLimit = 400
  private var byteCount = 0
  private(set) var isExceeded = false

  /// Counts bytes that came out of a bundle.
  ///
  /// - Parameter sourceByteCount: How much of the file on disk was read for them so far.
  func count(_ more: Int, readFrom sourceByteCount: Int) throws(InputError) {
    byteCount += more
    guard byteCount > ExpansionGuard.freeByteCount,
      byteCount / ExpansionGuard.ratioLimit > max(1, sourceByteCount)
    else { return }
    isExceeded = true
    throw InputError(
      path: "",
      message: "the bundle unpacks to more than \(ExpansionGuard.ratioLimit) times its size")
  }
}
