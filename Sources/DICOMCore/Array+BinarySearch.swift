extension Array {
  /// The index of the element whose key is `wanted`, in an array sorted by key.
  @inlinable
  package func binarySearch<Key: Comparable>(_ wanted: Key, key: (Element) -> Key) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if key(self[middle]) < wanted { low = middle + 1 } else { high = middle }
    }
    return low < count && key(self[low]) == wanted ? low : nil
  }
}
