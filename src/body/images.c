#include "body/images.h"
#include "dateline/base/url.h"

/* Attributes of scripts that load pictures late, before `src`, which then holds a blank. */
static const char *const lazy_attributes[] = {
	"data-src", "data-original", "data-lazy-src", "data-hi-res-src", "data-full-src", "data-src-large",
	"data-image", "data-url", "data-srcset", "data-lazy-srcset", "srcset",
};

/* Pictures that are there to count readers, by what stands before a slash of their address and what from it on. */
static const struct {
	struct str before, after;
} counters[] = {
	{STR_INIT(""), STR_INIT("/pixel.")},
	{STR_INIT(""), STR_INIT("/pixel?")},
	{STR_INIT(""), STR_INIT("/tracking")},
	{STR_INIT(""), STR_INIT("/tracker")},
	{STR_INIT(""), STR_INIT("/beacon")},
	{STR_INIT(""), STR_INIT("/b.gif")},
	{STR_INIT(""), STR_INIT("/1x1")},
	{STR_INIT(""), STR_INIT("/spacer.")},
	{STR_INIT(""), STR_INIT("/blank.")},
	{STR_INIT(""), STR_INIT("/transparent.")},
	{STR_INIT("feeds.feedburner.com"), STR_INIT("/~r/")},
	{STR_INIT("doubleclick.net"), STR_INIT("/")},
	{STR_INIT(""), STR_INIT("/~ff/")},
	{STR_INIT("scorecardresearch.com"), STR_INIT("/")},
	{STR_INIT("quantserve.com"), STR_INIT("/")},
};

static int64_t leading_number(struct str s)
{
	int64_t number = 0;
	size_t i = 0;

	s = str_trim(s);
	for (; i < s.length && i < 9 && ascii_is_digit(s.data[i]); i++)
		number = number * 10 + (s.data[i] - '0');
	return i ? number : -1;
}

static bool is_tiny(const struct node *image)
{
	int64_t width = leading_number(node_attribute(image, "width"));
	int64_t height = leading_number(node_attribute(image, "height"));

	return (width >= 0 && width <= 2) || (height >= 0 && height <= 2);
}

static bool ends_with_nocase(struct str s, struct str suffix)
{
	return s.length >= suffix.length &&
	       str_equal_nocase(str_from_offset(s, s.length - suffix.length), suffix);
}

/* By the letter behind the slash, which tells most apart. */
static inline bool may_start_with(struct str address, size_t slash, struct str after)
{
	return after.length == 1 ||
	       (slash + 1 < address.length && ascii_lower(address.data[slash + 1]) == after.data[1]);
}

static bool is_counter(struct str address)
{
	size_t slash = str_find_char(address, '/', 0);

	for (; slash != STR_NPOS; slash = str_find_char(address, '/', slash + 1))
		for (size_t i = 0; i < COUNT_OF(counters); i++)
			if (may_start_with(address, slash, counters[i].after) &&
				str_starts_with_nocase(str_from_offset(address, slash), counters[i].after) &&
				ends_with_nocase(str_slice(address, 0, slash), counters[i].before))
				return true;
	return false;
}

struct str image_best_of(struct str srcset)
{
	struct str best = STR_NONE;
	int64_t most = -1;

	while (srcset.length) {
		size_t start = 0, end, comma;
		int64_t size;

		while (start < srcset.length &&
			(ascii_is_space(srcset.data[start]) || srcset.data[start] == ','))
			start++;
		for (end = start; end < srcset.length && !ascii_is_space(srcset.data[end]);)
			end++;
		comma = str_find_char(srcset, ',', end);
		if (comma == STR_NPOS)
			comma = srcset.length;
		size = leading_number(str_slice(srcset, end, comma));
		if (end > start && size > most) {
			best = str_slice(srcset, start, end);
			most = size;
		} else if (end > start && best.data == NULL) {
			best = str_slice(srcset, start, end);
		}
		srcset = str_from_offset(srcset, comma);
	}
	while (best.length && best.data[best.length - 1] == ',')
		best.length--;
	return best;
}

static struct str resolve(struct str address, struct str base, struct arena *arena)
{
	address = str_trim(address);
	if (address.length == 0 || str_starts_with_nocase(address, STR("data:")) || address.data[0] == '{')
		return STR_NONE;
	address = url_resolve(arena, base, address);
	/* only what is a file itself may show files */
	return url_is_link(address, str_starts_with_nocase(base, STR("file:"))) ? address : STR_NONE;
}

/* Is there any attribute that may be one of these? Most pictures have none. */
static bool may_be_lazy(const struct node *image)
{
	for (const struct attribute *a = image->attributes; a; a = a->next)
		if (str_starts_with(a->name, STR("data-")) || str_equal(a->name, STR("srcset")))
			return true;
	return false;
}

static struct str from_attributes(const struct node *image, struct str base, struct arena *arena)
{
	struct str address;

	for (size_t i = 0; i < COUNT_OF(lazy_attributes) && may_be_lazy(image); i++) {
		struct str name = str_from(lazy_attributes[i]);
		struct str value = node_attribute(image, lazy_attributes[i]);

		if (value.length == 0)
			continue;
		if (str_ends_with(name, STR("srcset"))) {
			/* a plain src is the writer's own choice of size */
			if (str_equal(name, STR("srcset")) &&
			    (address = resolve(node_attribute(image, "src"), base, arena)).length)
				return address;
			value = image_best_of(value);
		}
		address = resolve(value, base, arena);
		if (address.length)
			return address;
	}
	return resolve(node_attribute(image, "src"), base, arena);
}

struct str image_address(const struct node *image, struct str base, struct arena *arena)
{
	struct str address;

	if (image->attributes == NULL || is_tiny(image))
		return STR_NONE;
	address = from_attributes(image, base, arena);
	if (address.length == 0 && image->parent && html_tag_of(image->parent) == HTML_PICTURE)
		for (const struct node *source = image->parent->first; source && !address.length;
			source = source->next)
			if (html_tag_of(source) == HTML_SOURCE)
				address = from_attributes(source, base, arena);
	return is_counter(address) ? STR_NONE : address;
}
