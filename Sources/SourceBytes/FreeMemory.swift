private import Foundation

/// What the allocator keeps for later.
///
/// Both calls do nothing where the C library does not have them.
public enum FreeMemory {
  /// Lets threads share pools; to be called before they start.
  ///
  /// The GNU library gives each thread a pool of its own, and what one thread frees another cannot use.
  public static func sharePools() {
    typealias SetOption = @convention(c) (CInt, CInt) -> CInt
    let arenaLimit: CInt = -8
    guard let address = unsafe symbol("mallopt") else { return }
    _ = unsafe unsafeBitCast(address, to: SetOption.self)(arenaLimit, 2)
  }

  /// Returns freed memory to the system, between two phases that need much.
  public static func giveBack() {
    typealias Trim = @convention(c) (Int) -> CInt
    guard let address = unsafe symbol("malloc_trim") else { return }
    _ = unsafe unsafeBitCast(address, to: Trim.self)(0)
  }

  private static func symbol(_ name: String) -> UnsafeMutableRawPointer? {
    #if canImport(Glibc)
      unsafe dlsym(UnsafeMutableRawPointer(bitPattern: 0), name)
    #else
      nil
    #endif
  }
}
