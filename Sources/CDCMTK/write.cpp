#include "file.h"

#include <dcmtk/dcmdata/dcostrma.h>
#include <dcmtk/dcmdata/dcwcache.h>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace {

/// Writes to a descriptor and remembers every failure: DCMTK's own consumer loses that of the last block, so a full
/// disk would go unnoticed.
class DescriptorConsumer : public DcmConsumer {
public:
  explicit DescriptorConsumer(int descriptor) : descriptor_(descriptor) {}

  OFBool good() const override { return !failed_; }
  OFCondition status() const override { return failed_ ? EC_InvalidStream : EC_Normal; }
  OFBool isFlushed() const override { return used_ == 0; }
  offile_off_t avail() const override { return sizeof buffer_; }

  offile_off_t write(const void *bytes, offile_off_t length) override {
    const auto count = size_t(length);
    if (count >= sizeof buffer_ / 2) {
      flush();
      put(bytes, count);
    } else {
      if (used_ + count > sizeof buffer_) flush();
      memcpy(buffer_ + used_, bytes, count);
      used_ += count;
    }
    return length;
  }

  void flush() override {
    put(buffer_, used_);
    used_ = 0;
  }

private:
  void put(const void *bytes, size_t count) {
    auto *next = static_cast<const uint8_t *>(bytes);
    while (count > 0 && !failed_) {
      const ssize_t written = ::write(descriptor_, next, count);
      if (written < 0 && errno == EINTR) continue;
      failed_ = written <= 0;
      if (failed_) return;
      next += written;
      count -= size_t(written);
    }
  }

  int descriptor_;
  bool failed_ = false;
  size_t used_ = 0;
  uint8_t buffer_[64 << 10];
};

class DescriptorStream : public DcmOutputStream {
public:
  explicit DescriptorStream(int descriptor) : DcmOutputStream(&consumer_), consumer_(descriptor) {}

  /// Drains a compression filter, then what it filled.
  OFCondition finish() {
    flush();
    consumer_.flush();
    return good() ? consumer_.status() : status();
  }

private:
  DescriptorConsumer consumer_;
};

/// 128 zero bytes and "DICM", PS3.10 §7.1.
struct Prefix {
  uint8_t preamble[128] = {};
  uint8_t magic[4] = {'D', 'I', 'C', 'M'};
};

OFCondition write_all(cdcmtk_file &file, int descriptor, const uint8_t *meta, size_t meta_length) {
  DescriptorStream stream(descriptor);
  const Prefix prefix;
  stream.write(&prefix, sizeof prefix);
  stream.write(meta, offile_off_t(meta_length));
  DcmWriteCache cache;
  DcmDataset *dataset = file.format.getDataset();
  dataset->transferInit();
  OFCondition c =
      dataset->write(stream, file.syntax, EET_UndefinedLength, &cache, EGL_withoutGL, EPD_withoutPadding);
  dataset->transferEnd();
  const OFCondition finished = stream.finish();
  return c.good() ? finished : c;
}

}  // namespace

cdcmtk_condition cdcmtk_file_write(cdcmtk_file *file, const char *path, const uint8_t *meta, size_t meta_length) {
  return guarded([&]() -> OFCondition {
    const int descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    if (descriptor < 0) return EC_InvalidStream;
    OFCondition c = write_all(*file, descriptor, meta, meta_length);
    if (close(descriptor) != 0 && c.good()) c = EC_InvalidStream;
    return c;
  });
}
