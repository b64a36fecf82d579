#include "quoteinfo.h"

#include "dateline/base/utf8.h"
#include "facts.h"
#include "quoterows.h"

#define AROUND_BYTES 160

/* The text before and after the quotation in its paragraph, cut between characters. */
static struct str around(const struct view *panel, size_t index, struct arena *arena)
{
	const struct quote *quote = panel_quote(panel, index);
	struct str text = panel_reader(panel)->entry.article.blocks.items[quote->block].text;
	size_t from = quote->start > AROUND_BYTES ? quote->start - AROUND_BYTES : 0;
	size_t to = text.length - quote->end > AROUND_BYTES ? quote->end + AROUND_BYTES : text.length;

	while (from && from < quote->start && text.data[from - 1] != ' ')
		from++;
	while (to < text.length && to > quote->end && text.data[to] != ' ')
		to--;
	return arena_printf(arena, "%s%.*s%s", from ? "…" : "",
		STR_ARG(utf8_printable(arena, str_slice(text, from, to))), to < text.length ? "…" : "");
}

static const char *certainty(const struct quote *quote)
{
	if (quote->speaker.length == 0)
		return "nobody is named";
	return quote->is_certain ? "the text says who speaks" : "a best guess, marked ?";
}

static void load(struct view *panel, struct picker *picker)
{
	size_t index = (size_t)picker->subject;
	const struct quote *quote = panel_quote(panel, index);

	facts_add(picker, "speaker", quote_speaker(quote));
	if (quote->speaker.length)
		facts_add(picker, "role", quote->role);
	facts_add(picker, "how sure", str_from(certainty(quote)));
	facts_add(picker, "because", quote->reason);
	facts_add(picker, "verb", quote->cue);
	facts_add(picker, "kind", str_from(quote_kind_name(quote->kind)));
	facts_add(picker, "said", panel_whole_text(panel, index, &picker->arena));
	facts_add(picker, "in", around(panel, index, &picker->arena));
}

static const struct picker_source source = {
	.title = "About this quotation",
	.foot = "Enter copy the row  Esc close",
	.load = load,
	.choose = facts_copy,
};

void quoteinfo_open(struct view *panel, size_t quote)
{
	picker_open(panel, &source, (int64_t)quote);
}
