internal import Compression
internal import Exports
private import Foundation

/// Where an export goes: a stream, a folder or a ZIP file.
struct ExportSink {
  private let layout: ExportLayout
  private let path: String
  private var stream: OutputFile?
  private var zip = ZipWriter()
  /// The files of the ZIP that are written bit by bit.
  private var growing: [String: PackedContent] = [:]
  /// The file of the folder that is being written.
  private var current: (path: String, file: OutputFile)?

  /// - Throws: ``Failure`` where the path cannot be written, or a folder has files already.
  init(_ path: String, layout: ExportLayout) throws {
    self.layout = layout
    self.path = path
    switch layout {
    case .file, .zip: stream = try OutputFile(path)
    case .folder:
      guard path != "-" else {
        throw Failure(message: "this format is a folder", hint: "name one with --output FOLDER")
      }
      let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
      guard names.isEmpty else {
        throw Failure(
          message: "\(SafeText.line(path)): there are files in it already",
          hint: "name a folder that is new or empty")
      }
      try makeFolder(path)
    }
  }

  /// Writes pieces; those of one file of a folder come one after another.
  mutating func write(_ pieces: [ExportPiece]) throws {
    for piece in pieces {
      switch layout {
      case .file: try stream?.write(piece.bytes)
      case .zip: try writeToZip(piece)
      case .folder: try writeToFolder(piece)
      }
    }
  }

  mutating func close() throws {
    if layout == .zip {
      for (path, content) in growing.sorted(by: { $0.key < $1.key }) {
        try zip.entry(path, content) { try stream?.write($0) }
      }
      try stream?.write(zip.end())
    }
    try stream?.close()
    try current?.file.close()
    current = nil
  }

  private mutating func writeToZip(_ piece: ExportPiece) throws {
    guard let section = piece.section else {
      try stream?.write(zip.entry(piece.path, piece.bytes))
      return
    }
    let content = growing[piece.path] ?? PackedContent()
    growing[piece.path] = content
    try content.append(piece.bytes, section: section)
  }

  private mutating func writeToFolder(_ piece: ExportPiece) throws {
    let target = path + "/" + piece.path
    if piece.path.hasSuffix("/") { return try makeFolder(target) }
    if current?.path != target {
      try current?.file.close()
      current = (target, try OutputFile(target))
    }
    if !piece.bytes.isEmpty { try current?.file.write(piece.bytes) }
  }

  private func makeFolder(_ path: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw Failure(message: "\(SafeText.line(path)): cannot be written")
    }
  }
}
