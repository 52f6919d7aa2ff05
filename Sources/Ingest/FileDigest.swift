public import SourceBytes

/// Digests of files.
public enum FileDigest {
  /// The SHA-256 of the first bytes of a file; nil where it cannot be read or has fewer.
  ///
  /// - Parameter prefix: How many bytes.
  public static func digest(of location: String, prefix: Int) -> ContentDigest? {
    guard let supply = try? FileSupply(path: location, location: location) else { return nil }
    var hasher = ContentHasher()
    var rest = prefix
    while rest > 0 {
      guard let chunk = try? supply.next(), !chunk.isEmpty else { return nil }
      if chunk.count <= rest {
        hasher.update(chunk.span)
      } else {
        hasher.update(Array(chunk[..<rest]).span)
      }
      rest -= min(rest, chunk.count)
    }
    return hasher.finish()
  }
}
