#include "dateline/refresh/subscription.h"

#include <criterion/criterion.h>

Test(address, is_what_a_user_means_by_what_was_typed)
{
	static const struct {
		const char *typed, *meant; /* NULL: none */
	} rows[] = {
		{"http://a.example/f", "http://a.example/f"},
		{"  https://a.example  ", "https://a.example"},
		{"a.example", "https://a.example"},
		{"a.example/feed?x=1", "https://a.example/feed?x=1"},
		{"a.example:8080/feed", "https://a.example:8080/feed"},
		{"127.0.0.1:8080", "https://127.0.0.1:8080"},
		{"localhost:8080/feed", "https://localhost:8080/feed"},
		{"localhost/feed", "https://localhost/feed"},
		{"feed://a.example/f", "http://a.example/f"},
		{"feed:https://a.example/f", "https://a.example/f"},
		{"FEED://a.example/f", "http://a.example/f"},
		{"file:///etc/feed.xml", "file:///etc/feed.xml"},
		{"exec:print-feed --all", "exec:print-feed --all"},
		{"feed:exec:id", NULL},
		{"feed:file:///etc/hostname", NULL},
		{"feed:feed:exec:id", NULL},
		{"javascript:alert(1)", NULL},
		{"ftp://a.example/f", NULL},
		{"data:text/xml,x", NULL},
		{"two words.", NULL},
		{"word", NULL},
		{"", NULL},
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct arena arena = {0};
		struct str got = subscription_address(&arena, str_from(rows[i].typed));

		if (rows[i].meant)
			cr_expect(str_equal(got, str_from(rows[i].meant)), "%s: %.*s", rows[i].typed,
				STR_ARG(got));
		else
			cr_expect_null(got.data, "%s: %.*s", rows[i].typed, STR_ARG(got));
		arena_finish(&arena);
	}
}
