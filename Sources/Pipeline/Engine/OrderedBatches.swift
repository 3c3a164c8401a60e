internal import Foundation

/// Puts results back into the order of the walk and hands them on in batches, on one thread.
///
/// A batch is at most `limit` results, or what came within one second or reached `costLimit`. `NSCondition`
/// guards all state, which makes `@unchecked Sendable` sound.
final class OrderedBatches<Result: Sendable>: @unchecked Sendable {
  private let condition = NSCondition()
  private let limit: Int
  private let costLimit: Int
  private let seconds = 1.0
  private var waiting: [Int: Result] = [:]
  private var waitingCost = 0
  private var next = 0
  private var total: Int?

  init(limit: Int, costLimit: Int) {
    self.limit = limit
    self.costLimit = costLimit
  }

  func submit(_ result: Result, at position: Int, cost: Int) {
    condition.lock()
    waiting[position] = result
    waitingCost += cost
    // The taker sleeps until a whole batch, or its second, is there.
    if waiting.count >= limit || waitingCost >= costLimit { condition.signal() }
    condition.unlock()
  }

  /// Says how many results there will be.
  func end(total: Int) {
    condition.lock()
    self.total = total
    condition.signal()
    condition.unlock()
  }

  /// Waits for the next batch; nil after the last one.
  func take() -> [Result]? {
    condition.lock()
    defer { condition.unlock() }
    var deadline = Date(timeIntervalSinceNow: seconds)
    while true {
      let ready = readyCount
      if ready >= limit || total == next + ready { return ready == 0 ? nil : pop(ready) }
      if ready > 0, waitingCost >= costLimit { return pop(ready) }
      if !condition.wait(until: deadline) {
        if readyCount > 0 { return pop(min(readyCount, limit)) }
        deadline = Date(timeIntervalSinceNow: seconds)
      }
    }
  }

  /// Results without a gap from `next` on, at most `limit`.
  private var readyCount: Int {
    var count = 0
    while count < limit, waiting[next + count] != nil { count += 1 }
    return count
  }

  private func pop(_ count: Int) -> [Result] {
    let batch = (next..<next + count).compactMap { waiting.removeValue(forKey: $0) }
    next += count
    // What stays behind is a gap's followers, a few at most: counted again with the next submission.
    waitingCost = 0
    return batch
  }
}
