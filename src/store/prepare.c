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

static const struct rule_verdict *judge_article(const struct rule_judge *judge, const struct feed *document,
	const struct article *article, const struct store_feed *feed, int64_t now, struct arena *arena)
{
	const struct query_subject subject = {
		.article = article,
		.feed_title = document->title.length ? document->title : feed->title,
		.feed_name = feed->user_title,
		.feed_address = feed->address,
		.folder = feed->folder,
		.versions = 1,
		.seen = now,
		.readon = TIME_NONE,
	};
	struct rule_verdict verdict, *kept;

	if (!rules_verdict(judge, &subject, arena, &verdict))
		return NULL;
	kept = ARENA_NEW(arena, struct rule_verdict);
	*kept = verdict;
	return kept;
}

void store_prepare_rules(struct store_prepared *prepared, const struct rules *rules,
	const struct store_feed *feed, int64_t now, struct arena *arena)
{
	const struct feed *document = prepared->document;
	const struct rule_judge *judge;

	if (rules->list.count == 0)
		return;
	judge = rules_judge(rules, now, arena);
	for (size_t i = 0; i < document->articles.count; i++)
		prepared->identities[i].verdict =
			judge_article(judge, document, &document->articles.items[i], feed, now, arena);
}
