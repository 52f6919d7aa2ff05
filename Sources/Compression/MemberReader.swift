private import CLibArchive

#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// Why an input could not be opened or read on.
public struct CompressionError: Error, Equatable, CustomStringConvertible {
  /// What is wrong, in the words of the library that found it.
  public let description: String

  /// Says what is wrong.
  public init(description: String) { self.description = description }
}

/// Opens a plain, compressed or bundled input as a stream of members, by content and never by file name.
///
/// gzip, bzip2, xz, zstd, lz4 and lzip, and tar, zip, 7z and cpio inside or around them. A plain or merely compressed
/// input is one member with an empty path. Memory is bounded by the window of the compressor.
///
/// Not `Sendable`: one reader belongs to one task.
@safe public final class MemberReader {
  /// One file inside an input.
  public struct Member: Sendable, Hashable {
    /// Its path inside the bundle; empty where the input is no bundle.
    public let path: String
    /// Its modification time in seconds since 1970, where the bundle states one.
    public let modified: Int64?

    /// Names a member.
    public init(path: String, modified: Int64?) {
      self.path = path
      self.modified = modified
    }
  }

  /// Supplies the raw bytes of the input, in order; an empty array ends it.
  public typealias Supply = () throws -> [UInt8]

  private let archive: OpaquePointer
  private let context: SupplyContext
  private var spool: SpooledFile?

  /// Starts to read.
  ///
  /// - Parameter supply: Called for the next raw bytes, some 256 KiB at a time.
  /// - Throws: ``CompressionError`` when the content is none that can be opened.
  public init(supply: @escaping Supply) throws {
    guard let opened = unsafe archive_read_new() else {
      throw CompressionError(description: "out of memory")
    }
    unsafe archive = unsafe opened
    context = SupplyContext(supply)
    unsafe archive_read_support_filter_gzip(archive)
    unsafe archive_read_support_filter_bzip2(archive)
    unsafe archive_read_support_filter_xz(archive)
    unsafe archive_read_support_filter_lzma(archive)
    unsafe archive_read_support_filter_lzip(archive)
    unsafe archive_read_support_filter_zstd(archive)
    unsafe archive_read_support_filter_lz4(archive)
    unsafe archive_read_support_filter_compress(archive)
    unsafe archive_read_support_format_tar(archive)
    unsafe archive_read_support_format_zip_streamable(archive)
    unsafe archive_read_support_format_cpio(archive)
    unsafe archive_read_support_format_raw(archive)
    unsafe archive_read_support_format_empty(archive)
    let pointer = unsafe Unmanaged.passUnretained(context).toOpaque()
    let status = unsafe archive_read_open(
      archive, pointer, nil,
      { archive, pointer, buffer in
        guard let archive = unsafe archive, let pointer = unsafe pointer,
          let buffer = unsafe buffer
        else { return -1 }
        let context = unsafe Unmanaged<SupplyContext>.fromOpaque(pointer).takeUnretainedValue()
        guard let (start, byteCount) = unsafe context.next() else {
          unsafe archive_set_error_text(archive, -1, "the input could not be read")
          return -1
        }
        unsafe buffer.pointee = unsafe start
        return byteCount
      }, nil)
    guard status == ARCHIVE_OK || status == ARCHIVE_WARN else { throw failure() }
  }

  /// Reads a bundle whose table of contents stands at its end, which 7-Zip writes: it is laid aside on disk first.
  ///
  /// - Parameters:
  ///   - supply: Called for the raw bytes until they end.
  ///   - byteLimit: The most bytes that are laid aside.
  /// - Throws: ``CompressionError`` when the content cannot be opened or is larger than the limit.
  public init(spooling supply: Supply, byteLimit: Int) throws {
    let spool = try SpooledFile(supply, byteLimit: byteLimit)
    guard let opened = unsafe archive_read_new() else {
      throw CompressionError(description: "out of memory")
    }
    unsafe archive = unsafe opened
    context = SupplyContext { [] }
    self.spool = spool
    unsafe archive_read_support_format_7zip(archive)
    guard unsafe archive_read_open_fd(archive, spool.descriptor, 1 << 16) == ARCHIVE_OK else {
      throw failure()
    }
  }

  deinit {
    unsafe archive_read_free(archive)
  }

  /// Goes to the next member that is a regular file; nil at the end.
  ///
  /// - Throws: ``CompressionError`` when the bundle is damaged, or the error of the supply.
  public func nextMember() throws -> Member? {
    // libarchive turns names into the charset of the locale, which may hold few characters.
    let before = unsafe uselocale(UTF8Locale.value.locale)
    defer { unsafe uselocale(before) }
    while true {
      var entry: OpaquePointer? = nil
      let status = unsafe archive_read_next_header(archive, &entry)
      if status == ARCHIVE_EOF { return nil }
      guard status == ARCHIVE_OK || status == ARCHIVE_WARN, let entry = unsafe entry else {
        throw failure()
      }
      guard unsafe archive_entry_filetype(entry) == 0o100000 else { continue }
      let isRaw = unsafe archive_format(archive) == ARCHIVE_FORMAT_RAW
      var path = ""
      // The plain name goes through the locale's charset, which may not hold it.
      if !isRaw,
        let name = unsafe archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry)
      {
        path = unsafe String(cString: name)
      }
      let modified =
        unsafe !isRaw && archive_entry_mtime_is_set(entry) != 0
        ? Int64(archive_entry_mtime(entry)) : nil
      return Member(path: path, modified: modified)
    }
  }

  /// The next bytes of the current member; empty at its end.
  ///
  /// - Throws: ``CompressionError`` when the member is damaged; what came before it stays good.
  public func read() throws -> [UInt8] {
    // Block by block: `archive_read_data` drops what it has gathered when it meets damage.
    while true {
      var start: UnsafeRawPointer?
      var byteCount = 0
      var offset: Int64 = 0
      let status = unsafe archive_read_data_block(archive, &start, &byteCount, &offset)
      if status == ARCHIVE_EOF { return [] }
      guard status == ARCHIVE_OK || status == ARCHIVE_WARN else { throw failure() }
      guard byteCount > 0 else { continue }
      return unsafe Array(UnsafeRawBufferPointer(start: start, count: byteCount))
    }
  }

  private func failure() -> any Error {
    if let cause = context.failure { return cause }
    // libarchive has no words for a failure of its filters while it opens.
    guard let text = unsafe archive_error_string(archive) else {
      return CompressionError(description: "damaged or truncated content")
    }
    return CompressionError(description: unsafe String(cString: text))
  }
}

/// A locale whose charset holds every name.
@safe private struct UTF8Locale: @unchecked Sendable {
  // Made once and never changed or freed.
  static let value = UTF8Locale()
  let locale: locale_t?

  private init() {
    unsafe locale = unsafe newlocale(LC_CTYPE_MASK, "C.UTF-8", nil)
  }
}

/// Keeps the bytes that libarchive is reading alive between two calls.
@safe private final class SupplyContext {
  private let supply: MemberReader.Supply
  private var current: UnsafeMutableBufferPointer<UInt8>
  private(set) var failure: (any Error)?

  init(_ supply: @escaping MemberReader.Supply) {
    self.supply = supply
    unsafe current = .allocate(capacity: 0)
  }

  deinit {
    unsafe current.deallocate()
  }

  /// The next bytes, good until the next call; nil when the supply failed.
  func next() -> (UnsafeRawPointer?, Int)? {
    do {
      let bytes = try supply()
      unsafe current.deallocate()
      unsafe current = .allocate(capacity: bytes.count)
      _ = unsafe current.initialize(from: bytes)
      return unsafe (UnsafeRawPointer(current.baseAddress), bytes.count)
    } catch {
      failure = error
      return nil
    }
  }
}
