#include "guarded.h"

#include <dcmtk/dcmdata/dcdicent.h>
#include <dcmtk/oflog/oflog.h>

namespace {

DcmDictEntry *entry(uint32_t tag, uint32_t upper, const char *vr) {
  // Multiplicity and version are not used when reading; the name never shows.
  return new DcmDictEntry(
      Uint16(tag >> 16), Uint16(tag), Uint16(upper >> 16), Uint16(upper), DcmVR(vr), "", 1, DcmVariableVM, nullptr,
      OFFalse, nullptr);
}

/// What DCMTK's parser itself looks up, and PS3.6 lists nowhere as a data element.
void add_structure(DcmDataDictionary &dictionary) {
  for (uint32_t tag : {0xFFFEE000u, 0xFFFEE00Du, 0xFFFEE0DDu}) dictionary.addEntry(entry(tag, tag, "na"));
  DcmDictEntry *length = entry(0x00000000, 0xFFFF0000, "UL");
  length->setGroupRangeRestriction(DcmDictRange_Unspecified);
  dictionary.addEntry(length);
  DcmDictEntry *creator = entry(0x00090010, 0xFFFF00FF, "LO");
  creator->setGroupRangeRestriction(DcmDictRange_Odd);
  creator->setElementRangeRestriction(DcmDictRange_Unspecified);
  dictionary.addEntry(creator);
}

}  // namespace

void cdcmtk_setup(const cdcmtk_dictionary_entry *entries, size_t count) {
  guarded([&] {
    OFLog::configure(OFLogger::OFF_LOG_LEVEL);
    DcmDataDictionary &dictionary = dcmDataDict.wrlock();
    dictionary.clear();
    add_structure(dictionary);
    for (size_t i = 0; i < count; i++) {
      const cdcmtk_dictionary_entry &e = entries[i];
      const char name[3] = {char(e.vr >> 8), char(e.vr & 0xFF), 0};
      dictionary.addEntry(entry(e.tag, e.upper, name));
    }
    dcmDataDict.wrunlock();
    return EC_Normal;
  });
}
