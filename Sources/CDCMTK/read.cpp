#include "file.h"

namespace {

/// Text is read to this length; what is longer is left on disk and so counts as not understood.
constexpr uint32_t text_limit = 16u << 20;

/// The two letters that a file would show for each of DCMTK's VRs.
struct Letters {
  uint16_t of[128] = {};

  Letters() {
    for (int vr = 0; vr < 128; vr++) {
      const char *name = DcmVR(DcmVR(DcmEVR(vr)).getValidEVR()).getVRName();
      of[vr] = uint16_t(uint8_t(name[0]) << 8 | uint8_t(name[1]));
    }
  }
};

uint16_t letters(DcmEVR vr) {
  static const Letters table;
  return unsigned(vr) < 128 ? table.of[vr] : table.of[EVR_UN];
}

struct Reader {
  cdcmtk_file &file;
  uint32_t limit;

  size_t append(DcmObject &object, uint32_t tag, uint16_t vr, cdcmtk_kind kind, uint8_t depth) {
    file.elements.push_back({tag, vr, uint8_t(kind), depth, 0, UINT32_MAX, 0});
    file.objects.push_back(&object);
    return file.elements.size() - 1;
  }

  OFCondition item(DcmItem &item, uint8_t depth) {
    for (DcmObject *o = item.nextInContainer(nullptr); o; o = item.nextInContainer(o)) {
      OFCondition c = element(*OFstatic_cast(DcmElement *, o), depth);
      if (c.bad()) return c;
    }
    return EC_Normal;
  }

  OFCondition element(DcmElement &e, uint8_t depth) {
    const DcmTag &t = e.getTag();
    const uint32_t tag = uint32_t(t.getGTag()) << 16 | t.getETag();
    const bool fragments = e.ident() == EVR_PixelData && e.getLengthField() == DCM_UndefinedLength;
    const bool sequence = e.ident() == EVR_SQ;
    const size_t index = append(
        e, tag, letters(e.getVR()),
        fragments ? CDCMTK_ENCAPSULATED : sequence ? CDCMTK_SEQUENCE : CDCMTK_VALUE, depth);
    file.elements[index].length = e.getLengthField();
    OFCondition c = EC_Normal;
    if (sequence) {
      // DCMTK was told by the prescan that nothing is nested deeper than 64.
      for (DcmObject *o = e.nextInContainer(nullptr); o && c.good(); o = e.nextInContainer(o)) {
        const size_t i = append(*o, 0xFFFEE000, 0, CDCMTK_ITEM, uint8_t(depth + 1));
        c = item(*OFstatic_cast(DcmItem *, o), uint8_t(depth + 1));
        file.elements[i].end = uint32_t(file.elements.size());
      }
    } else if (!fragments) {
      c = value(e, file.elements[index]);
    }
    file.elements[index].end = uint32_t(file.elements.size());
    return c;
  }

  OFCondition value(DcmElement &e, cdcmtk_element &out) {
    if (out.length > (e.isaString() ? text_limit : limit)) return EC_Normal;
    out.offset = uint32_t(file.bytes.size());
    if (out.length == 0) return EC_Normal;
    const uint8_t *value = RawValue::get(e);
    if (!value) return EC_CorruptedData;
    file.bytes.insert(file.bytes.end(), value, value + out.length);
    return file.bytes.size() < UINT32_MAX ? EC_Normal : EC_MemoryExhausted;
  }
};

}  // namespace

cdcmtk_condition cdcmtk_file_read(cdcmtk_file *file, uint32_t limit, cdcmtk_data_set *out) {
  return guarded([&] {
    file->elements.clear();
    file->objects.clear();
    file->bytes.clear();
    file->bytes.reserve(16 << 10);
    DcmDataset &dataset = *file->format.getDataset();
    OFCondition c = Reader{*file, limit}.item(dataset, 0);
    *out = {file->elements.data(), file->elements.size(), file->bytes.data(), file->bytes.size(),
            DcmXfer(file->syntax).getXferID()};
    return c;
  });
}
