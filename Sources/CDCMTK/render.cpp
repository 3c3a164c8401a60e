#include "guarded.h"

#include <dcmtk/dcmdata/dccodec.h>
#include <dcmtk/dcmdata/dcdict.h>
#include <dcmtk/dcmdata/dcrledrg.h>
#include <dcmtk/dcmimage/diregist.h>
#include <dcmtk/dcmimgle/dcmimage.h>
#include <dcmtk/dcmjpeg/djdecode.h>

#include <algorithm>
#include <memory>

/// Says that the data dictionary is there: DicomImage asks, and DCMTK itself says so only after reading a file.
template <OFBool DcmDataDictionary::*loaded>
struct Loaded {
  friend void mark_loaded(DcmDataDictionary &dictionary) { dictionary.*loaded = OFTrue; }
};
void mark_loaded(DcmDataDictionary &dictionary);
// An explicit instantiation may name what is private.
template struct Loaded<&DcmDataDictionary::dictionaryLoaded>;

namespace {

/// The largest frame that is decoded, in pixels: DicomImage holds a frame up to four times, at 4 bytes per sample.
constexpr uint64_t pixel_limit = 100'000'000;

/// Frames this much wider than high, per pixel, are taken for a wrong Pixel Aspect Ratio.
constexpr double aspect_limit = 8;

void prepare() {
  static const bool prepared = [] {
    mark_loaded(dcmDataDict.wrlock());
    dcmDataDict.wrunlock();
    // JPEG-LS stays out: dcmjpls exports the symbols of CharLS.
    DJDecoderRegistration::registerCodecs();
    DcmRLEDecoderRegistration::registerCodecs();
    return true;
  }();
  (void)prepared;
}

/// What speaks against decoding, known without touching a pixel.
cdcmtk_render_status obstacle(DcmFileFormat &format) {
  OFString name;
  const bool named = format.getMetaInfo()->findAndGetOFString(DCM_TransferSyntaxUID, name).good() && !name.empty();
  // DCMTK guesses when it does not know the name, and then loses the pixels.
  if (named && DcmXfer(name.c_str()).getXfer() == EXS_Unknown) return CDCMTK_RENDER_UNSUPPORTED;
  const DcmXfer syntax(format.getDataset()->getOriginalXfer());
  if (syntax.isEncapsulated() && !DcmCodecList::canChangeCoding(syntax.getXfer(), EXS_LittleEndianExplicit)) {
    return CDCMTK_RENDER_UNSUPPORTED;
  }
  DcmDataset &dataset = *format.getDataset();
  Uint16 rows = 0, columns = 0;
  dataset.findAndGetUint16(DCM_Rows, rows);
  dataset.findAndGetUint16(DCM_Columns, columns);
  if (rows == 0 || columns == 0 || !dataset.tagExists(DCM_PixelData)) return CDCMTK_RENDER_NO_PIXELS;
  return uint64_t(rows) * columns > pixel_limit ? CDCMTK_RENDER_TOO_LARGE : CDCMTK_RENDERED;
}

/// `image` with square pixels, its longer side at most `side`; small images are not enlarged.
std::unique_ptr<DicomImage> scaled(const DicomImage &image, uint32_t side) {
  const double aspect = image.getWidthHeightRatio();
  const bool plausible = aspect > 1 / aspect_limit && aspect < aspect_limit;
  const double width = image.getWidth() * (plausible ? aspect : 1);
  const double height = image.getHeight();
  const double factor = std::min(1.0, side / std::max(width, height));
  const auto length = [&](double full) {
    return std::clamp(static_cast<unsigned long>(full * factor + 0.5), 1ul, static_cast<unsigned long>(side));
  };
  // 1: averages over the area, so that thin lines do not vanish.
  return std::unique_ptr<DicomImage>(image.createScaledImage(length(width), length(height), 1));
}

/// The file's first window or, without one, its first table; else from the darkest to the brightest pixel.
void set_window(DicomImage &image, bool padded) {
  if (image.getWindowCount() > 0 && image.setWindow(0)) return;
  if (image.getVoiLutCount() > 0 && image.setVoiLut(0)) return;
  // 1: without the two extremes, one of which is the padding.
  image.setMinMaxWindow(padded ? 1 : 0);
}

cdcmtk_render_status render(
    DcmFileFormat &format, uint32_t frame, uint32_t side, uint8_t *buffer, size_t capacity, cdcmtk_rendering &out) {
  DicomImage image(
      &format, format.getDataset()->getOriginalXfer(),
      CIF_UsePartialAccessToPixelData | CIF_NeverAccessEmbeddedOverlays, frame, 1);
  // Past the end DicomImage takes the last frame.
  if (image.getStatus() != EIS_Normal || image.getFirstFrame() != frame) return CDCMTK_RENDER_UNDECODABLE;
  const std::unique_ptr<DicomImage> small = scaled(image, side);
  if (!small || small->getStatus() != EIS_Normal) return CDCMTK_RENDER_UNDECODABLE;
  const bool grey = small->isMonochrome();
  if (grey) {
    small->hideAllOverlays();
    set_window(*small, format.getDataset()->tagExists(DCM_PixelPaddingValue));
  }
  out.columns = uint32_t(small->getWidth());
  out.rows = uint32_t(small->getHeight());
  out.samples = grey ? 1 : 3;
  const size_t size = size_t(out.columns) * out.rows * out.samples;
  if (size > capacity || !small->getOutputData(buffer, size, 8)) return CDCMTK_RENDER_UNDECODABLE;
  return CDCMTK_RENDERED;
}

}  // namespace

cdcmtk_condition cdcmtk_render(
    const char *path, uint32_t frame, uint32_t side, uint8_t *buffer, size_t capacity, cdcmtk_rendering *out) {
  *out = {CDCMTK_RENDER_UNDECODABLE, 0, 0, 0};
  return guarded([&] {
    prepare();
    DcmFileFormat format;
    OFCondition c = format.loadFile(OFFilename(path));
    if (c.bad()) return c;
    const cdcmtk_render_status reason = obstacle(format);
    out->status = reason != CDCMTK_RENDERED ? reason : render(format, frame, side, buffer, capacity, *out);
    return c;
  });
}
