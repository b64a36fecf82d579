#include "dateline/config/keymap.h"

#include <criterion/criterion.h>

static const struct keymap_action actions[] = {
	{"", "down", "j <Down>", "next row"},
	{"", "first", "gg <Home>", "first row"},
	{"", "help", "?", "help"},
	{"", "unused", "", "has no key"},
	{"article", "next-section", "] >", "next section"},
	{"article", "down", "j", "next line"},
	{"list", "choose", "<Enter>", "choose"},
};

static struct arena arena;

static struct keymap make(void)
{
	struct keymap keymap;

	keymap_init(&keymap, &arena);
	keymap_add(&keymap, actions, COUNT_OF(actions));
	return keymap;
}

static const char *find(const struct keymap *keymap, const char *view, const char *text)
{
	const struct keymap_binding *binding = NULL;
	struct keys keys;

	cr_assert(keys_parse(str_from(text), &keys, NULL), "%s", text);
	switch (keymap_find(keymap, str_from(view), &keys, &binding)) {
	case KEYMAP_UNBOUND:
		return "unbound";
	case KEYMAP_PREFIX:
		return "prefix";
	case KEYMAP_BOUND:
		return binding->action->help;
	}
	return NULL;
}

static bool bind(
	struct keymap *keymap, const char *view, const char *keys, const char *action, struct error *error)
{
	return keymap_bind(keymap, str_from(view), str_from(keys), str_from(action), error);
}

Test(keymap, reads_and_writes_the_names_of_keys)
{
	static const struct {
		const char *text, *written;
		size_t count;
	} rows[] = {
		{"j", NULL, 1},
		{"gg", NULL, 2},
		{"^X", NULL, 1},
		{"^x", "^X", 1},
		{"<Enter>", NULL, 1},
		{"<CR", NULL, 3},
		{"g<enter>", "g<Enter>", 2},
		{"<F12>", NULL, 1},
		{"<PgDn>", "<PageDown>", 1},
		{"<S-Tab>", "<Shift-Tab>", 1},
		{"<", NULL, 1},
		{">", NULL, 1},
		{"^", NULL, 1},
		{"é", NULL, 1},
		{"g!", NULL, 2},
		{"<lt>x", NULL, 2},
		{"^I", "<Tab>", 1},
		{"<<", "<lt><", 2},
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct keys keys;
		struct buffer out = {0};

		cr_assert(keys_parse(str_from(rows[i].text), &keys, NULL), "%s", rows[i].text);
		cr_expect_eq(keys.count, rows[i].count, "%s: %zu keys", rows[i].text, keys.count);
		keys_print(&keys, &out);
		if (rows[i].count != 3)
			cr_expect(str_equal(buffer_str(&out),
					  str_from(rows[i].written ? rows[i].written : rows[i].text)),
				"%s: got %.*s", rows[i].text, STR_ARG(buffer_str(&out)));
		buffer_finish(&out);
	}
}

Test(keymap, refuses_what_is_no_key)
{
	struct keys keys;
	struct error error = {0};

	cr_expect_not(keys_parse(STR(""), &keys, &error));
	cr_expect_not(keys_parse(STR("<Enetr>"), &keys, &error));
	cr_expect_str_eq(error.message, "there is no key <Enetr>; names are like <Enter>, <PageDown>, <F5>");
	cr_expect_not(keys_parse(STR("abcde"), &keys, &error));
}

Test(keymap, finds_what_keys_do_and_what_they_may_begin)
{
	struct keymap keymap = make();

	cr_expect_str_eq(find(&keymap, "headlines", "j"), "next row");
	cr_expect_str_eq(find(&keymap, "article", "j"), "next line", "the view's own goes first");
	cr_expect_str_eq(find(&keymap, "headlines", "g"), "prefix");
	cr_expect_str_eq(find(&keymap, "headlines", "gg"), "first row");
	cr_expect_str_eq(find(&keymap, "headlines", "]"), "unbound");
	cr_expect_str_eq(find(&keymap, "article", ">"), "next section");
	cr_expect_str_eq(find(&keymap, "article", "gx"), "unbound");
}

Test(keymap, binds_and_unbinds)
{
	struct keymap keymap = make();

	cr_expect(bind(&keymap, "", "x", "help", NULL));
	cr_expect_str_eq(find(&keymap, "article", "x"), "help");
	cr_expect(bind(&keymap, "article", "x", "next-section", NULL));
	cr_expect_str_eq(find(&keymap, "article", "x"), "next section");
	cr_expect_str_eq(find(&keymap, "headlines", "x"), "help");
	cr_expect(keymap_unbind(&keymap, STR("article"), STR("x"), NULL));
	cr_expect_str_eq(find(&keymap, "article", "x"), "help");
	cr_expect_not(keymap_unbind(&keymap, STR("article"), STR("x"), NULL));
}

Test(keymap, leaves_no_binding_that_could_not_be_reached)
{
	struct keymap keymap = make();

	cr_expect(bind(&keymap, "", "g", "help", NULL));
	cr_expect_str_eq(find(&keymap, "", "g"), "help");
	cr_expect_str_eq(find(&keymap, "", "gg"), "unbound");
	cr_expect(bind(&keymap, "", "gx", "down", NULL));
	cr_expect_str_eq(find(&keymap, "", "g"), "prefix");
}

Test(keymap, names_what_is_wrong)
{
	struct keymap keymap = make();
	struct error error = {0};

	cr_expect_not(bind(&keymap, "", "x", "sectoin", &error));
	cr_expect_not(bind(&keymap, "", "x", "section", &error));
	cr_expect_str_eq(error.message, "there is no action \"section\"; there is next-section");
	cr_expect_not(bind(&keymap, "artcle", "x", "down", &error));
	cr_expect_str_eq(error.message, "there is no view \"artcle\"");
	cr_expect_not(bind(&keymap, "list", "x", "next-section", &error), "it belongs to another view");
}

Test(keymap, binds_an_action_of_one_view_there)
{
	struct keymap keymap = make();

	cr_expect(bind(&keymap, "", "x", "next-section", NULL));
	cr_expect_str_eq(find(&keymap, "article", "x"), "next section");
	cr_expect_str_eq(find(&keymap, "headlines", "x"), "unbound");
}

Test(keymap, tells_the_keys_of_an_action_that_work)
{
	struct keymap keymap = make();

	cr_expect(str_equal(
		keymap_keys_of(&keymap, STR("list"), STR("down"), false, &arena), STR("j, <Down>")));
	cr_expect(str_equal(keymap_keys_of(&keymap, STR("list"), STR("down"), true, &arena), STR("j")));
	cr_expect(str_equal(keymap_keys_of(&keymap, STR("list"), STR("unused"), false, &arena), STR("")));
	cr_expect(bind(&keymap, "list", "j", "choose", NULL));
	cr_expect(str_equal(keymap_keys_of(&keymap, STR("list"), STR("down"), false, &arena), STR("<Down>")));
}

Test(keymap, prints_every_binding)
{
	struct keymap keymap = make();
	struct buffer out = {0};

	keymap_print(&keymap, &out);
	cr_expect(str_equal(buffer_str(&out), STR("*\tj\tdown\tnext row\n"
						  "*\t<Down>\tdown\tnext row\n"
						  "*\tgg\tfirst\tfirst row\n"
						  "*\t<Home>\tfirst\tfirst row\n"
						  "*\t?\thelp\thelp\n"
						  "article\t]\tnext-section\tnext section\n"
						  "article\t>\tnext-section\tnext section\n"
						  "article\tj\tdown\tnext line\n"
						  "list\t<Enter>\tchoose\tchoose\n"
						  "*\t-\tunused\thas no key\n")),
		"got\n%.*s", STR_ARG(buffer_str(&out)));
	buffer_finish(&out);
}
