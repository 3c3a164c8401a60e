internal import Foundation
internal import Synchronization

/// Counts what is done and shows it on standard error: a bar on a terminal, a line every ten seconds
/// elsewhere.
final class Progress: Sendable {
  private struct State {
    var files = 0
    var bytes = 0
    var withheld = 0
    var total: (files: Int, bytes: Int)?
    var shown = Date.distantPast
  }

  private let state = Mutex(State())
  private let start = Date()
  private let isEnabled: Bool
  private let isTerminal = isatty(STDERR_FILENO) == 1

  init(isEnabled: Bool) { self.isEnabled = isEnabled }

  /// Says how much there is, once it is counted.
  func set(total: (files: Int, bytes: Int)) { state.withLock { $0.total = total } }

  func add(files: Int, bytes: Int, withheld: Int) {
    let line = state.withLock { state -> String? in
      state.files += files
      state.bytes += bytes
      state.withheld += withheld
      let now = Date()
      guard isEnabled, now.timeIntervalSince(state.shown) >= (isTerminal ? 0.2 : 10) else { return nil }
      // The first line comes after the first interval.
      let isFirst = state.shown == .distantPast
      state.shown = now
      return isFirst && !isTerminal ? nil : text(state, at: now)
    }
    if let line { write(line) }
  }

  func finish() {
    guard isEnabled, isTerminal else { return }
    write(state.withLock { text($0, at: Date()) })
    FileHandle.standardError.write(Data("\n".utf8))
  }

  private func text(_ state: State, at now: Date) -> String {
    let seconds = max(now.timeIntervalSince(start), 0.001)
    let rate = Double(state.bytes) / 1e6 / seconds
    let files = state.total.map { "\(state.files)/\($0.files)" } ?? "\(state.files)"
    var text = "\(files) files, \(Int(rate)) MB/s, \(state.withheld) withheld"
    if let total = state.total, state.bytes > 0, total.bytes > state.bytes {
      text += ", \(duration(Double(total.bytes - state.bytes) / Double(state.bytes) * seconds)) left"
    }
    guard isTerminal, let total = state.total, total.files > 0 else { return text }
    let filled = min(20, 20 * state.files / total.files)
    return "[" + String(repeating: "=", count: filled) + String(repeating: " ", count: 20 - filled) + "] "
      + text
  }

  private func duration(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded(.up))
    return whole < 90
      ? "\(whole) s" : whole < 5400 ? "\(whole / 60) min" : "\(whole / 3600) h \(whole / 60 % 60) min"
  }

  private func write(_ line: String) {
    let text = isTerminal ? "\r\u{1B}[K" + line : line + "\n"
    FileHandle.standardError.write(Data(text.utf8))
  }
}
