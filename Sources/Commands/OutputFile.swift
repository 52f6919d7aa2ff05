private import Foundation

/// Where a command writes a document: a file, or standard output for `-`.
final class OutputFile {
  private let handle: FileHandle?
  private var buffer: [UInt8] = []

  init(_ path: String) throws {
    if path == "-" {
      handle = nil
    } else {
      guard FileManager.default.createFile(atPath: path, contents: nil),
        let opened = FileHandle(forWritingAtPath: path)
      else { throw Failure(message: "\(SafeText.line(path)): cannot be written") }
      handle = opened
    }
  }

  func write(_ bytes: [UInt8]) throws {
    guard handle != nil else { return try StandardOutput.shared.write(bytes: bytes) }
    buffer.append(contentsOf: bytes)
    if buffer.count >= 1 << 18 { try flush() }
  }

  func close() throws {
    try flush()
    try handle?.close()
  }

  private func flush() throws {
    guard let handle, !buffer.isEmpty else { return }
    try handle.write(contentsOf: Data(buffer))
    buffer.removeAll(keepingCapacity: true)
  }
}
