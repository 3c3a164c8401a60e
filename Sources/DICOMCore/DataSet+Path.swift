extension DataSet {
  /// Returns where the element at `index` stands; for people, so it walks from the start.
  public func path(of index: Int) -> AttributePath {
    var steps: [AttributePath.Step] = []
    var next = 0
    while next < index {
      let element = elements[next]
      if element.end <= index {
        next = element.end
        continue
      }
      // `index` is inside this sequence: find the item.
      var item = next + 1
      var number = 0
      while elements[item].end <= index {
        item = elements[item].end
        number += 1
      }
      steps.append(AttributePath.Step(sequence: element.tag, item: number))
      next = item + 1
    }
    return AttributePath(steps: steps, tag: elements[index].tag)
  }
}
