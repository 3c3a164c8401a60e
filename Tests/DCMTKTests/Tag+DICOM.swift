import DICOMCore

/// Swift Testing has a `Tag` too.
typealias Tag = DICOMCore.Tag
