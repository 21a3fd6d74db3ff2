/* libxml2's HTML and XML parsers as streams of events, with everything off that could leave the memory they are given. */
#ifndef KG_CMARKUP_SHIM_H
#define KG_CMARKUP_SHIM_H

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <string.h>

/* A parser of `size` (> 0) bytes of UTF-8 without NUL bytes that will call `handler` with `user`, or NULL without
   memory. It loads nothing, builds no tree and guesses no encoding. Free it with htmlFreeParserCtxt. */
static inline htmlParserCtxtPtr kg_html_parser(
    const char *bytes, int size, const xmlSAXHandler *handler, void *user) {
  htmlParserCtxtPtr parser = htmlCreateMemoryParserCtxt(bytes, size);
  if (parser == NULL) return NULL;
  htmlCtxtUseOptions(
      parser, HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_IGNORE_ENC
                  | HTML_PARSE_NODEFDTD | HTML_PARSE_NOIMPLIED);
  /* After the options, which put handlers of libxml2's own in. */
  *parser->sax = *handler;
  parser->userData = user;
  xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8);
  return parser;
}

/* The same for XML. Entities are not replaced, none but XML's own are known, and no DTD is read. The limits of depth
   and size that libxml2 has by itself stay. Free it with xmlFreeParserCtxt. */
static inline xmlParserCtxtPtr kg_xml_parser(
    const char *bytes, int size, const xmlSAXHandler *handler, void *user) {
  xmlParserCtxtPtr parser = xmlCreateMemoryParserCtxt(bytes, size);
  if (parser == NULL) return NULL;
  xmlCtxtUseOptions(
      parser, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_IGNORE_ENC);
  *parser->sax = *handler;
  parser->userData = user;
  xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8);
  return parser;
}

/* Bytes of the input before the place where a parser of either kind is. */
static inline long kg_html_offset(htmlParserCtxtPtr parser) {
  xmlParserInputPtr input = parser->input;
  return input == NULL ? 0 : (long)input->consumed + (long)(input->cur - input->base);
}

#endif
