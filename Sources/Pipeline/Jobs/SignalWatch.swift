internal import Dispatch
internal import Foundation

/// Calls `action` on a Dispatch thread for every one of the signals, instead of what they do otherwise.
struct SignalWatch {
  // Set once, and only kept alive.
  private let sources: [any DispatchSourceSignal]

  init(_ signals: [Int32], _ action: @escaping @Sendable (Int32) -> Void) {
    sources = signals.map { number in
      _ = signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { action(number) }
      source.resume()
      return source
    }
  }
}
