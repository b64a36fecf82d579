#include "rss.h"
#include "dateline/base/limits.h"
#include "dateline/base/url.h"
#include "formats.h"

/* RSS 0.91 to 0.94 and 2.0. Source: the specifications at rssboard.org. */

/* <summary> and <description> together: then the description is the body, whichever comes first. */
#define RANK_DESCRIPTION 3
#define RANK_SUMMARY 4

static void read_description(struct reading *reading, struct draft *draft, const struct node *node, int rank)
{
	struct content_slot before = draft->summary;

	if (before.rank != RANK_SUMMARY) {
		field_description(reading, draft, node, rank);
		return;
	}
	draft->summary = (struct content_slot){0};
	field_description(reading, draft, node, rank);
	draft_offer_content(&draft->content, draft->summary.content, 0);
	draft->summary = before;
}

static void read_summary(struct reading *reading, struct draft *draft, const struct node *node, int rank)
{
	struct content_slot before = draft->summary;

	atom_summary(reading, draft, node, rank);
	if (draft->summary.rank == RANK_SUMMARY && before.rank == RANK_DESCRIPTION)
		draft_offer_content(&draft->content, before.content, 0);
}

static const struct field_row item_rows[] = {
	{NS_NONE, STR_INIT("title"), field_title, 3},
	{NS_NONE, STR_INIT("link"), field_link, 4},
	{NS_NONE, STR_INIT("guid"), field_guid, 3},
	{NS_NONE, STR_INIT("description"), read_description, RANK_DESCRIPTION},
	{NS_NONE, STR_INIT("author"), field_author, 0},
	{NS_NONE, STR_INIT("category"), field_category, 0},
	{NS_NONE, STR_INIT("keywords"), field_keywords, 0},
	{NS_NONE, STR_INIT("comments"), field_comments, 3},
	{NS_NONE, STR_INIT("enclosure"), field_enclosure, 0},
	{NS_NONE, STR_INIT("image"), field_image, 1},
	{NS_NONE, STR_INIT("pubDate"), field_published, 5},
	{NS_NONE, STR_INIT("language"), field_language, 2},
	{NS_NONE, STR_INIT("body"), field_body, 1},
	{NS_NONE, STR_INIT("fullitem"), field_body, 1}, /* of Userland's early feeds */
	/* of Atom, or of nobody, where publishers mix */
	{NS_NONE, STR_INIT("content"), atom_content, 2},
	{NS_NONE, STR_INIT("encoded"), field_body, 3},
	{NS_NONE, STR_INIT("summary"), read_summary, RANK_SUMMARY},
	{NS_NONE, STR_INIT("id"), atom_id, 1},
	{NS_NONE, STR_INIT("published"), field_published, 2},
	{NS_NONE, STR_INIT("issued"), field_published, 2},
	{NS_NONE, STR_INIT("created"), field_published, 1},
	{NS_NONE, STR_INIT("lastBuildDate"), field_updated, 1},
	{NS_NONE, STR_INIT("updated"), field_updated, 3},
	{NS_NONE, STR_INIT("modified"), field_updated, 3},
	{NS_NONE, STR_INIT("date"), field_published, 1},
	{NS_NONE, STR_INIT("creator"), field_author, 0},
};

static const struct field_row channel_rows[] = {
	{NS_NONE, STR_INIT("title"), field_title, 3},
	{NS_NONE, STR_INIT("link"), field_link, 4},
	{NS_NONE, STR_INIT("description"), field_description, 3},
	{NS_NONE, STR_INIT("language"), field_language, 2},
	{NS_NONE, STR_INIT("managingEditor"), field_author, 0},
	{NS_NONE, STR_INIT("author"), field_author, 0},
	{NS_NONE, STR_INIT("webMaster"), field_webmaster, 0},
	{NS_NONE, STR_INIT("lastBuildDate"), field_updated, 5},
	{NS_NONE, STR_INIT("pubDate"), field_published, 5},
	{NS_NONE, STR_INIT("generator"), field_generator, 1},
	{NS_NONE, STR_INIT("image"), field_rss_image, 1},
	/* of Atom, or of nobody */
	{NS_NONE, STR_INIT("updated"), field_updated, 3},
	{NS_NONE, STR_INIT("modified"), field_updated, 3},
	{NS_NONE, STR_INIT("date"), field_published, 1},
	{NS_NONE, STR_INIT("subtitle"), field_description, 1},
	{NS_NONE, STR_INIT("tagline"), field_description, 1},
	{NS_NONE, STR_INIT("icon"), field_icon, 3},
	{NS_NONE, STR_INIT("logo"), field_icon, 2},
};

static const struct field_table item_fields = {item_rows, COUNT_OF(item_rows)};
static const struct field_table channel_fields = {channel_rows, COUNT_OF(channel_rows)};

static bool is_own(const struct node *node, struct str name)
{
	return node->kind == NODE_ELEMENT && field_is_own(node) && str_equal_nocase(node->name, name);
}

/* ---- how often to ask */

static unsigned period_minutes(struct str period)
{
	static const struct {
		struct str name;
		unsigned minutes;
	} periods[] = {{STR_INIT("hourly"), 60}, {STR_INIT("daily"), 1440}, {STR_INIT("weekly"), 10080},
		{STR_INIT("monthly"), 43200}, {STR_INIT("yearly"), 525600}};

	for (size_t i = 0; i < COUNT_OF(periods); i++)
		if (str_equal_nocase(str_trim(period), periods[i].name))
			return periods[i].minutes;
	return 0;
}

static int64_t number_in(const struct node *node, struct arena *arena)
{
	int64_t number;

	return node && str_to_int64(str_trim(node_text(node, arena)), &number) && number > 0 ? number : 0;
}

static void read_skip_hours(struct reading *reading, const struct node *node)
{
	for (const struct node *hour = node->first; hour; hour = hour->next) {
		int64_t number;

		/* RSS 0.91 counts to 24, RSS 2.0 from 0 to 23 */
		if (is_own(hour, STR("hour")) &&
			str_to_int64(str_trim(node_text(hour, reading->arena)), &number) && number >= 0 &&
			number <= 24)
			reading->feed->skip_hours |= (uint32_t)1 << (number % 24);
	}
}

static void read_skip_days(struct reading *reading, const struct node *node)
{
	static const struct str names[] = {STR_INIT("sunday"), STR_INIT("monday"), STR_INIT("tuesday"),
		STR_INIT("wednesday"), STR_INIT("thursday"), STR_INIT("friday"), STR_INIT("saturday")};

	for (const struct node *day = node->first; day; day = day->next)
		for (size_t i = 0; i < COUNT_OF(names) && is_own(day, STR("day")); i++)
			if (str_equal_nocase(str_trim(node_text(day, reading->arena)), names[i]))
				reading->feed->skip_hours |= (uint32_t)1 << (SKIP_DAYS + i);
}

static void read_schedule(struct reading *reading, const struct node *channel)
{
	const struct node *period = node_child(channel, NS_SYNDICATION, "updatePeriod");
	int64_t frequency = number_in(node_child(channel, NS_SYNDICATION, "updateFrequency"), reading->arena);
	int64_t ttl;

	for (const struct node *node = channel->first; node; node = node->next) {
		if (is_own(node, STR("ttl"))) {
			ttl = number_in(node, reading->arena);
			reading->feed->ttl_minutes = ttl > 525600 ? 525600 : (unsigned)ttl;
		} else if (is_own(node, STR("skipHours"))) {
			read_skip_hours(reading, node);
		} else if (is_own(node, STR("skipDays"))) {
			read_skip_days(reading, node);
		}
	}
	if (reading->feed->ttl_minutes == 0 && period)
		reading->feed->ttl_minutes = period_minutes(node_text(period, reading->arena)) /
					     (unsigned)(frequency > 0 && frequency < 1440 ? frequency : 1);
}

/* ---- channel and items */

static void read_item(struct reading *reading, const struct node *node)
{
	struct draft draft;

	draft_init(&draft, reading_base(reading, node, reading->base));
	fields_read(reading, &draft, node, &item_fields);
	draft_offer_text(&draft.guid, node_attribute_ns(node, NS_RDF, "about"), 0);
	if (draft.link.text.length == 0)
		draft.link.text =
			reading_link(reading, STR_NONE, node_attribute_ns(node, NS_RDF, "about"), node->line);
	draft_become_article(reading, &draft, node);
}

static bool is_item(const struct node *node)
{
	return is_own(node, STR("item")) || is_own(node, STR("entry"));
}

static void read_items(struct reading *reading, const struct node *parent)
{
	size_t count = 0;

	for (const struct node *node = parent->first; node; node = node->next)
		count += is_item(node);
	reading_expect_articles(reading, count);
	for (const struct node *node = parent->first; node; node = node->next) {
		if (is_item(node))
			read_item(reading, node);
		else if (is_own(node, STR("items")) || is_own(node, STR("channel")) ||
			 is_own(node, STR("rss")))
			read_items(reading, node);
	}
}

static const struct node *find_channel(const struct node *root)
{
	if (is_own(root, STR("channel")))
		return root;
	for (const struct node *node = root->first; node; node = node->next)
		if (is_own(node, STR("channel")))
			return node;
	return root;
}

/* The address of the site, before anything is resolved against it. */
static struct str site_base(struct reading *reading, const struct node *channel, struct str base)
{
	for (const struct node *node = channel->first; node; node = node->next) {
		struct str address;

		if (!is_own(node, STR("link")))
			continue;
		address = str_trim(node_text(node, reading->arena));
		if (address.length == 0)
			address = str_trim(node_attribute_spelt(node, "href"));
		if (address.length && address.length <= ADDRESS_BYTES_MOST) {
			address = url_resolve(reading->arena, base, address);
			return url_is_web(address) ? address : base;
		}
	}
	return base;
}

void rss_read(struct reading *reading, const struct node *root)
{
	const struct node *channel = find_channel(root);
	struct str declared = reading_base(reading, root, STR_NONE);
	struct draft draft;

	if (channel != root)
		declared = reading_base(reading, channel, declared);
	if (declared.length)
		declared = url_resolve(reading->arena, reading->base, declared);
	reading->base = declared.length ? declared : site_base(reading, channel, reading->base);
	draft_init(&draft, reading->base);
	fields_read(reading, &draft, channel, &channel_fields);
	for (const struct node *node = root->first; node && channel != root; node = node->next)
		if (is_own(node, STR("image")))
			field_rss_image(reading, &draft, node, 1);
	if (draft.language.text.length == 0)
		draft.language.text = reading_node_language(reading, channel);
	if (draft.language.text.data == NULL)
		draft.language.text = reading_node_language(reading, root);
	draft_become_feed(reading, &draft);
	read_schedule(reading, channel);
	read_items(reading, root);
}

/* ---- the format */

static bool recognise_rss(const struct feed_document *document)
{
	return document->root &&
	       (is_own(document->root, STR("rss")) || is_own(document->root, STR("channel")));
}

static enum feed_format version_of(const struct node *root)
{
	static const struct {
		struct str prefix;
		enum feed_format format;
	} versions[] = {
		{STR_INIT("0.91"), FORMAT_RSS_091},
		{STR_INIT("0.92"), FORMAT_RSS_092},
		{STR_INIT("0.93"), FORMAT_RSS_092},
		{STR_INIT("0.94"), FORMAT_RSS_092},
		{STR_INIT("0.9"), FORMAT_RSS_090},
		{STR_INIT("1."), FORMAT_RSS_10},
	};
	struct str version = str_trim(node_attribute_spelt(root, "version"));

	for (size_t i = 0; i < COUNT_OF(versions); i++)
		if (str_starts_with(version, versions[i].prefix))
			return versions[i].format;
	return FORMAT_RSS_20;
}

static bool read_rss(struct reading *reading, const struct feed_document *document, struct error *error)
{
	(void)error;
	reading->feed->format = version_of(document->root);
	rss_read(reading, document->root);
	return true;
}

const struct format format_rss = {.name = "RSS", .recognise = recognise_rss, .read = read_rss};
