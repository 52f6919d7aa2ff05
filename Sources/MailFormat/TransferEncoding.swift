internal import SourceBytes

/// How the bytes of a part were made fit for mail (RFC 2045, section 6).
package enum TransferEncoding: Sendable, Hashable {
  case identity, base64, quotedPrintable, uuencode

  /// Reads the value of a Content-Transfer-Encoding field; what is unknown is taken as it stands.
  package init(_ value: Span<UInt8>) {
    let range = value.trimmed(0..<value.count)
    if value.hasBytesIgnoringCase("base64", at: range.lowerBound) {
      self = .base64
    } else if value.hasBytesIgnoringCase("quoted-printable", at: range.lowerBound)
      || value.equalsIgnoringCase("quoted_printable", in: range)
    {
      self = .quotedPrintable
    } else if value.hasBytesIgnoringCase("x-uu", at: range.lowerBound)
      || value.hasBytesIgnoringCase("uue", at: range.lowerBound)
      || value.equalsIgnoringCase("x-uuencode", in: range)
    {
      self = .uuencode
    } else {
      self = .identity
    }
  }
}
