#include "file.h"

#include <dcmtk/dcmdata/dcistrmb.h>

#include <memory>

static OFCondition set_value(DcmObject &object, const uint8_t *value, uint32_t length) {
  if (object.ident() == EVR_SQ) return OFstatic_cast(DcmSequenceOfItems &, object).clear();
  auto &element = OFstatic_cast(DcmElement &, object);
  if (length == 0) return element.clear();
  if (element.isaString()) return element.putString(reinterpret_cast<const char *>(value), length);
  return RawValue::put(element, value, length);
}

cdcmtk_condition cdcmtk_file_apply(cdcmtk_file *file, const cdcmtk_edit *edits, size_t count) {
  return guarded([&]() -> OFCondition {
    // From the last to the first, so that what is removed never holds something still to be edited.
    for (size_t i = count; i-- > 0;) {
      const cdcmtk_edit &edit = edits[i];
      if (edit.index >= file->objects.size()) return EC_IllegalParameter;
      DcmObject *object = file->objects[edit.index];
      DcmItem *parent = file->parents[edit.index];
      if (!parent) return EC_IllegalParameter;
      if (edit.operation == CDCMTK_REMOVE) {
        delete parent->remove(object);
        continue;
      }
      OFCondition c = set_value(*object, edit.value, edit.operation == CDCMTK_SET ? edit.length : 0);
      if (c.bad()) return c;
    }
    file->elements.clear();
    file->objects.clear();
    file->parents.clear();
    return EC_Normal;
  });
}

cdcmtk_condition cdcmtk_file_insert(cdcmtk_file *file, const uint8_t *fragment, size_t length) {
  return guarded([&]() -> OFCondition {
    DcmInputBufferStream stream;
    stream.setBuffer(fragment, offile_off_t(length));
    stream.setEos();
    DcmDataset parsed;
    parsed.transferInit();
    OFCondition c = parsed.read(stream, EXS_LittleEndianExplicit);
    parsed.transferEnd();
    if (c.bad()) return c;
    while (DcmElement *element = parsed.remove(0ul)) {
      c = file->format.getDataset()->insert(element, OFTrue);
      if (c.bad()) {
        delete element;
        return c;
      }
    }
    return EC_Normal;
  });
}
