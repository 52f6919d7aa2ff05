#pragma once
#include <zlib.h>

/* deflateInit2 is a macro, which Swift does not see; negative window bits give bare deflate. */
static inline int czlib_start_bare_deflate(z_stream *stream) {
  return deflateInit2(stream, 6, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY);
}
