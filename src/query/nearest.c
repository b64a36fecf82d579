#include "query/nearest.h"

#include "dateline/base/utf8.h"

#include <stdlib.h>
#include <string.h>

#define LETTERS_MOST 64

/* Damerau-Levenshtein by code points: a letter more, less, wrong, or two swapped. Longer names are cut. */
static size_t decode(struct str s, uint32_t letters[LETTERS_MOST])
{
	size_t count = 0, length;

	for (size_t i = 0; i < s.length && count < LETTERS_MOST; i += length)
		letters[count++] = utf8_decode(s, i, &length);
	return count;
}

static unsigned least(unsigned a, unsigned b)
{
	return a < b ? a : b;
}

static unsigned edit_distance(struct str a, struct str b)
{
	uint32_t x[LETTERS_MOST], y[LETTERS_MOST];
	unsigned rows[3][LETTERS_MOST + 1];
	size_t columns = decode(b, y), lines = decode(a, x);

	for (size_t j = 0; j <= columns; j++)
		rows[0][j] = (unsigned)j;
	for (size_t i = 1; i <= lines; i++) {
		unsigned *row = rows[i % 3], *above = rows[(i + 2) % 3], *before = rows[(i + 1) % 3];

		row[0] = (unsigned)i;
		for (size_t j = 1; j <= columns; j++) {
			row[j] =
				least(least(above[j], row[j - 1]) + 1, above[j - 1] + (x[i - 1] != y[j - 1]));
			if (i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1])
				row[j] = least(row[j], before[j - 2] + 1);
		}
	}
	return rows[lines % 3][columns];
}

static unsigned distance_allowed(struct str word)
{
	size_t letters = utf8_count(word);

	return letters < 3 ? 1 : letters < 9 ? 2 : (unsigned)(letters / 3);
}

struct str nearest_word(struct str word, struct str words)
{
	struct str best = STR_NONE, name;
	unsigned best_distance = distance_allowed(word) + 1;

	while (str_next(&words, ' ', &name)) {
		unsigned distance = edit_distance(word, name);

		if (distance < best_distance && distance < utf8_count(name)) {
			best = name;
			best_distance = distance;
		}
	}
	return best;
}

struct candidate {
	struct query_name name;
	unsigned distance;
};

static int compare_candidates(const void *a, const void *b)
{
	const struct candidate *x = a, *y = b;

	if (x->distance != y->distance)
		return x->distance < y->distance ? -1 : 1;
	if (x->name.count != y->name.count)
		return x->name.count > y->name.count ? -1 : 1;
	return str_compare(x->name.name, y->name.name);
}

void nearest_names(struct str name, const struct query_name_list *all, size_t most, struct arena *arena,
	struct query_name_list *near)
{
	struct str folded = query_fold_name(name, arena);
	struct candidate *found = arena_array(arena, all->count, sizeof *found);
	unsigned allowed = distance_allowed(folded);
	size_t count = 0;

	for (size_t i = 0; i < all->count; i++) {
		struct str other = query_fold_name(all->items[i].name, arena);
		bool has_it = folded.length >= 3 && str_find(other, folded, 0) != STR_NPOS;
		unsigned distance = edit_distance(folded, other);

		if (distance <= allowed || has_it)
			found[count++] = (struct candidate){
				all->items[i], has_it && distance > allowed ? allowed : distance};
	}
	qsort(found, count, sizeof *found, compare_candidates);
	for (size_t i = 0; i < count && i < most; i++)
		*LIST_PUSH(arena, near) = found[i].name;
}
