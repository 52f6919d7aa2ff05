import Foundation

/// Runs a piece of work several times and prints the best run, which the rest of the machine disturbed least.
///
/// - Parameters:
///   - byteCount: How much one run reads.
///   - work: Returns a number that depends on all it did, so that nothing is optimised away.
public func measure(_ name: String, byteCount: Int, runs: Int = 5, _ work: () -> Int) {
  var best = Double.infinity
  var outcome = 0
  for _ in 0..<runs {
    let start = processorSeconds()
    outcome = work()
    best = min(best, processorSeconds() - start)
  }
  let speed = Double(byteCount) / 1_000_000 / best
  let label = name.padding(toLength: 36, withPad: " ", startingAt: 0)
  print("\(label) \(String(format: "%8.1f MB/s", speed))  (\(outcome))")
}

/// Processor time of this process so far, user and system, in seconds.
public func processorSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// The most memory that this process has held so far, in megabytes.
public func peakMegabytes() -> Double {
  var usage = rusage()
  // 0 is RUSAGE_SELF, whose type differs from system to system.
  getrusage(0, &usage)
  return Double(usage.ru_maxrss) / 1024
}
