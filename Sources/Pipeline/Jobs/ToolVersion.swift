/// The version of the product.
public enum ToolVersion {
  public static let text = "0.1.0"
}

/// The legal bases that a project can name; their rules come later.
public enum Regime {
  public static let names = [
    "coded-research", "jp-pseudonymized", "jp-anonymized", "jp-ngmia-pseudonymized", "jp-ngmia-anonymized",
    "hipaa-safe-harbor", "gdpr",
  ]
}
