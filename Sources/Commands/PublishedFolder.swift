private import Foundation

/// A folder that holds a published copy and nothing else.
///
/// A list of its files lies in it, so that a later run may replace them and remove those that are no more. Everything else
/// in the folder stays as it is.
struct PublishedFolder {
  private static let listName = "thresh-files.txt"

  private let path: String
  private let before: Set<String>
  private var files: Set<String> = []

  /// - Throws: ``Failure`` where the folder has other files than those of an earlier copy.
  init(_ path: String) throws {
    self.path = path
    let list = FileManager.default.contents(atPath: path + "/" + PublishedFolder.listName)
    before = Set(
      list.map { String(decoding: $0, as: UTF8.self).split(separator: "\n").map(String.init) } ?? []
    ).filter(PublishedFolder.isInside)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    guard list != nil || names.isEmpty else {
      throw Failure(
        message: "\(SafeText.line(path)): there are files in it that are no published copy",
        hint: "name a folder that is new, empty, or was written by `thresh publish`")
    }
  }

  func has(_ file: String) -> Bool { files.contains(file) }

  /// Writes a file, and its folders where they are missing.
  mutating func write(_ bytes: [UInt8], to file: String) throws {
    let target = path + "/" + file
    let folder = target.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/")
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try Data(bytes).write(to: URL(fileURLWithPath: target))
    } catch {
      throw Failure(message: "\(SafeText.line(target)): cannot be written")
    }
    files.insert(file)
  }

  /// Writes the list of files and removes those of the earlier copy that this one does not have.
  mutating func close() throws {
    for file in before.subtracting(files) {
      try? FileManager.default.removeItem(atPath: path + "/" + file)
    }
    let list = files.sorted().joined(separator: "\n") + "\n"
    try write(Array(list.utf8), to: PublishedFolder.listName)
  }

  /// A list that somebody changed must not name files elsewhere.
  private static func isInside(_ file: String) -> Bool {
    !file.hasPrefix("/") && !file.split(separator: "/").contains("..")
  }
}
