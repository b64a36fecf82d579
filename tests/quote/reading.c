#include "reading.h"

#include "dateline/base/buffer.h"

#include <criterion/criterion.h>
#include <string.h>

void reading_open_bytes(struct reading *reading, struct str text, struct str language)
{
	struct str line;

	*reading = (struct reading){.article.language = language};
	warnings_init(&reading->warnings, &reading->arena);
	while (str_next(&text, '\n', &line)) {
		struct block *block;

		if (line.length == 0)
			continue;
		block = LIST_PUSH(&reading->arena, &reading->article.blocks);
		block->kind = BLOCK_PARAGRAPH;
		block->text = line;
	}
	quotes_find(
		&reading->article, &reading->arena, &reading->scratch, &reading->memory, &reading->warnings);
}

void reading_open(struct reading *reading, const char *text, const char *language)
{
	reading_open_bytes(reading, str_from(text), str_from(language));
}

void reading_close(struct reading *reading)
{
	arena_finish(&reading->arena);
	arena_finish(&reading->scratch);
	quote_memory_finish(&reading->memory);
}

static struct str shown(struct str s)
{
	return s.data ? s : STR("-");
}

const char *reading_print(struct reading *reading)
{
	static const char *const kinds[] = {"direct", "mixed", "indirect", "block"};
	struct buffer out = {0};
	const char *text;

	for (size_t i = 0; i < reading->article.quotes.count; i++) {
		const struct quote *quote = &reading->article.quotes.items[i];

		buffer_printf(&out, "%s | %.*s | %.*s | %.*s | %.*s%s\n", kinds[quote->kind],
			STR_ARG(quote->text), STR_ARG(shown(quote->speaker)), STR_ARG(shown(quote->role)),
			STR_ARG(shown(quote->cue)), quote->is_certain ? "" : " ?");
	}
	text = arena_cstring(&reading->arena, buffer_str(&out));
	buffer_finish(&out);
	return text;
}

const char *reading_speakers(struct reading *reading)
{
	struct buffer out = {0};
	const char *text;

	for (size_t i = 0; i < reading->article.quotes.count; i++) {
		const struct quote *quote = &reading->article.quotes.items[i];

		buffer_printf(&out, "%s%.*s < %.*s", i ? "; " : "", STR_ARG(quote->text),
			STR_ARG(shown(quote->speaker)));
	}
	text = arena_cstring(&reading->arena, buffer_str(&out));
	buffer_finish(&out);
	return text;
}

void reading_expect_speakers(const struct reading_row *rows, size_t count, const char *language)
{
	for (size_t i = 0; i < count; i++) {
		struct reading reading;
		const char *got;

		reading_open(&reading, rows[i].text, language);
		got = reading_speakers(&reading);
		cr_expect(strcmp(got, rows[i].want) == 0, "%s:\n got  %s\n want %s", rows[i].name, got,
			rows[i].want);
		reading_close(&reading);
	}
}

static void write_names(const struct reading *reading, struct buffer *out)
{
	for (size_t i = 0; i < reading->article.quotes.count; i++) {
		const struct quote *quote = &reading->article.quotes.items[i];

		if (quote->kind != QUOTE_INDIRECT)
			buffer_printf(out, "%s%.*s", out->length ? ";" : "", STR_ARG(shown(quote->speaker)));
	}
}

static void write_reports(const struct reading *reading, struct buffer *out)
{
	for (size_t i = 0; i < reading->article.quotes.count; i++) {
		const struct quote *quote = &reading->article.quotes.items[i];

		if (quote->kind == QUOTE_INDIRECT)
			buffer_printf(out, "%s%.*s < %.*s", out->length ? "; " : "", STR_ARG(quote->text),
				STR_ARG(shown(quote->speaker)));
	}
}

static void expect(void (*write)(const struct reading *, struct buffer *), const char *name, const char *text,
	const char *language, const char *want)
{
	struct reading reading;
	struct buffer got = {0};

	reading_open(&reading, text, language);
	write(&reading, &got);
	cr_expect(str_equal(buffer_str(&got), str_from(want)), "%s: %s:\n got  %.*s\n want %s", name, text,
		STR_ARG(buffer_str(&got)), want);
	buffer_finish(&got);
	reading_close(&reading);
}

void reading_expect_names(const char *name, const char *text, const char *language, const char *want)
{
	expect(write_names, name, text, language, want);
}

void reading_expect_reports(const char *name, const char *text, const char *language, const char *want)
{
	expect(write_reports, name, text, language, want);
}
