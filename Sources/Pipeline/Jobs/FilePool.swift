internal import Anonymizer
internal import Foundation
internal import Synchronization

/// One unit of work for the pool.
enum PoolWork: Sendable {
  case file(number: Int, path: String, bytes: Int)
  /// Only the UIDs of a file that was released earlier.
  case map(number: Int, path: String, bytes: Int)
  /// Withheld without being opened.
  case refuse(number: Int, bytes: Int, reason: WithholdReason)

  var bytes: Int {
    switch self {
    case .file(_, _, let bytes), .map(_, _, let bytes), .refuse(_, let bytes, _): bytes
    }
  }
}

/// Feeds files to the worker threads and their outcomes, in walk order, to the releaser.
struct FilePool {
  let processor: FileProcessor
  let releaser: Releaser
  let progress: Progress
  let threads: Int
  let bytesInFlight: Int
  let filesInFlight: Int
  let batch: Int

  private struct Positioned: Sendable {
    let position: Int
    let work: PoolWork
  }

  /// Runs until `feed` returns and everything it submitted is released; `submit` is false once releasing
  /// failed.
  func run(_ feed: (_ submit: (PoolWork) -> Bool) throws -> Void) throws {
    let queue = BoundedQueue<Positioned>(costLimit: bytesInFlight, countLimit: filesInFlight)
    let batches = OrderedBatches<FileOutcome>(limit: batch, costLimit: bytesInFlight / 4)
    let failure = Mutex<(any Error)?>(nil)
    let workers = WorkerPool(threads: threads).run { [processor] _ in
      while let next = queue.pop() {
        batches.submit(processor.outcome(of: next.work), at: next.position, cost: next.work.bytes)
      }
    }
    // The releaser lives on this one thread; joined below.
    nonisolated(unsafe) let releaser = releaser
    let releasing = WorkerPool(threads: 1).run { [progress] _ in
      do {
        while let batch = batches.take() {
          if failure.withLock({ $0 }) == nil { try unsafe releaser.release(batch) }
          progress.add(
            files: batch.count, bytes: batch.reduce(0) { $0 + $1.bytes },
            withheld: batch.count { $0.isWithheld })
          queue.finish(count: batch.count, cost: batch.reduce(0) { $0 + $1.bytes })
        }
      } catch {
        failure.withLock { $0 = error }
        queue.close()
      }
    }
    var position = 0
    var feedError: (any Error)?
    do {
      try feed { work in
        guard queue.push(Positioned(position: position, work: work), cost: work.bytes) else { return false }
        position += 1
        return true
      }
    } catch { feedError = error }
    batches.end(total: position)
    queue.close()
    workers.wait()
    releasing.wait()
    if let error = failure.withLock({ $0 }) ?? feedError { throw error }
    try unsafe releaser.finish()
  }
}

extension FileProcessor {
  fileprivate func outcome(of work: PoolWork) -> FileOutcome {
    switch work {
    case .file(let number, let path, let bytes): outcome(number: number, path: path, bytes: bytes)
    case .map(let number, let path, let bytes):
      outcome(number: number, path: path, bytes: bytes, writes: false)
    case .refuse(let number, let bytes, let reason):
      FileOutcome(number: number, bytes: bytes, result: .withheld(reason))
    }
  }
}

extension FileOutcome {
  fileprivate var isWithheld: Bool {
    if case .withheld = result { true } else { false }
  }
}
