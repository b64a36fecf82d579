/* resolve.h - which person a phrase means */
#ifndef DATELINE_QUOTE_RESOLVE_H
#define DATELINE_QUOTE_RESOLVE_H

#include "quote/attribute.h"

/* What was known when a sentence had been read. */
struct sentence_memory {
	uint32_t topic; /* the person that it is about, or NO_ENTITY; TOPIC_UNREAD until it is asked for */
	uint32_t last_speaker;
};

#define TOPIC_UNREAD (NO_ENTITY - 1)

/* Who was spoken of, sentence by sentence, while the article is read from the start. */
struct memory {
	struct sentence_memory *sentences; /* room for those of the document */
	uint32_t sentence_count;           /* that have been read */
	uint32_t topic_count;              /* whose topics have been */
	uint32_t last_speaker;
	uint32_t interviewed; /* whose answers an interview gives, or NO_ENTITY */
};

/* topics.c: the next sentence has been read.
 *   topic  who speaks in it, or NO_ENTITY: then it is about its subject, if it has one */
void memory_add_sentence(struct memory *memory, uint32_t topic);

/* topics.c: whom a sentence is about; NO_ENTITY for nobody, and for one that has not been read. */
uint32_t memory_topic(struct memory *memory, const struct document *document, uint32_t sentence);

/* Fills in `entity`, `sieve` and `is_certain` of an attribution whose source is a phrase of the text. */
void resolve_source(const struct document *document, struct attribution *attribution, struct memory *memory);

#endif
