#include "dateline/base/utf8.h"
#include "ui/layout.h"

#include <criterion/criterion.h>
#include <string.h>

struct sample {
	struct arena arena;
	struct article article;
	struct layout layout;
};

static void add(struct sample *sample, enum block_kind kind, int level, const char *text)
{
	struct block *block = LIST_PUSH(&sample->arena, &sample->article.blocks);

	block->kind = kind;
	block->level = level;
	block->text = str_from(text);
}

static void add_link(struct sample *sample, size_t block, const char *words, const char *address)
{
	struct block *b = &sample->article.blocks.items[block];
	size_t at = str_find(b->text, str_from(words), 0);

	*LIST_PUSH(&sample->arena, &b->spans) =
		(struct span){SPAN_LINK, at, at + strlen(words), str_from(address)};
}

/* All lines, leads included, with "|" between them. */
static struct str set(struct sample *sample, int columns)
{
	struct layout_head head = {0};
	struct str out = STR("");

	article_number_sections(&sample->article, &sample->arena);
	layout_make(&sample->layout, &sample->article, &head, columns);
	for (size_t i = 0; i < sample->layout.lines.count; i++) {
		const struct line *line = &sample->layout.lines.items[i];
		struct str text = line->piece == SIZE_MAX
					  ? STR("")
					  : str_slice(sample->layout.pieces.items[line->piece].text,
						    line->start, line->end);

		cr_expect(line->kind == LINE_PREFORMATTED || line->kind == LINE_TABLE ||
				  (int)utf8_columns(text) + line->indent <= columns,
			"too wide: %.*s", STR_ARG(text));
		out = arena_printf(&sample->arena, "%.*s%s%.*s%.*s", STR_ARG(out), i ? "|" : "",
			STR_ARG(line->lead), STR_ARG(text));
	}
	return out;
}

static void finish(struct sample *sample)
{
	layout_finish(&sample->layout);
	arena_finish(&sample->arena);
}

#define EXPECT_LINES(sample, columns, wanted)                                                                \
	do {                                                                                                 \
		struct str got = set((sample), (columns));                                                   \
		cr_expect(str_equal(got, str_from(wanted)), "got  %.*s\nwant %s", STR_ARG(got), (wanted));   \
	} while (0)

Test(layout, numbers_sections_and_parts_paragraphs_by_blank_lines)
{
	struct sample sample = {0};

	add(&sample, BLOCK_PARAGRAPH, 0, "A lead of words.");
	add(&sample, BLOCK_HEADING, 2, "First");
	add(&sample, BLOCK_PARAGRAPH, 0, "Text.");
	add(&sample, BLOCK_HEADING, 3, "Second");
	EXPECT_LINES(&sample, 40, "A lead of words.||§ 1  First||Text.||§ 2  Second");
	finish(&sample);
}

Test(layout, hangs_the_lines_of_a_list_under_their_text)
{
	struct sample sample = {0};

	add(&sample, BLOCK_LIST_ITEM, 1, "one two three");
	add(&sample, BLOCK_LIST_ITEM, 2, "deeper");
	EXPECT_LINES(&sample, 10, "• one two|three|• deeper");
	cr_expect(sample.layout.lines.items[1].indent == 2);
	cr_expect(sample.layout.lines.items[2].lead_indent == 2);
	finish(&sample);
}

Test(layout, numbers_links_behind_their_words_and_finds_places_in_spite_of_it)
{
	struct sample sample = {0};
	const struct piece *piece;

	add(&sample, BLOCK_PARAGRAPH, 0, "See here and there, and here again.");
	add_link(&sample, 0, "here", "https://a.example/");
	add_link(&sample, 0, "there", "https://b.example/");
	EXPECT_LINES(&sample, 60, "See here\u00a0[1] and there\u00a0[2], and here again.");
	cr_expect(sample.layout.links.count == 2);
	piece = &sample.layout.pieces.items[0];
	for (size_t i = 0; i <= piece->text.length - 8; i++)
		cr_expect(piece_source_offset(piece, piece_shown_offset(piece, i)) == i, "offset %zu", i);
	finish(&sample);
}

Test(layout, says_that_an_image_without_a_description_is_one)
{
	struct sample sample = {0};

	add(&sample, BLOCK_IMAGE, 0, "");
	EXPECT_LINES(&sample, 30, "▣ image ");
	add(&sample, BLOCK_IMAGE, 0, "A map");
	EXPECT_LINES(&sample, 30, "▣ image ||▣ A map");
	finish(&sample);
}

Test(layout, has_a_bar_before_every_line_of_what_is_quoted)
{
	struct sample sample = {0};

	add(&sample, BLOCK_BLOCKQUOTE, 0, "one two three");
	EXPECT_LINES(&sample, 10, "│ one two|│ three");
	finish(&sample);
}

Test(layout, keeps_the_number_of_a_link_with_its_last_word)
{
	struct sample sample = {0};

	add(&sample, BLOCK_PARAGRAPH, 0, "Look at the map");
	add_link(&sample, 0, "map", "https://a.example/");
	EXPECT_LINES(&sample, 15, "Look at the|map\u00a0[1]");
	finish(&sample);
}

Test(layout, sets_a_table_in_columns_while_it_fits_and_as_values_when_not)
{
	struct sample sample = {0};

	add(&sample, BLOCK_TABLE_ROW, 0, "Part\tCost");
	add(&sample, BLOCK_TABLE_ROW, 0, "Stage of larch\t410,000");
	EXPECT_LINES(&sample, 40, "headingPart\tCost|Stage of larch\t410,000");
	EXPECT_LINES(&sample, 16, "Part: Stage of|larch|Cost: 410,000|");
	finish(&sample);
}

Test(layout, gives_a_long_heading_of_a_table_a_line_of_its_own)
{
	struct sample sample = {0};

	add(&sample, BLOCK_TABLE_ROW, 0, "Land\tPeople in millions of a year");
	add(&sample, BLOCK_TABLE_ROW, 0, "Norway\t5.5");
	EXPECT_LINES(&sample, 30, "Land: Norway|People in millions of a year: |5.5|");
	finish(&sample);
}

Test(layout, never_wraps_preformatted_text)
{
	struct sample sample = {0};

	add(&sample, BLOCK_PREFORMATTED, 0, "a   b   c   d   e\nf");
	EXPECT_LINES(&sample, 8, "a   b   c   d   e|f");
	finish(&sample);
}

Test(layout, finds_the_line_of_a_place_and_the_place_of_a_line_at_any_measure)
{
	struct sample sample = {0};
	const char *text =
		"The ferry that ties the two shores together will sail again on Monday, four weeks after a storm.";

	add(&sample, BLOCK_PARAGRAPH, 0, "Before.");
	add(&sample, BLOCK_PARAGRAPH, 0, text);
	add(&sample, BLOCK_PARAGRAPH, 0, "After.");
	for (int columns = 1; columns < 90; columns++) {
		set(&sample, columns);
		for (size_t offset = 0; offset < strlen(text); offset += 5) {
			size_t line = layout_line_of(&sample.layout, 1, offset), block = 99, start = 99;

			cr_assert(layout_place_of(&sample.layout, line, &block, &start));
			cr_expect(block == 1 && start <= offset,
				"measure %d: offset %zu found in block %zu at %zu", columns, offset, block,
				start);
			cr_expect(layout_line_of(&sample.layout, block, start) == line,
				"measure %d, offset %zu", columns, offset);
		}
	}
	finish(&sample);
}

static void add_numbered(struct sample *sample, int level, int number, const char *text)
{
	struct block *block;

	add(sample, BLOCK_LIST_ITEM, level, text);
	block = &sample->article.blocks.items[sample->article.blocks.count - 1];
	block->is_numbered = true;
	block->number = number;
}

static int indent_of_line(const struct sample *sample, size_t line)
{
	return sample->layout.lines.items[line].indent;
}

Test(layout, sets_the_numbers_of_a_list_equally_wide_and_what_is_below_an_item_under_its_text)
{
	struct sample sample = {0};

	add_numbered(&sample, 1, 9, "one two");
	add_numbered(&sample, 1, 10, "three");
	add(&sample, BLOCK_LIST_ITEM, 2, "below ten");
	EXPECT_LINES(&sample, 20, "9.  one two|10. three|• below ten");
	cr_expect_eq(indent_of_line(&sample, 0), 4);
	cr_expect_eq(indent_of_line(&sample, 1), 4);
	cr_expect_eq(indent_of_line(&sample, 2), 6);
	finish(&sample);
}
