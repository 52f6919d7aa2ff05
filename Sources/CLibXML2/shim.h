#pragma once
// Debian builds libxml2 with ICU, whose headers clash with the ICU module inside Foundation.
// The fields that the macro would add come last in their structs and are not touched here.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>

/// Frees memory that libxml2 handed out; `xmlFree` itself is a mutable global, which Swift 6 refuses.
static inline void clibxml2_free(void *pointer) { xmlFree(pointer); }

static inline void clibxml2_ignore_error(void *context, const char *message, ...) {}

/// Keeps libxml2 from printing to standard error, which it does in spite of its NOERROR flag.
static inline void clibxml2_be_quiet(void) {
  xmlSetGenericErrorFunc(NULL, clibxml2_ignore_error);
}
