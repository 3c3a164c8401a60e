internal import DICOMCore

/// The patient's own name and ID in the root carry the pseudonym, so that a data set stays sorted by patient.
enum PatientRule {
  static func decide(_ element: DataElement, _ disposition: Disposition, in walk: PlanWalk) -> Decision? {
    guard disposition.verdict == .compound, disposition.rule != .local else { return nil }
    switch element.tag {
    case .patientID, .patientName, .clinicalTrialSubjectID:
      let value = Array(walk.instance.patient.utf8)
      return Decision(
        action: disposition.compound.contains(.zero) ? .zero : .dummy, replacement: .value(value),
        rule: .patient)
    default: return nil
    }
  }
}
