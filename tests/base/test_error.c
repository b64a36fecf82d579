#include "dateline/base/error.h"
#include "dateline/base/limits.h"
#include "dateline/base/utf8.h"
#include "dateline/base/warnings.h"

#include <criterion/criterion.h>
#include <string.h>

Test(error, a_message_carries_no_control_character_and_no_broken_character)
{
	struct error error = {0};
	char name[1200] = "";

	fail(&error, ERROR_NOT_FOUND, 0, "%s: missing", "a\x1b[31m\nb\xc2\x9b");
	cr_expect_null(strpbrk(error.message, "\x1b\n"));
	cr_expect_null(strstr(error.message, "\xc2\x9b"));
	for (int i = 0; i < 300; i++)
		strcat(name, "あ");
	fail(&error, ERROR_NOT_FOUND, 0, "x%s", name);
	cr_expect(utf8_is_valid(str_from(error.message)), "cut inside a character");
}

Test(error, context_is_put_before_the_message)
{
	struct error error = {0};

	fail(&error, ERROR_MALFORMED, 3, "no channel");
	cr_expect_not(fail_in(&error, "%s", "World news"));
	cr_expect_str_eq(error.message, "World news: no channel");
	cr_expect_eq(error.line, 3);
}

Test(warnings, are_bounded_counted_and_kept_once)
{
	struct arena arena = {0};
	struct warnings warnings;

	warnings_init(&warnings, &arena);
	warnings_add(&warnings, 4, "an end tag was missing");
	warnings_add(&warnings, 4, "an end tag was missing");
	cr_expect_eq(warnings.list.count, 1);
	cr_expect(str_equal(warnings.list.items[0], STR("an end tag was missing (line 4)")));
	for (unsigned i = 0; i < 500; i++)
		warnings_add(&warnings, i + 5, "an end tag was missing");
	warnings_close(&warnings);
	cr_expect_eq(warnings.list.count, WARNINGS_MOST + 1);
	arena_finish(&arena);
}
