#pragma once

#include "guarded.h"

#include <vector>

struct cdcmtk_file {
  DcmFileFormat format;
  /// The syntax DCMTK was told, which is not the file's own where it does not know that one.
  E_TransferSyntax syntax = EXS_Unknown;

  /// What cdcmtk_file_read lent, and where each entry lives.
  std::vector<cdcmtk_element> elements;
  std::vector<DcmObject *> objects;
  std::vector<uint8_t> bytes;
};

/// Reaches the list of an item, which is protected: DcmItem's own calls search it from the start every time.
struct ItemList : DcmItem {
  static DcmList &of(DcmItem &item) { return *(item.*&ItemList::elementList); }
};

/// Reaches DcmElement's value, which is protected, as the bytes it holds.
struct RawValue : DcmElement {
  static const uint8_t *get(DcmElement &element) {
    return static_cast<const uint8_t *>((element.*&RawValue::getValue)(EBO_LittleEndian));
  }
  static OFCondition put(DcmElement &element, const void *value, Uint32 length) {
    return (element.*&RawValue::putValue)(value, length);
  }
};
