#include "libxml.h"

#include <libxml/parser.h>
#include <libxml/xmlerror.h>

#include <stdio.h>

#define CHUNK_BYTES 16384
#define NEAR_MOST ((size_t)256 * 1024) /* libxml2 takes quadratic time over attributes and namespaces */

struct judge {
	xmlParserCtxtPtr parser;
	struct libxml_verdict *verdict;
	bool has_verdict;
};

static void note_error(void *context, xmlErrorPtr complaint)
{
	struct judge *judge = context;
	struct str message;

	if (judge->has_verdict || complaint->level < XML_ERR_ERROR || complaint->message == NULL)
		return;
	message = str_trim(str_from(complaint->message));
	snprintf(judge->verdict->message, sizeof judge->verdict->message, "%.*s", STR_ARG(message));
	judge->verdict->line = complaint->line > 0 ? (unsigned)complaint->line : 0;
	judge->has_verdict = true;
	xmlStopParser(judge->parser);
}

bool libxml_judge(struct str text, size_t near, struct libxml_verdict *verdict)
{
	struct judge judge = {.verdict = verdict};
	struct str part = str_slice(text, 0, near + CHUNK_BYTES);
	xmlSAXHandler handler = {.initialized = XML_SAX2_MAGIC, .serror = note_error};

	if (near > NEAR_MOST)
		return false;
	judge.parser = xmlCreatePushParserCtxt(&handler, &judge, NULL, 0, NULL);
	if (judge.parser == NULL)
		return false;
	xmlCtxtUseOptions(judge.parser, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC | XML_PARSE_NOBLANKS);
	for (size_t at = 0; at < part.length && !judge.has_verdict; at += CHUNK_BYTES) {
		struct str chunk = str_slice(part, at, at + CHUNK_BYTES);

		/* never said to be the end: of a document that is cut off it would only say "extra content"
		 */
		xmlParseChunk(judge.parser, chunk.data, (int)chunk.length, 0);
	}
	xmlFreeDoc(judge.parser->myDoc);
	xmlFreeParserCtxt(judge.parser);
	return judge.has_verdict;
}
