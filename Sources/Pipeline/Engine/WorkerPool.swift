internal import Dispatch

/// Runs `body` on a number of Dispatch threads until each of them returns.
struct WorkerPool: Sendable {
  let threads: Int

  func run(_ body: @escaping @Sendable (_ worker: Int) -> Void) -> DispatchGroup {
    let queue = DispatchQueue(label: "tokumei.worker", attributes: .concurrent)
    let group = DispatchGroup()
    for worker in 0..<threads { queue.async(group: group) { body(worker) } }
    return group
  }
}
