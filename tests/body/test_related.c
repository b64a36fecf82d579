#include "dateline/base/utf8.h"
#include "dateline/body/body.h"

#include "body/related_labels.h"

#include <criterion/criterion.h>

struct reading {
	struct arena arena, scratch;
	struct article article;
};

static void read_html(struct reading *reading, const char *html)
{
	body_read_html(str_from(html), STR("https://a.example/"), &reading->arena, &reading->scratch,
		&reading->article, NULL);
}

static void finish(struct reading *reading)
{
	arena_finish(&reading->arena);
	arena_finish(&reading->scratch);
}

Test(related, knows_pointers_in_many_languages)
{
	static const struct {
		const char *html, *label, *title;
	} rows[] = {
		{"<p><strong>ALSO READ: <a href=/x>Kim’s praise</a></strong></p>", "ALSO READ",
			"Kim’s praise"},
		{"<p>Read more: <a href=/x>Title</a></p>", "Read more", "Title"},
		{"<p>READ MORE ON EXAMPLE NEWS <a href=/x>Title</a></p>", "READ MORE ON EXAMPLE NEWS",
			"Title"},
		{"<p><a href=/x>Related: Title</a></p>", "Related", "Title"},
		{"<p>» Lesen Sie auch: <a href=/x>Titel</a></p>", "Lesen Sie auch", "Titel"},
		{"<p>À LIRE AUSSI : <a href=/x>Titre</a></p>", "À LIRE AUSSI", "Titre"},
		{"<p>Leggi anche <a href=/x>Titolo</a></p>", "Leggi anche", "Titolo"},
		{"<p>Lee también | <a href=/x>Título</a></p>", "Lee también", "Título"},
		{"<p>Czytaj też: <a href=/x>Tytuł</a></p>", "Czytaj też", "Tytuł"},
		{"<p>ЧИТАЙТЕ ТАКЖЕ: <a href=/x>Статья</a></p>", "ЧИТАЙТЕ ТАКЖЕ", "Статья"},
		{"<p>関連記事：<a href=/x>題</a></p>", "関連記事", "題"},
		{"<p>👉 Baca juga: <a href=/x>Judul</a></p>", "Baca juga", "Judul"},
		{"<h3>Related articles</h3><ul><li><a href=/x>One</a></ul>", "Related articles", "One"},
		{"<p><b>Auch interessant:</b></p><ul><li><a href=/x>Eins</a></ul>", "Auch interessant",
			"Eins"},
		{"<p>ALSO READ: Kim Jong Un awards troops</p>", "ALSO READ", "Kim Jong Un awards troops"},
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct reading reading = {0};

		read_html(&reading, rows[i].html);
		cr_expect_eq(reading.article.related.count, 1, "%s", rows[i].html);
		if (reading.article.related.count == 1) {
			const struct related *related = &reading.article.related.items[0];

			cr_expect(str_equal(related->label, str_from(rows[i].label)), "%s: %.*s",
				rows[i].html, STR_ARG(related->label));
			cr_expect(str_equal(related->title, str_from(rows[i].title)), "%s: %.*s",
				rows[i].html, STR_ARG(related->title));
			cr_expect_eq(reading.article.blocks.items[0].kind, BLOCK_RELATED, "%s", rows[i].html);
			cr_expect_eq(reading.article.sections.count, 0, "%s", rows[i].html);
		}
		finish(&reading);
	}
}

Test(related, leaves_sentences_alone)
{
	static const char *const rows[] = {
		"<p>Watch <a href=/x>the video</a> closely and you will see that the minister never answers.</p>",
		"<p>Read more books, said <a href=/x>the teacher</a>, and you will learn more.</p>",
		"<p>Related: the company said on Monday that it would appeal.</p>",
		"<p>He also read <a href=/x>the report</a>.</p>",
		"<p><a href=/x>A link alone</a></p>",
		"<p>See also</p><p>The text goes on here without a link.</p>",
		"<h2>More stories</h2><p>Prose follows, and so this is a section.</p>",
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct reading reading = {0};

		read_html(&reading, rows[i]);
		cr_expect_eq(reading.article.related.count, 0, "%s", rows[i]);
		finish(&reading);
	}
}

Test(related, has_its_labels_in_folded_form)
{
	struct arena arena = {0};

	for (size_t i = 0; related_labels[i].data; i++)
		cr_expect(str_equal(utf8_fold(&arena, related_labels[i]), related_labels[i]), "%.*s",
			STR_ARG(related_labels[i]));
	arena_finish(&arena);
}
