internal import CDCMTK

/// A failed DCMTK call, as its `OFCondition` reports it.
public struct DCMTKError: Error, Hashable, Sendable {
  public let module: UInt16
  public let code: UInt16
}

extension DCMTKError: CustomStringConvertible {
  /// Module and code only: DCMTK's own words may quote the file.
  public var description: String { "DCMTK \(module):\(code)" }
}

/// Throws unless `condition` is `EC_Normal`.
func check(_ condition: cdcmtk_condition) throws(DCMTKError) {
  guard condition.module != 0 || condition.code != 0 else { return }
  throw DCMTKError(module: condition.module, code: condition.code)
}
