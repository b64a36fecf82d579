#include "dateline/markup/document.h"
#include "libxml.h"
#include "xml_reader.h"

#include <stdio.h>
#include <string.h>

/* Documents are read here and not by libxml2: text is sliced and not copied, memory and time are bounded
 * where libxml2 grows without (200,000 attributes with namespaces took it 5.8 s), and broken documents, one
 * feed in twenty, need this reader anyway. Of those libxml2 is asked what is wrong, so that the message is
 * the one publishers can look up. */

unsigned xml_line(struct xml_reader *reader, size_t offset)
{
	const char *end = reader->text.data + offset, *at = reader->text.data + reader->line_at;

	while (at < end && (at = memchr(at, '\n', (size_t)(end - at))) != NULL) {
		reader->line++;
		at++;
	}
	if (reader->line_at < offset)
		reader->line_at = offset;
	return reader->line;
}

void xml_repaired(struct xml_reader *reader, size_t offset, const char *format, ...)
{
	char sentence[256];
	va_list args;

	if (!reader->is_repaired)
		reader->first_repair = offset;
	reader->is_repaired = true;
	if (reader->warnings == NULL)
		return;
	if (reader->warnings->list.count >= WARNINGS_MOST || reader->warnings->tried >= WARNINGS_TRIED) {
		reader->warnings->left_out++;
		return;
	}
	va_start(args, format);
	vsnprintf(sentence, sizeof sentence, format, args);
	va_end(args);
	warnings_add(reader->warnings, xml_line(reader, offset), "%s", sentence);
}

static void skip_past(struct xml_reader *reader, struct str end, size_t from, bool *has_none)
{
	size_t found = *has_none ? STR_NPOS : str_find(reader->text, end, from);

	*has_none = found == STR_NPOS;
	if (found == STR_NPOS) {
		xml_repaired(reader, reader->at, "a comment or an instruction is not closed");
		found = str_find_char(reader->text, '>', from);
		reader->at = found == STR_NPOS ? reader->text.length : found + 1;
		return;
	}
	reader->at = found + end.length;
}

static void read_declaration(struct xml_reader *reader)
{
	struct str rest = str_from_offset(reader->text, reader->at);

	if (str_starts_with(rest, STR("<!--"))) {
		skip_past(reader, STR("-->"), reader->at + 4, &reader->has_no_comment_end);
	} else if (str_starts_with_nocase(rest, STR("<![CDATA["))) {
		xml_read_cdata(reader);
	} else if (str_starts_with_nocase(rest, STR("<!DOCTYPE")) && reader->current == reader->document) {
		reader->at = doctype_read(
			reader->text, reader->at, reader->arena, &reader->entities, reader->warnings);
	} else {
		size_t end = str_find_char(reader->text, '>', reader->at);

		xml_repaired(reader, reader->at, "a declaration stands where none may");
		reader->at = end == STR_NPOS ? reader->text.length : end + 1;
	}
}

static bool starts_name(char c)
{
	return ascii_is_alpha(c) || c == '_' || c == ':' || (unsigned char)c >= 0x80;
}

/* The markup at reader->at, which is on a '<'; false when it is text after all. */
static bool read_markup(struct xml_reader *reader)
{
	char next = reader->at + 1 < reader->text.length ? reader->text.data[reader->at + 1] : '\0';

	if (next == '/')
		return xml_read_end_tag(reader);
	if (next == '!') {
		read_declaration(reader);
		return true;
	}
	if (next == '?') {
		skip_past(reader, STR("?>"), reader->at + 2, &reader->has_no_instruction_end);
		return true;
	}
	return starts_name(next) && xml_read_start_tag(reader);
}

#define TAG_BYTES_MOST JUNK_BYTES_MOST /* of one that is worth no look */

/* A document that ends inside a tag ends before it. What an end tag closes is whole, though that is not. */
static void leave_out_last_tag(struct xml_reader *reader)
{
	size_t tag = str_find_last_char(reader->text, '<'), end = str_find_last_char(reader->text, '>');
	struct str rest = str_from_offset(reader->text, tag);

	if (tag == STR_NPOS || (end != STR_NPOS && end > tag) || rest.length > TAG_BYTES_MOST ||
		str_starts_with_nocase(rest, STR("<![CDATA[")))
		return;
	reader->ends_in_end_tag = str_starts_with(rest, STR("</"));
	if (!reader->ends_in_end_tag)
		reader->text.length = tag;
}

static void read_all(struct xml_reader *reader)
{
	leave_out_last_tag(reader);
	while (reader->at < reader->text.length && !reader->is_cut) {
		size_t tag = str_find_char(reader->text, '<', reader->at);

		if (tag == STR_NPOS)
			tag = reader->text.length;
		xml_read_text(reader, tag);
		while (reader->at < reader->text.length && !reader->is_cut &&
			reader->text.data[reader->at] == '<') {
			if (!read_markup(reader)) {
				xml_repaired(reader, reader->at, "a \"<\" that begins no tag is text");
				tag = str_find_char(reader->text, '<', reader->at + 1);
				xml_read_text(reader, tag == STR_NPOS ? reader->text.length : tag);
			}
		}
	}
	xml_close_all(reader);
}

/* What follows the root element belongs to it: a feed that was closed too early goes on. */
static struct node *single_root(struct xml_reader *reader)
{
	struct node *root = reader->document->first;

	while (root && root->kind != NODE_ELEMENT)
		root = root->next;
	if (root == NULL)
		return NULL;
	for (struct node *next = root->next, *after; next; next = after) {
		after = next->next;
		if (next->kind != NODE_ELEMENT)
			continue;
		xml_repaired(reader, reader->text.length, "there is more after the end of the root element");
		node_append(root, next);
	}
	root->parent = NULL;
	root->next = root->previous = NULL;
	return root;
}

static void report_verdict(struct xml_reader *reader)
{
	struct libxml_verdict verdict;

	if (reader->is_repaired && reader->warnings &&
		libxml_judge(reader->text, reader->first_repair, &verdict))
		warnings_add(
			reader->warnings, verdict.line, "the XML is not well-formed: %s", verdict.message);
}

bool markup_parse_xml(struct str text, struct arena *arena, struct node **root, struct warnings *warnings,
	struct error *error)
{
	struct xml_reader reader = {.text = text, .arena = arena, .warnings = warnings, .line = 1};

	if (text.length > DOCUMENT_BYTES_MOST)
		return fail(error, ERROR_TOO_LARGE, 0,
			"a document of %zu MB is longer than the %zu MB that are read", text.length >> 20,
			DOCUMENT_BYTES_MOST >> 20);
	reader.nodes_left = NODES_LEAST + text.length / BYTES_PER_NODE_LEAST;
	reader.document = ARENA_NEW(arena, struct node);
	reader.current = reader.document;
	read_all(&reader);
	*root = single_root(&reader);
	report_verdict(&reader);
	buffer_finish(&reader.scratch);
	return *root || fail(error, ERROR_MALFORMED, 0, "there is no element in this document");
}
