#include <png.h>

/// The most bytes that a PNG of `image` can take, without a colour map.
static inline size_t cpng_size_max(const png_image *image) { return PNG_IMAGE_PNG_SIZE_MAX(*image); }
