#include "quote/language.h"

#include "dateline/base/utf8.h"

#include <string.h>

#define SAMPLE_BYTES_MOST 4000
#define EVIDENCE_LEAST 3 /* frequent words that a text must show before another language than English is believed */

static const struct language *const languages[] = {
	&language_en,
};

static const struct language *by_code(struct str tag)
{
	struct str primary = tag;

	for (size_t i = 0; i < primary.length; i++)
		if (primary.data[i] == '-' || primary.data[i] == '_')
			primary.length = i;
	for (size_t i = 0; i < COUNT_OF(languages); i++)
		if (primary.data && str_equal_nocase(primary, str_from(languages[i]->code)))
			return languages[i];
	return NULL;
}

/* Does " word " stand in a list of words between blanks? */
static bool is_listed(const char *list, struct str word)
{
	const char *at = list;

	while ((at = memmem(at, strlen(at), word.data, word.length)) != NULL) {
		if (at > list && at[-1] == ' ' && at[word.length] == ' ')
			return true;
		at++;
	}
	return false;
}

static size_t evidence(const struct language *language, struct str sample)
{
	struct str word;
	size_t count = 0;

	while (str_next(&sample, ' ', &word))
		count += word.length > 0 && word.length < 20 && is_listed(language->frequent, word);
	return count;
}

const struct language *language_choose(struct str tag, struct str sample)
{
	const struct language *best = by_code(tag);
	size_t most = EVIDENCE_LEAST - 1;

	if (best)
		return best;
	sample = str_slice(sample, 0, SAMPLE_BYTES_MOST);
	for (size_t i = 0; i < COUNT_OF(languages); i++) {
		size_t count = evidence(languages[i], sample);

		if (count > most) {
			best = languages[i];
			most = count;
		}
	}
	return best ? best : &language_en;
}
