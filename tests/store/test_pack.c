#include "../support/library.h"

#include "store/pack.h"

#include <criterion/criterion.h>
#include <string.h>

static struct library library;
static struct packer packer;
static struct buffer out;

static void start(void)
{
	library_start(&library);
}

static void end(void)
{
	packer_finish(&packer);
	buffer_finish(&out);
	library_end(&library);
}

TestSuite(pack, .init = start, .fini = end);

static struct str prose(size_t length)
{
	char *text = arena_alloc(&library.arena, length);

	for (size_t i = 0; i < length; i++)
		text[i] = "a body of many words, again and again; "[i % 39];
	return (struct str){text, length};
}

static struct str packed(size_t length)
{
	return arena_copy(&library.arena, pack_text(&packer, prose(length)));
}

Test(pack, gives_back_what_it_was_given)
{
	for (size_t length = 300; length < 400000; length = length * 3 + 1) {
		struct str frame = packed(length);

		cr_assert_not_null(frame.data, "%zu bytes", length);
		cr_expect_lt(frame.length, length);
		buffer_clear(&out);
		cr_expect(unpack_text(&packer, frame, &out));
		cr_expect(str_equal(buffer_str(&out), prose(length)), "%zu bytes", length);
	}
}

Test(pack, leaves_alone_what_would_not_become_shorter)
{
	char noise[5000];
	uint64_t seed = 1;

	cr_expect_null(pack_text(&packer, STR_NONE).data);
	cr_expect_null(pack_text(&packer, STR("")).data);
	cr_expect_null(pack_text(&packer, prose(100)).data);
	cr_expect_not_null(pack_text(&packer, prose(1000)).data);
	for (size_t i = 0; i < sizeof noise; i++)
		noise[i] = (char)((seed = seed * 6364136223846793005u + 1442695040888963407u) >> 56);
	cr_expect_null(pack_text(&packer, (struct str){noise, sizeof noise}).data);
}

Test(pack, refuses_every_damaged_byte)
{
	struct str frame = packed(2000);

	for (size_t i = 0; i < frame.length; i++) {
		struct str bad = arena_copy(&library.arena, frame);

		((char *)bad.data)[i] ^= 0x40;
		buffer_clear(&out);
		if (unpack_text(&packer, bad, &out))
			cr_expect(str_equal(buffer_str(&out), prose(2000)), "byte %zu", i);
		else
			cr_expect_eq(out.length, 0);
	}
	cr_expect_not(unpack_text(&packer, STR(""), &out));
	cr_expect_not(unpack_text(&packer, STR("no frame at all"), &out));
	for (size_t length = 0; length < frame.length; length++)
		cr_expect_not(unpack_text(&packer, str_slice(frame, 0, length), &out), "cut at %zu", length);
}

Test(pack, makes_no_room_for_more_than_a_text_may_take)
{
	/* a frame that says it holds 2^40 bytes: magic number, eight bytes of content size, one segment */
	static const char huge[] = "\x28\xb5\x2f\xfd\xe0\0\0\0\0\0\1\0\0\1\0\0";

	cr_expect_not(unpack_text(&packer, (struct str){huge, sizeof huge - 1}, &out));
	cr_expect_eq(out.capacity, 0);
}
