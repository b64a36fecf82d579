#include "dateline/query/fields.h"
#include "query/access.h"

static const struct query_field_info fields[QUERY_FIELD_COUNT] = {
	[QUERY_ANYWHERE] = {"", "", QUERY_KIND_TEXT, "",
		"title, standfirst, body, headings, tags and authors", "korea nuclear"},
	[QUERY_TITLE] = {"title", "", QUERY_KIND_TEXT, "", "the title", "title:parade"},
	[QUERY_STANDFIRST] = {"standfirst", "", QUERY_KIND_TEXT, "", "the standfirst", "standfirst:talks"},
	[QUERY_BODY] = {"body", "", QUERY_KIND_TEXT, "", "the text of the article", "body:\"rocket engine\""},
	[QUERY_HEADING] = {"heading", "", QUERY_KIND_TEXT, "", "the heading of any section",
		"heading:background"},
	[QUERY_TAG] = {"tag", "t", QUERY_KIND_NAME, "",
		"a tag or category of the publisher, or a label of yours", "tag:\"North Korea\""},
	[QUERY_CATEGORY] = {"category", "", QUERY_KIND_NAME, "", "a category of the publisher",
		"category:world"},
	[QUERY_LABEL] = {"label", "", QUERY_KIND_NAME, "", "a label of yours", "label:essay"},
	[QUERY_FEED] = {"feed", "f", QUERY_KIND_NAME_TEXT, "", "title or address of the feed",
		"feed:reuters"},
	[QUERY_FOLDER] = {"folder", "", QUERY_KIND_NAME_TEXT, "", "the folder the feed is in", "folder:news"},
	[QUERY_AUTHOR] = {"author", "a", QUERY_KIND_NAME_TEXT, "", "any author", "author:lee"},
	[QUERY_LINK] = {"link", "", QUERY_KIND_TEXT, "", "the address of the article", "link:politics"},
	[QUERY_SITE] = {"site", "", QUERY_KIND_TEXT, "", "the host of that address, or a domain above it",
		"site:example.org"},
	[QUERY_LANG] = {"lang", "", QUERY_KIND_NAME, "", "the language; en includes en-GB", "lang:de"},
	[QUERY_SPEAKER] = {"speaker", "s", QUERY_KIND_BY_WORDS, "",
		"words of the name of who speaks, in order", "speaker:\"Hong Lei\""},
	[QUERY_ROLE] = {"role", "", QUERY_KIND_TEXT, "", "how the speaker is described",
		"role:\"foreign minister\""},
	[QUERY_SAID] = {"said", "", QUERY_KIND_TEXT, "", "the words of the quotation", "said:sanction*"},
	[QUERY_CUE] = {"cue", "", QUERY_KIND_TEXT, "", "the reporting verb", "cue:denied"},
	[QUERY_QUOTE] = {"quote", "", QUERY_KIND_SET, "direct mixed indirect block", "the kind of quotation",
		"quote:direct"},
	[QUERY_DATE] = {"date", "", QUERY_KIND_TIME, "", "when it was published, else first seen",
		"date:2025-08..2025-09"},
	[QUERY_UPDATED] = {"updated", "", QUERY_KIND_TIME, "", "when the publisher says it was changed",
		"updated:<1d"},
	[QUERY_SEEN] = {"seen", "", QUERY_KIND_TIME, "", "when it was first fetched", "seen:6h"},
	[QUERY_READON] = {"readon", "", QUERY_KIND_TIME, "", "when you read it", "readon:yesterday"},
	[QUERY_NEWER] = {"newer", "", QUERY_KIND_TIME, "", "published since then, or so long ago at most",
		"newer:7d"},
	[QUERY_OLDER] = {"older", "", QUERY_KIND_TIME, "", "published before then, or longer ago",
		"older:2w"},
	[QUERY_BEFORE] = {"before", "", QUERY_KIND_TIME, "", "published before this begins",
		"before:2025-09-01"},
	[QUERY_AFTER] = {"after", "", QUERY_KIND_TIME, "", "published after this ends", "after:yesterday"},
	[QUERY_WORDS] = {"words", "", QUERY_KIND_NUMBER, "", "length in words", "words:<400"},
	[QUERY_MINUTES] = {"minutes", "", QUERY_KIND_NUMBER, "", "time it takes to read", "minutes:>10"},
	[QUERY_SECTIONS] = {"sections", "", QUERY_KIND_NUMBER, "", "number of sections", "sections:>2"},
	[QUERY_QUOTES] = {"quotes", "", QUERY_KIND_NUMBER, "", "number of quotations", "quotes:3..6"},
	[QUERY_VERSIONS] = {"versions", "", QUERY_KIND_NUMBER, "", "texts the publisher has put out",
		"versions:>1"},
	[QUERY_IS] = {"is", "", QUERY_KIND_SET,
		"unread read starred later hidden updated duplicate full undated",
		"a state; full: its page was fetched", "is:starred"},
	[QUERY_HAS] = {"has", "", QUERY_KIND_SET,
		"quotes image audio video enclosure comments related sections tag label link author date",
		"something that it has", "has:audio"},
	[QUERY_ID] = {"id", "", QUERY_KIND_NAME, "", "one article, by its number or its guid", "id:1204"},
	[QUERY_SAVED] = {"saved", "", QUERY_KIND_SAVED, "", "what the saved query of that name means",
		"saved:\"Korea desk\""},
	[QUERY_SORT] = {"sort", "", QUERY_KIND_DIRECTIVE,
		"newest oldest relevance feed title unread length seen",
		"the order; - in front turns it round", "sort:oldest"},
	[QUERY_LIMIT] = {"limit", "", QUERY_KIND_DIRECTIVE, "", "at most so many articles", "limit:50"},
	[QUERY_GROUP] = {"group", "", QUERY_KIND_DIRECTIVE, "cluster none",
		"copies folded into one row, or each shown", "group:none"},
};

const struct query_field_info *query_field_info(enum query_field field)
{
	return &fields[field];
}

enum query_field query_field_find(struct str name)
{
	enum query_field field = QUERY_ANYWHERE + 1;

	if (str_is_empty(name))
		return QUERY_FIELD_COUNT;
	while (field < QUERY_FIELD_COUNT && !str_equal(name, str_from(fields[field].name)) &&
		!str_equal(name, str_from(fields[field].short_name)))
		field++;
	return field;
}

bool field_is_of_quotation(enum query_field field)
{
	return field == QUERY_SPEAKER || field == QUERY_ROLE || field == QUERY_SAID || field == QUERY_CUE ||
	       field == QUERY_QUOTE;
}

bool field_is_text(enum query_field field)
{
	enum query_kind kind = fields[field].kind;

	return kind == QUERY_KIND_TEXT || kind == QUERY_KIND_NAME || kind == QUERY_KIND_NAME_TEXT ||
	       kind == QUERY_KIND_BY_WORDS;
}

size_t field_choice_find(enum query_field field, struct str word)
{
	struct str rest = str_from(fields[field].words), name;

	for (size_t i = 0; str_next(&rest, ' ', &name); i++)
		if (str_equal(name, word))
			return i;
	return SIZE_MAX;
}

struct str field_choice_name(enum query_field field, size_t choice)
{
	struct str rest = str_from(fields[field].words), name = STR_NONE;

	for (size_t i = 0; i <= choice; i++)
		if (!str_next(&rest, ' ', &name))
			return STR_NONE;
	return name;
}
