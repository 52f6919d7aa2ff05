#pragma once
#include <archive.h>
#include <archive_entry.h>

/// Records an error in words; `archive_set_error` itself is variadic, which Swift cannot call.
static inline void archive_set_error_text(struct archive *archive, int code, const char *text) {
  archive_set_error(archive, code, "%s", text);
}
