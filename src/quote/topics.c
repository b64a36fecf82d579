#include "quote/resolve.h"

/* “…, X said.” at the end of a sentence whose words no report took. */
static struct phrase speaker_at_end(const struct document *document, const struct sentence *sentence)
{
	uint32_t at = sentence->end;

	while (at > sentence->first && token_flagged(document, at - 1, TOKEN_STOP))
		at--;
	if (at == sentence->first || !is_cue(document, at - 1, FRAME_SPEECH))
		return (struct phrase){0};
	return subject_before(document, at - 1, sentence->first);
}

/* Who speaks in a sentence, else its subject. */
static uint32_t read_topic(struct memory *memory, const struct document *document, uint32_t index)
{
	const struct sentence *sentence = &document->sentences.items[index];
	struct attribution subject = {.source = speaker_at_end(document, sentence), .entity = NO_ENTITY};
	uint32_t now = memory->last_speaker;

	if (subject.source.kind == PHRASE_NONE)
		subject.source = subject_of_sentence(document, sentence->first, sentence->end);
	if (subject.source.kind == PHRASE_NONE)
		return NO_ENTITY;
	memory->last_speaker = memory->sentences[index].last_speaker;
	resolve_source(document, &subject, memory);
	memory->last_speaker = now;
	return subject.entity;
}

void memory_add_sentence(struct memory *memory, uint32_t topic)
{
	memory->sentences[memory->sentence_count++] =
		(struct sentence_memory){topic == NO_ENTITY ? TOPIC_UNREAD : topic, memory->last_speaker};
}

/* A pronoun asks for the sentences before it: they are read in their order, not one out of the other. */
uint32_t memory_topic(struct memory *memory, const struct document *document, uint32_t sentence)
{
	if (sentence >= memory->sentence_count)
		return NO_ENTITY;
	for (; memory->topic_count <= sentence; memory->topic_count++) {
		struct sentence_memory *read = &memory->sentences[memory->topic_count];

		if (read->topic == TOPIC_UNREAD)
			read->topic = read_topic(memory, document, memory->topic_count);
	}
	return memory->sentences[sentence].topic;
}
