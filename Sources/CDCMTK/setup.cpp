#include "guarded.h"

#include <dcmtk/dcmdata/dcdicent.h>
#include <dcmtk/oflog/oflog.h>

void cdcmtk_setup(const cdcmtk_dictionary_entry *entries, size_t count) {
  guarded([&] {
    OFLog::configure(OFLogger::OFF_LOG_LEVEL);
    DcmDataDictionary &dictionary = dcmDataDict.wrlock();
    dictionary.clear();
    for (size_t i = 0; i < count; i++) {
      const cdcmtk_dictionary_entry &e = entries[i];
      const char name[3] = {char(e.vr >> 8), char(e.vr & 0xFF), 0};
      // Multiplicity and version are not used when reading; the name never shows.
      dictionary.addEntry(new DcmDictEntry(
          Uint16(e.tag >> 16), Uint16(e.tag), Uint16(e.upper >> 16), Uint16(e.upper), DcmVR(name), "", 1,
          DcmVariableVM, nullptr, OFFalse, nullptr));
    }
    dcmDataDict.wrunlock();
    return EC_Normal;
  });
}
