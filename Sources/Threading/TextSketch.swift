// Which texts share passages: every sixteenth of the overlapping sequences of five words, chosen by its hash, so that
// two texts choose alike ("modulo p fingerprints": U. Manber, "Finding similar files in a large file system", 1994).
// Whose words they are is kept beside: two posts that both quote a third have nothing to do with each other.
public import Discussion

/// A sample of the word sequences of a text, by which texts that share passages are found.
public struct TextSketch: Sendable, Hashable {
  /// One of so many sequences is kept.
  static let stride: UInt64 = 16
  /// More samples than these are not kept of one text.
  static let sampleLimit = 4096

  /// Words behind so many bytes of a text are not read.
  private static let byteLimit = 1 << 20

  /// The sampled sequences, sorted, each once; the last bit tells whether the author wrote it or quotes it.
  public let samples: [UInt64]

  /// Takes over samples that were kept.
  public init(samples: [UInt64]) {
    self.samples = samples
  }

  /// Reads a text.
  ///
  /// - Parameter blocks: Blocks that tile the text; signatures, footers and attributions are passed over.
  /// - Complexity: O(n) in the text.
  public init(_ text: String, blocks: [Block]) {
    let ranges = Block.byteRanges(of: blocks, in: text, byteLimit: TextSketch.byteLimit)
    var text = text
    var found: Set<UInt64> = []
    text.withUTF8 { bytes in
      guard !blocks.isEmpty else {
        TextSketch.sample(
          bytes, 0..<min(bytes.count, TextSketch.byteLimit), isOwn: true, into: &found)
        return
      }
      for (block, range) in zip(blocks, ranges) where block.kind.isShareable {
        TextSketch.sample(
          bytes, range, isOwn: block.depth == 0 && !block.isQuotation, into: &found)
      }
    }
    samples = found.sorted()
  }

  /// Samples the sequences of one passage; the last words suffice, so nothing is kept of the others.
  private static func sample(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, isOwn: Bool,
    into found: inout Set<UInt64>
  ) {
    // As many as a shingle has words.
    var last: (UInt64, UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0, 0)
    var count = 0
    ScannedText.forEachWord(in: bytes, range) { hash, _, _ in
      last = (last.1, last.2, last.3, last.4, hash)
      count += 1
      guard count >= ScannedText.shingleLength else { return }
      var shingle = ScannedText.emptyShingle(of: ScannedText.shingleLength)
      ScannedText.add(last.0, to: &shingle)
      ScannedText.add(last.1, to: &shingle)
      ScannedText.add(last.2, to: &shingle)
      ScannedText.add(last.3, to: &shingle)
      ScannedText.add(last.4, to: &shingle)
      let mixed = mix(shingle)
      guard mixed % stride == 0, found.count < sampleLimit else { return }
      found.insert(mixed | (isOwn ? 1 : 0))
    }
  }

  /// The finalizer of MurmurHash3, which spreads every bit.
  private static func mix(_ value: UInt64) -> UInt64 {
    var value = value
    value = (value ^ value >> 33) &* 0xff51_afd7_ed55_8ccd
    value = (value ^ value >> 33) &* 0xc4ce_b9fe_1a85_ec53
    return value ^ value >> 33
  }
}

extension Block.Kind {
  /// Whether two posts that both hold such a passage may share it.
  var isShareable: Bool {
    switch self {
    case .own, .code, .patch, .quote, .forward: true
    case .attribution, .signature, .footer, .pgp: false
    }
  }
}
