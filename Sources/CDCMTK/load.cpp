#include "file.h"

#include <dcmtk/dcmdata/dcistrmf.h>

#include <memory>

/// Reads the data set with the syntax of a file that DCMTK does know, on the stream that read the file meta
/// information: `loadFile` ignores a requested syntax when there is one.
static OFCondition load_as(cdcmtk_file &file, const char *path, E_TransferSyntax syntax) {
  DcmInputFileStream stream((OFFilename(path)));
  OFCondition c = stream.status();
  if (c.bad()) return c;
  DcmMetaInfo *meta = file.format.getMetaInfo();
  meta->transferInit();
  c = meta->read(stream, EXS_Unknown);
  meta->transferEnd();
  if (c.bad()) return c;
  DcmDataset *dataset = file.format.getDataset();
  dataset->transferInit();
  c = dataset->read(stream, syntax);
  dataset->transferEnd();
  return c;
}

cdcmtk_condition cdcmtk_file_load(const char *path, int encapsulated, cdcmtk_file **out) {
  *out = nullptr;
  return guarded([&] {
    auto file = std::make_unique<cdcmtk_file>();
    OFCondition c = encapsulated ? load_as(*file, path, EXS_JPEG2000LosslessOnly)
                                 : file->format.loadFile(OFFilename(path));
    if (c.bad()) return c;
    file->syntax = file->format.getDataset()->getOriginalXfer();
    OFString uid;
    // An empty data set has been read in no syntax at all.
    if (file->syntax == EXS_Unknown && file->format.getMetaInfo()->findAndGetOFString(DCM_TransferSyntaxUID, uid).good())
      file->syntax = DcmXfer(uid.c_str()).getXfer();
    *out = file.release();
    return c;
  });
}

void cdcmtk_file_free(cdcmtk_file *file) { delete file; }
