import DICOMCore
import Testing

@Suite struct AttributePathTests {
  @Test func `a path prints its sequences with the item's number`() {
    let steps = [
      AttributePath.Step(sequence: .requestAttributesSequence, item: 0),
      AttributePath.Step(sequence: .conceptCodeSequence, item: 12),
    ]
    #expect(
      AttributePath(steps: steps, tag: .codeValue).description == "(0040,0275)[0].(0040,A168)[12].(0008,0100)"
    )
    #expect(AttributePath(tag: .patientName).description == "(0010,0010)")
  }

  @Test func `the same attribute of another item is another path`() {
    func path(_ item: Int) -> AttributePath {
      AttributePath(steps: [.init(sequence: .requestAttributesSequence, item: item)], tag: .codeValue)
    }
    #expect(path(0) == path(0))
    #expect(Set([path(0), path(1), AttributePath(tag: .codeValue)]).count == 3)
  }
}
