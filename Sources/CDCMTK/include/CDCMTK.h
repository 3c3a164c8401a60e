#ifndef CDCMTK_H
#define CDCMTK_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// An owned DICOM file in DCMTK's memory. One thread at a time.
typedef struct cdcmtk_file cdcmtk_file;

/// OFCondition by value; `module == 0 && code == 0` is success. `text` is filled only on failure.
typedef struct {
  uint16_t module;
  uint16_t code;
  char text[124];
} cdcmtk_condition;

/// One entry of DCMTK's data dictionary: `upper_*` end a repeating range and equal the tag otherwise.
typedef struct {
  uint32_t tag;
  uint32_t upper;
  uint16_t vr;
} cdcmtk_dictionary_entry;

typedef enum {
  CDCMTK_VALUE = 0,
  CDCMTK_SEQUENCE = 1,
  CDCMTK_ITEM = 2,
  CDCMTK_ENCAPSULATED = 3,
} cdcmtk_kind;

/// One element of a data set. `offset` is UINT32_MAX when the value was left on disk; `end` is the index after
/// everything inside it.
typedef struct {
  uint32_t tag;
  uint16_t vr;
  uint8_t kind;
  uint8_t depth;
  uint32_t length;
  uint32_t offset;
  uint32_t end;
} cdcmtk_element;

/// A whole data set, borrowed until the next call with the same file.
typedef struct {
  const cdcmtk_element *_Nullable elements;
  size_t element_count;
  const uint8_t *_Nullable bytes;
  size_t byte_count;
  const char *_Nullable transfer_syntax;
} cdcmtk_data_set;

typedef enum {
  CDCMTK_REMOVE = 0,
  CDCMTK_SET = 1,
  CDCMTK_EMPTY = 2,
} cdcmtk_operation;

/// One change to the element at `index` of the data set as last read. `value` is borrowed for the call.
typedef struct {
  uint32_t index;
  uint32_t operation;
  const uint8_t *_Nullable value;
  uint32_t length;
} cdcmtk_edit;

/// Replaces DCMTK's data dictionary and silences its logger. Once, before any other call.
void cdcmtk_setup(const cdcmtk_dictionary_entry *_Nonnull entries, size_t count);

/// On success stores an owned handle in `*out`; release it with cdcmtk_file_free. With `encapsulated` the data set
/// behind the file meta information is read as explicit VR little endian with fragments, whatever the transfer
/// syntax is called: for syntaxes that DCMTK does not know.
cdcmtk_condition cdcmtk_file_load(const char *_Nonnull path, int encapsulated, cdcmtk_file *_Nullable *_Nonnull out);
void cdcmtk_file_free(cdcmtk_file *_Nonnull file);

/// Lends all elements in file order, parents before children. Values longer than `limit` that are not text stay
/// on disk.
cdcmtk_condition cdcmtk_file_read(cdcmtk_file *_Nonnull file, uint32_t limit, cdcmtk_data_set *_Nonnull out);

/// Applies `edits`, sorted by index, to what cdcmtk_file_read last lent; the loan ends.
cdcmtk_condition cdcmtk_file_apply(cdcmtk_file *_Nonnull file, const cdcmtk_edit *_Nullable edits, size_t count);

/// Puts the elements of `fragment`, a data set in explicit VR little endian, into the root, replacing equal tags.
cdcmtk_condition cdcmtk_file_insert(cdcmtk_file *_Nonnull file, const uint8_t *_Nonnull fragment, size_t length);

/// Writes a new file: 128 zero bytes, "DICM", `meta` as it is, then the data set in its own transfer syntax, without
/// group lengths and trailing padding. Fails when `path` exists.
cdcmtk_condition cdcmtk_file_write(
    cdcmtk_file *_Nonnull file, const char *_Nonnull path, const uint8_t *_Nonnull meta, size_t meta_length);

typedef enum {
  CDCMTK_RENDERED = 0,
  /// No decoder for the transfer syntax.
  CDCMTK_RENDER_UNSUPPORTED = 1,
  CDCMTK_RENDER_NO_PIXELS = 2,
  /// More than 100 million pixels in a frame.
  CDCMTK_RENDER_TOO_LARGE = 3,
  CDCMTK_RENDER_UNDECODABLE = 4,
} cdcmtk_render_status;

/// What cdcmtk_render made: `samples` is 1 (grey) or 3 (RGB, interleaved), 8 bits each, no padding.
typedef struct {
  cdcmtk_render_status status;
  uint32_t columns;
  uint32_t rows;
  uint32_t samples;
} cdcmtk_rendering;

/// Renders the 0-based `frame` for the eye, no side longer than `side`, into the caller's `buffer`; a `capacity` of
/// side * side * 3 always suffices. Only that frame's pixels are read. Any thread.
cdcmtk_condition cdcmtk_render(
    const char *_Nonnull path, uint32_t frame, uint32_t side, uint8_t *_Nonnull buffer, size_t capacity,
    cdcmtk_rendering *_Nonnull out);

#ifdef __cplusplus
}
#endif

#endif
