internal import DICOMCore

/// What the profile decides about one attribute before its value, its place and the IOD are looked at.
struct Disposition: Sendable {
  enum Verdict: UInt8, Sendable {
    case keep
    /// Clean as far as this build can; what it cannot clean follows `compound`.
    case clean
    /// The compound action of the Basic Profile, resolved by the attribute's type in its IOD.
    case compound
  }

  /// The attribute's own VR, whatever the file says.
  let vr: VR
  let verdict: Verdict
  let compound: CompoundAction
  let rule: RuleID
}

/// The compiled profile: every attribute that is known, with its disposition, in one open-addressed table.
///
/// A look-up costs one multiplication and on average less than two probes; it allocates nothing.
struct DispositionTable: Sendable {
  private static let slotBits = 14

  private var keys: [UInt32]
  private var indices: [UInt16]
  private var dispositions: [Disposition] = []
  /// Repeating groups, few and probed last.
  private var patterns: [(tag: UInt32, mask: UInt32, disposition: Disposition)] = []

  init(profile: ConfidentialityProfile) {
    // 0 is (0000,0000), a group length, which never gets here.
    keys = [UInt32](repeating: 0, count: 1 << Self.slotBits)
    indices = [UInt16](repeating: 0, count: 1 << Self.slotBits)
    let compiler = DispositionCompiler(profile: profile)
    DataDictionary.forEachEntry { entry, _ in
      let disposition = compiler.disposition(tag: entry.tag, vr: entry.vr)
      if entry.mask == UInt32.max {
        insert(entry.tag, disposition)
      } else {
        patterns.append((entry.tag.rawValue, entry.mask, disposition))
      }
    }
    // Patterns of E.1-1 such as (50xx,xxxx) hold for attributes that the dictionary does not name.
    for row in ConfidentialityTable.patterns {
      patterns.append((row.tag, row.mask, compiler.disposition(row: row, vr: .UN)))
    }
  }

  /// Returns nil for an attribute that is in no dictionary and no table.
  func disposition(of tag: Tag) -> Disposition? {
    var slot = Self.slot(tag.rawValue)
    while keys[slot] != 0 {
      if keys[slot] == tag.rawValue { return dispositions[Int(indices[slot])] }
      slot = (slot + 1) & (keys.count - 1)
    }
    for pattern in patterns where tag.rawValue & pattern.mask == pattern.tag & pattern.mask {
      return pattern.disposition
    }
    return nil
  }

  private mutating func insert(_ tag: Tag, _ disposition: Disposition) {
    var slot = Self.slot(tag.rawValue)
    while keys[slot] != 0, keys[slot] != tag.rawValue { slot = (slot + 1) & (keys.count - 1) }
    keys[slot] = tag.rawValue
    indices[slot] = UInt16(dispositions.count)
    dispositions.append(disposition)
  }

  private static func slot(_ tag: UInt32) -> Int { Int((tag &* 2_654_435_769) >> UInt32(32 - slotBits)) }
}
