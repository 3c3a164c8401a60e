import DICOMCore
import Testing

@Suite struct TagNamesTests {
  @Test(arguments: [
    (Tag.patientName, "(0010,0010)"), (.sopInstanceUID, "(0008,0018)"), (.uid, "(0040,A124)"),
    (.kvp, "(0018,0060)"), (.mrAcquisitionType, "(0018,0023)"), (.gpsTimeStamp, "(0016,0077)"),
    (.rtPlanLabel, "(300A,0002)"), (.interpretationText, "(4008,010B)"), (.nameToUse, "(0010,0012)"),
  ])
  func `a keyword in lower camel case names its tag`(tag: Tag, printed: String) {
    #expect(tag.description == printed)
  }
}
