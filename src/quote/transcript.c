#include "quote/document.h"

#define LABEL_TOKENS_MOST 5
#define LABELS_LEAST 2

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

/* One label may be a headline or an aside; several make a transcript. */
void document_read_transcript(struct document *document)
{
	size_t names = 0, answers = 0;

	for (size_t i = 0; i < document->passages.count; i++) {
		uint32_t end;
		enum label label = label_of(document, &document->passages.items[i], &end);

		names += label == LABEL_NAME;
		answers += label == LABEL_ANSWER;
	}
	for (size_t i = 0; i < document->passages.count; i++) {
		struct passage *passage = &document->passages.items[i];
		uint32_t end = 0;
		enum label label = label_of(document, passage, &end);

		if ((label == LABEL_NAME && names >= LABELS_LEAST) ||
			(label == LABEL_ANSWER && answers >= 1) || (label == LABEL_QUESTION && answers >= 1))
			set_label(passage, label, label == LABEL_QUESTION ? 0 : end);
	}
}
