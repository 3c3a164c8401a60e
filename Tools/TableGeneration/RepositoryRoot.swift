/// The repository that a source file three levels below its root lies in, such as `Tests/X/Y.swift`.
package func repositoryRoot(_ file: String = #filePath) -> String {
  file.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
}
