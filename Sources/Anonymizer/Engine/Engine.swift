public import DICOMCore

/// Decides what happens to every attribute of an instance; the same input, profile and key give the same
/// plan.
public struct Engine: Sendable {
  public let profile: ConfidentialityProfile
  public let pseudonyms: Pseudonyms
  let table: DispositionTable
  let dateTimePairs: DateTimePairs

  public init(profile: ConfidentialityProfile, pseudonyms: Pseudonyms) {
    self.profile = profile
    self.pseudonyms = pseudonyms
    table = DispositionTable(profile: profile)
    dateTimePairs = DateTimePairs()
  }

  /// What else the plan should hold, for people or for the maps.
  public struct Detail: OptionSet, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Also the attributes that stay as they are.
    public static let kept = Detail(rawValue: 1)
    public static let replacedUIDs = Detail(rawValue: 2)
  }

  /// Plans the de-identification of one instance; its elements are walked once.
  public func plan(for dataSet: DataSet, of instance: InstanceContext, detail: Detail = []) -> EditPlan {
    let facts = instance.facts
    var plan = EditPlan()
    plan.review = instance.review
    if !facts.missingUIDs.isEmpty || facts.isClassUnknown { plan.review.insert(.uidMissing) }
    plan.identity = identity(of: instance)
    plan.withheld = ReleasePolicy(profile: profile, pixelCheck: instance.pixelCheck).reason(to: facts)
    let showsFace = RecognizableFace.isPossible(in: facts)
    if showsFace {
      plan.review.insert(.recognizableFace)
      if profile.faces == .withhold { plan.withheld = plan.withheld ?? .recognizableFace }
    }
    var walk = PlanWalk(engine: self, dataSet: dataSet, instance: instance, detail: detail)
    walk.run()
    plan.edits = walk.edits
    plan.replacedUIDs = walk.replacedUIDs
    plan.inserted = Attestation(
      profile: profile, instance: instance, identity: plan.identity, showsFace: showsFace
    )
    .encoded(over: dataSet)
    return plan
  }

  private func identity(of instance: InstanceContext) -> InstanceIdentity {
    let facts = instance.facts
    let retained = profile.options.contains(ProfileOption.retainUIDs)
    func uid(_ original: UID, _ tag: Tag) -> UID {
      retained && !facts.missingUIDs.contains(tag) || UIDRule.isWellKnown(original, in: tag)
        ? original : pseudonyms.uid(original)
    }
    return InstanceIdentity(
      patient: instance.patient,
      study: uid(facts.study, .studyInstanceUID),
      series: uid(facts.series, .seriesInstanceUID),
      instance: uid(facts.sopInstance, .sopInstanceUID))
  }
}

/// What the engine must be told about an instance besides its data set.
public struct InstanceContext: Sendable {
  public let facts: InstanceFacts
  /// The name of the patient on the de-identified side: a pseudonym, or the subject number the hospital
  /// assigned.
  public let patient: String
  public let shift: DateShift
  public let review: Set<ReviewReason>
  public let pixelCheck: PixelCheck

  public init(
    facts: InstanceFacts, patient: String, shift: DateShift, review: Set<ReviewReason>, pixelCheck: PixelCheck
  ) {
    self.facts = facts
    self.patient = patient
    self.shift = shift
    self.review = review
    self.pixelCheck = pixelCheck
  }
}

/// Whether images of kinds that often show text are held back until their pixels are checked.
public enum PixelCheck: String, Codable, Sendable {
  case on
  /// For tests: releases them unchecked and says so in (0012,0063).
  case off
}
