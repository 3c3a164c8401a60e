internal import Foundation

/// A first-in, first-out queue between threads, bounded by the cost of what is not finished.
///
/// An element counts from `push` until `finish`, not until `pop`: so the bound covers everything between the
/// walk and the journal. `NSCondition` guards all state, which makes `@unchecked Sendable` sound.
final class BoundedQueue<Element: Sendable>: @unchecked Sendable {
  private let condition = NSCondition()
  private let costLimit: Int
  private let countLimit: Int
  private var elements: [Element] = []
  private var head = 0
  private var cost = 0
  private var count = 0
  private var isClosed = false

  init(costLimit: Int, countLimit: Int) {
    self.costLimit = costLimit
    self.countLimit = countLimit
  }

  /// Waits until there is room; one element alone may be larger than the bound.
  ///
  /// Returns false when closed.
  func push(_ element: Element, cost: Int) -> Bool {
    condition.lock()
    defer { condition.unlock() }
    while !isClosed, count > 0, count >= countLimit || self.cost + cost > costLimit { condition.wait() }
    guard !isClosed else { return false }
    elements.append(element)
    self.cost += cost
    count += 1
    condition.broadcast()
    return true
  }

  /// Waits for an element; nil when closed and empty.
  func pop() -> Element? {
    condition.lock()
    defer { condition.unlock() }
    while head == elements.count, !isClosed { condition.wait() }
    guard head < elements.count else { return nil }
    let element = elements[head]
    head += 1
    if head > 256 {
      elements.removeFirst(head)
      head = 0
    }
    return element
  }

  /// Gives back the room of elements that are finished.
  func finish(count: Int, cost: Int) {
    condition.lock()
    self.count -= count
    self.cost -= cost
    condition.broadcast()
    condition.unlock()
  }

  /// Ends `push`; what is queued is still popped.
  func close() {
    condition.lock()
    isClosed = true
    condition.broadcast()
    condition.unlock()
  }
}
