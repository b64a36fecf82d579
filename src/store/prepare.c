#include "store/put.h"

struct store_prepared *store_prepare(const struct feed *document, struct arena *arena)
{
	struct store_prepared *prepared = ARENA_NEW(arena, struct store_prepared);

	prepared->document = document;
	prepared->identities = arena_array(arena, document->articles.count, sizeof *prepared->identities);
	identify_articles(document, prepared->identities);
	return prepared;
}

void store_prepare_bodies(struct store_prepared *prepared, struct arena *arena)
{
	const struct article_list *articles = &prepared->document->articles;
	struct packer packer = {0};

	for (size_t i = 0; i < articles->count; i++) {
		const struct article *article = &articles->items[i];
		struct article_identity *identity = &prepared->identities[i];

		identity->word_count = article_word_count(article);
		identity->frame = arena_copy(arena, pack_text(&packer, article->content.text));
	}
	packer_finish(&packer);
}
