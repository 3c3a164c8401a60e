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

/// Takes elements out, one pass over each item that holds any of them.
class Sweep {
public:
  Sweep(cdcmtk_file &file, std::vector<uint32_t> indices) : file_(file), indices_(std::move(indices)) {}

  void run() { item(*file_.format.getDataset(), 0); }

private:
  void item(DcmItem &item, uint32_t index) {
    DcmList &list = ItemList::of(item);
    list.seek(ELP_first);
    while (list.valid() && next_ < indices_.size()) {
      const cdcmtk_element &element = file_.elements[index];
      if (indices_[next_] == index) {
        next_++;
        // Leaves the list at the one that follows.
        delete list.remove();
      } else {
        if (element.kind == CDCMTK_SEQUENCE && indices_[next_] < element.end) items(index);
        list.seek(ELP_next);
      }
      index = element.end;
    }
  }

  void items(uint32_t sequence) {
    uint32_t index = sequence + 1;
    while (index < file_.elements[sequence].end) {
      item(*OFstatic_cast(DcmItem *, file_.objects[index]), index + 1);
      index = file_.elements[index].end;
    }
  }

  cdcmtk_file &file_;
  std::vector<uint32_t> indices_;
  size_t next_ = 0;
};

cdcmtk_condition cdcmtk_file_apply(cdcmtk_file *file, const cdcmtk_edit *edits, size_t count) {
  return guarded([&]() -> OFCondition {
    std::vector<uint32_t> removed;
    for (size_t i = 0; i < count; i++) {
      const cdcmtk_edit &edit = edits[i];
      if (edit.index >= file->objects.size() || file->elements[edit.index].kind == CDCMTK_ITEM)
        return EC_IllegalParameter;
      if (edit.operation == CDCMTK_REMOVE) {
        removed.push_back(edit.index);
        continue;
      }
      OFCondition c =
          set_value(*file->objects[edit.index], edit.value, edit.operation == CDCMTK_SET ? edit.length : 0);
      if (c.bad()) return c;
    }
    // After the values: nothing is edited inside what is gone.
    Sweep(*file, std::move(removed)).run();
    file->elements.clear();
    file->objects.clear();
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
