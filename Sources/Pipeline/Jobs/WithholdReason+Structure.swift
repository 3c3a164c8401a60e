internal import Anonymizer
internal import DCMTK

extension WithholdReason {
  init(_ error: StructureError) {
    self =
      switch error {
      case .unreadable: .unreadable
      case .empty: .empty
      case .notDICOM: .notDICOM
      case .truncated: .truncated
      case .malformed: .malformed
      case .tooDeep: .tooDeep
      case .unknownTransferSyntax: .unknownTransferSyntax
      case .tooLarge: .tooLarge
      case .unwritable: .unwritable
      }
  }
}
