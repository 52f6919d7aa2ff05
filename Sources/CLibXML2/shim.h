#pragma once
// Debian builds libxml2 with ICU, whose headers clash with the ICU module inside Foundation.
// The fields that the macro would add come last in their structs and are not touched here.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>
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

/// Reads HTML in UTF-8 and reports what it finds instead of building a tree, which would take several hundred bytes
/// for each element. The handlers get the parser's context, whose `_private` is `reader`.
static inline void clibxml2_read_html(
    const char *bytes, int count, int options, void *reader, startElementSAXFunc start,
    endElementSAXFunc end, charactersSAXFunc characters, commentSAXFunc comment) {
  htmlParserCtxtPtr context = htmlCreateMemoryParserCtxt(bytes, count);
  if (context == NULL) return;
  htmlCtxtUseOptions(context, options);
  // The bytes are taken as they are, without the copy that a switch of encodings makes; an encoding that is named here
  // is not overruled by what the page says.
  context->charset = XML_CHAR_ENCODING_UTF8;
  if (context->input->encoding != NULL) xmlFree((xmlChar *)context->input->encoding);
  context->input->encoding = xmlStrdup((const xmlChar *)"UTF-8");
  context->_private = reader;
  context->sax->startElement = start;
  context->sax->endElement = end;
  context->sax->characters = characters;
  context->sax->ignorableWhitespace = characters;
  context->sax->cdataBlock = characters;
  context->sax->comment = comment;
  context->sax->processingInstruction = NULL;
  htmlParseDocument(context);
  if (context->myDoc != NULL) xmlFreeDoc(context->myDoc);
  context->myDoc = NULL;
  htmlFreeParserCtxt(context);
}
