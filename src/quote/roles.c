#include "quote/phrases.h"

/* Keeps the first description of each person: before the name, or as an apposition after it. */
void document_read_roles(struct document *document)
{
	for (uint32_t i = 0; i < document->runs.count; i++) {
		const struct name_run *run = &document->runs.items[i];
		struct entity *entity = &document->entities.items[run->entity];
		const struct passage *passage = &document->passages.items[run->passage];
		struct phrase phrase;

		if (entity->role_first != entity->role_end || run->is_possessive ||
			token_at(document, run->first)->span != NO_SPAN)
			continue;
		phrase = phrase_before(document, run->end, passage->first);
		if (phrase.kind != PHRASE_NAME || phrase.run != i)
			phrase = (struct phrase){PHRASE_NAME, run->lead, run->end, i, run->lead, run->first};
		phrase_read_apposition(document, &phrase, passage->end);
		if (phrase.role_first == phrase.role_end)
			continue;
		if (entity->kind == ENTITY_UNKNOWN)
			entity->kind = ENTITY_PERSON;
		if (!phrase_has_role(document, &phrase))
			continue;
		entity->role_passage = run->passage;
		entity->role_first = phrase.role_first;
		entity->role_end = phrase.role_end;
	}
}
