public import Discussion
internal import Foundation

#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// A file to read.
public struct InputFile: Sendable, Hashable {
  /// Its path as the user named it, or below the folder that they named.
  public let path: String
  /// Its absolute path.
  public let location: String
  /// How it looks now.
  public let stamp: SourceStamp
  /// Whether it is a git repository of mail, which is read through the `git` program.
  public var isRepository = false
  /// The beginning that was read before, of a mailbox that has grown.
  public var earlier: EarlierPart?
}

/// Why a path that a user named cannot be read.
public struct InputError: Error, Equatable {
  /// The path as named.
  public let path: String
  /// What is wrong, in lower case.
  public let message: String
}

/// Finds the files below the paths that a user named.
public enum InputFiles {
  /// Lists files in the order of the paths, those of a folder by name; hidden files and folders are left out.
  ///
  /// Symbolic links to files are followed, those to folders are not, so that no loop is possible.
  public static func list(_ path: String) throws -> [InputFile] {
    if path == "-" {
      // What was piped in has no name by which it could be known again.
      let now = Int64(Date().timeIntervalSince1970 * 1_000_000_000)
      let stamp = SourceStamp(byteCount: 0, modified: now, inode: 0)
      return [InputFile(path: "-", location: "standard input \(now)", stamp: stamp)]
    }
    let location = URL(fileURLWithPath: path).standardizedFileURL.path
    guard let status = status(location, followingLinks: true) else {
      throw InputError(path: path, message: message(errno))
    }
    guard isFolder(status) else { return [file(path, location: location, status)] }
    if let repository = GitMail.inputFile(path, location: location) { return [repository] }
    var files: [InputFile] = []
    var stack = [(path: path.hasSuffix("/") ? String(path.dropLast()) : path, location: location)]
    while let folder = stack.popLast() {
      guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder.location) else {
        if folder.location == location {
          throw InputError(path: path, message: "the folder cannot be read")
        }
        continue
      }
      var folders: [(path: String, location: String)] = []
      for name in names.sorted(by: indexesFirst) where !name.hasPrefix(".") {
        let child = (path: folder.path + "/" + name, location: folder.location + "/" + name)
        guard let own = Self.status(child.location, followingLinks: false) else { continue }
        if isFolder(own) {
          // Deliveries in progress (Maildir's tmp) are no messages yet.
          if name == "tmp", names.contains("cur"), names.contains("new") { continue }
          if let repository = GitMail.inputFile(child.path, location: child.location) {
            files.append(repository)
          } else {
            folders.append(child)
          }
        } else if let target = Self.status(child.location, followingLinks: true),
          target.st_mode & S_IFMT == S_IFREG
        {
          files.append(file(child.path, location: child.location, target))
        }
      }
      stack.append(contentsOf: folders.reversed())
    }
    return files
  }

  /// By name, but pages that list others come first: they know what the others are called.
  private static func indexesFirst(_ left: String, _ right: String) -> Bool {
    let (first, second) = (isIndex(left), isIndex(right))
    return first != second ? first : left < right
  }

  private static func isIndex(_ name: String) -> Bool {
    ["thread.html", "threads.html", "index.html", "date.html", "maillist.html"].contains(name)
  }

  private static func file(_ path: String, location: String, _ status: stat) -> InputFile {
    #if canImport(Glibc)
      let modified = status.st_mtim
    #else
      let modified = status.st_mtimespec
    #endif
    return InputFile(
      path: path, location: location,
      stamp: SourceStamp(
        byteCount: Int(status.st_size),
        modified: Int64(modified.tv_sec) * 1_000_000_000 + Int64(modified.tv_nsec),
        inode: UInt64(status.st_ino)))
  }

  private static func status(_ location: String, followingLinks: Bool) -> stat? {
    var status = stat()
    let outcome = unsafe followingLinks ? stat(location, &status) : lstat(location, &status)
    return outcome == 0 ? status : nil
  }

  private static func isFolder(_ status: stat) -> Bool { status.st_mode & S_IFMT == S_IFDIR }

  private static func message(_ code: Int32) -> String {
    code == ENOENT ? "no such file or folder" : unsafe String(cString: strerror(code)).lowercased()
  }
}
