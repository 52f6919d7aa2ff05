/// A parser that must survive whatever bytes it is given.
///
/// A new one is a file with an extension that adds a constant, and its line in ``all``.
public struct FuzzTarget: Sendable {
  /// The name of the target, and of the folder of its fail cases.
  public let name: String
  /// Parses the bytes; stops the process where a promise is broken.
  public let run: @Sendable ([UInt8]) -> Void

  /// Names a target.
  public init(_ name: String, run: @escaping @Sendable ([UInt8]) -> Void) {
    self.name = name
    self.run = run
  }

  /// All targets, by name.
  public static let all: [FuzzTarget] = [
    capture, charset, codebook, digest, export, mail, mbox, page, parts, query, quotation,
    separators, sheet, webAnnotation, words,
  ]
}
