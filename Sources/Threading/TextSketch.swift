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
    let scanned = ScannedText(text, blocks: blocks)
    var found: Set<UInt64> = []
    for passage in scanned.passages where passage.isShareable {
      guard passage.words.count >= ScannedText.shingleLength else { continue }
      scanned.forEachShingle(in: passage.words) { shingle, _ in
        let mixed = TextSketch.mix(shingle)
        guard mixed % TextSketch.stride == 0, found.count < TextSketch.sampleLimit else { return }
        found.insert(mixed | (passage.depth == 0 ? 1 : 0))
      }
    }
    samples = found.sorted()
  }

  /// The finalizer of MurmurHash3, which spreads every bit.
  private static func mix(_ value: UInt64) -> UInt64 {
    var value = value
    value = (value ^ value >> 33) &* 0xff51_afd7_ed55_8ccd
    value = (value ^ value >> 33) &* 0xc4ce_b9fe_1a85_ec53
    return value ^ value >> 33
  }
}

extension ScannedText.Passage {
  /// Whether two posts that both hold it may share it.
  var isShareable: Bool {
    switch kind {
    case .own, .code, .patch, .quote, .forward: true
    case .attribution, .signature, .footer, .pgp: false
    }
  }
}
