#include "quote/document.h"

#define LABEL_TOKENS_MOST 5
#define NEIGHBOURS 3 /* paragraphs away that another label may stand */

enum label { LABEL_NONE, LABEL_QUESTION, LABEL_ANSWER, LABEL_NAME };

/* The label that a passage begins with; *end receives the token after its colon. */
static enum label label_of(const struct document *document, const struct passage *passage, uint32_t *end)
{
	const struct token *first;
	bool capitals = true;
	uint32_t at = passage->first;

	while (at < passage->end && at < passage->first + LABEL_TOKENS_MOST &&
		(token_at(document, at)->flags & TOKEN_WORD)) {
		capitals = capitals && (token_at(document, at)->flags & TOKEN_ALL_CAPITALS);
		at++;
	}
	if (at == passage->first || at + 1 >= passage->end || !(token_at(document, at)->flags & TOKEN_COLON))
		return LABEL_NONE;
	*end = at + 1;
	if (token_at(document, at + 1)->flags & TOKEN_MARK)
		return LABEL_NONE;
	first = token_at(document, passage->first);
	if (at == passage->first + 1 && (token_is(first, "q") || token_is(first, "question")))
		return LABEL_QUESTION;
	if (at == passage->first + 1 && (token_is(first, "a") || token_is(first, "answer")))
		return LABEL_ANSWER;
	return capitals && first->length > 2 ? LABEL_NAME : LABEL_NONE;
}

static void set_label(struct passage *passage, enum label label, uint32_t end)
{
	passage->label_end = end;
	passage->is_answer = label == LABEL_ANSWER;
}

/* A label with another one near it: one alone may be a headline or an aside (LOOK: …). */
static bool has_company(const enum label *labels, size_t count, size_t at)
{
	for (size_t i = at < NEIGHBOURS ? 0 : at - NEIGHBOURS; i < count && i <= at + NEIGHBOURS; i++)
		if (i != at && labels[i] == LABEL_NAME)
			return true;
	return false;
}

void document_read_transcript(struct document *document)
{
	size_t count = document->passages.count, answers = 0;
	enum label *labels;
	uint32_t *ends;

	if (!(document->seen_flags & TOKEN_COLON))
		return;
	labels = arena_array(document->scratch, count + 1, sizeof *labels);
	ends = arena_array(document->scratch, count + 1, sizeof *ends);
	for (size_t i = 0; i < count; i++) {
		labels[i] = label_of(document, &document->passages.items[i], &ends[i]);
		answers += labels[i] == LABEL_ANSWER;
	}
	for (size_t i = 0; i < count; i++) {
		struct passage *passage = &document->passages.items[i];

		if (labels[i] == LABEL_NAME ? has_company(labels, count, i)
					    : labels[i] != LABEL_NONE && answers > 0)
			set_label(passage, labels[i], labels[i] == LABEL_QUESTION ? 0 : ends[i]);
	}
}
