#include "libxml.h"

#include "dateline/base/dynamic.h"

#include <libxml/parser.h>
#include <libxml/xmlerror.h>

#include <stdio.h>

#define CHUNK_BYTES 16384
#define NEAR_MOST ((size_t)256 * 1024) /* libxml2 takes quadratic time over attributes and namespaces */

/* The number changes when the functions and structures do; the headers know which one they are of. */
#if LIBXML_VERSION >= 21400
#define LIBXML_NUMBER "16"
#else
#define LIBXML_NUMBER "2"
#endif
#ifdef __APPLE__
#define LIBXML_FILE "libxml2." LIBXML_NUMBER ".dylib"
#else
#define LIBXML_FILE "libxml2.so." LIBXML_NUMBER
#endif

#define LIBXML_CALLS(CALL)                                                                                   \
	CALL(CreatePushParserCtxt)                                                                           \
	CALL(CtxtUseOptions)                                                                                 \
	CALL(FreeDoc)                                                                                        \
	CALL(FreeParserCtxt)                                                                                 \
	CALL(ParseChunk)                                                                                     \
	CALL(StopParser)

struct libxml {
#define LIBXML_MEMBER(name) __typeof__(xml##name) *name;
	LIBXML_CALLS(LIBXML_MEMBER)
#undef LIBXML_MEMBER
};

struct judge {
	struct libxml libxml;
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
	judge->libxml.StopParser(judge->parser);
}

/* Seldom done, and quick when it was done before: so no thread waits for another. */
static bool load(struct libxml *libxml)
{
	void *library;

	if (!dynamic_open(LIBXML_FILE, &library, NULL))
		return false;
#define LIBXML_FIND(name)                                                                                    \
	if (!dynamic_find(library, "xml" #name, &libxml->name, sizeof libxml->name, NULL))                   \
		return false;
	LIBXML_CALLS(LIBXML_FIND)
#undef LIBXML_FIND
	return true;
}

bool libxml_judge(struct str text, size_t near, struct libxml_verdict *verdict)
{
	struct judge judge = {.verdict = verdict};
	struct str part = str_slice(text, 0, near + CHUNK_BYTES);
	xmlSAXHandler handler = {.initialized = XML_SAX2_MAGIC, .serror = note_error};

	if (near > NEAR_MOST || !load(&judge.libxml))
		return false;
	judge.parser = judge.libxml.CreatePushParserCtxt(&handler, &judge, NULL, 0, NULL);
	if (judge.parser == NULL)
		return false;
	judge.libxml.CtxtUseOptions(
		judge.parser, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC | XML_PARSE_NOBLANKS);
	for (size_t at = 0; at < part.length && !judge.has_verdict; at += CHUNK_BYTES) {
		struct str chunk = str_slice(part, at, at + CHUNK_BYTES);

		/* never said to be the end: of a document that is cut off it would only say "extra content"
		 */
		judge.libxml.ParseChunk(judge.parser, chunk.data, (int)chunk.length, 0);
	}
	judge.libxml.FreeDoc(judge.parser->myDoc);
	judge.libxml.FreeParserCtxt(judge.parser);
	return judge.has_verdict;
}
