internal import Foundation

/// The sample of the repository.
package enum Sample {
  /// The absolute path of `archives`.
  package static let folder: String = {
    let file = URL(fileURLWithPath: #filePath)
    return file.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("archives").path
  }()

  /// The month as mail.
  package static let mbox = folder + "/commons-economy-2012-01.mbox"
}

/// The bytes that a base 64 text stands for; none where it is not base 64.
package func bytes(base64 text: String) -> [UInt8] {
  Data(base64Encoded: text).map { Array($0) } ?? []
}

/// The bytes of a file.
package func bytes(ofFile path: String) throws -> [UInt8] {
  Array(try Data(contentsOf: URL(fileURLWithPath: path)))
}
