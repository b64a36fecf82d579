#include "dateline/base/utf8.h"
#include "encodings.h"

/* Text without a label: the bytes are read as each encoding would have them, and the reading that looks most
 * like the language it is used for wins. Latin letters are a matter of their own:
 * charset_latin.c. */

#define SAMPLE_BYTES ((size_t)64 * 1024)
#define SCORE_LEAST 0.3
#define LATIN_LEAST 0.9 /* hardly another alphabet looks so much like one Latin language */

/* ---- encodings with two bytes for a character: how probable each kind of character is in running text */

struct lead_range { /* of the first byte; those not named are worth nothing */
	unsigned char first, last;
	double worth;
};

struct pair_row {
	const char *label;
	unsigned char lead_first, lead_last;
	unsigned char trail_first;   /* the lowest second byte of ordinary characters */
	double single_worth;         /* of a high byte that stands alone and is no lead */
	struct lead_range ranges[5]; /* kana, Hangul, the frequent ideographs, the others */
};

static const struct pair_row pairs[] = {
	{"euc-jp", 0xA1, 0xFE, 0xA1, -4,
		{{0xA4, 0xA5, 1.5}, {0xA1, 0xA3, 0.5}, {0xB0, 0xCF, 0.8}, {0xD0, 0xF4, 0.2}}},
	{"shift_jis", 0x81, 0xEF, 0x40, -0.5,
		{{0x82, 0x83, 1.4}, {0x81, 0x81, 0.5}, {0x88, 0x97, 0.8}, {0x98, 0x9F, 0.1},
			{0xA0, 0xDF, -0.5}}},
	{"euc-kr", 0xA1, 0xFE, 0xA1, -4, {{0xB0, 0xC8, 1.0}, {0xA1, 0xA3, 0.5}, {0xCA, 0xFD, -0.3}}},
	{"gb18030", 0xA1, 0xFE, 0xA1, -4,
		{{0xB0, 0xD7, 0.9}, {0xA1, 0xA3, 0.5}, {0xA4, 0xA9, -0.5}, {0xD8, 0xF7, 0.1}}},
	{"big5", 0xA1, 0xF9, 0x40, -4, {{0xA4, 0xC6, 0.95}, {0xA1, 0xA3, 0.5}, {0xC9, 0xF9, 0.1}}},
};

static double lead_worth(const struct pair_row *row, unsigned char lead)
{
	for (size_t i = 0; i < COUNT_OF(row->ranges); i++)
		if (lead >= row->ranges[i].first && lead <= row->ranges[i].last)
			return row->ranges[i].worth;
	return 0;
}

static bool is_lead(const struct pair_row *row, unsigned char byte)
{
	bool is_halfwidth =
		row->trail_first == 0x40 && row->lead_first == 0x81 && byte >= 0xA0 && byte <= 0xDF;

	return byte >= row->lead_first && byte <= row->lead_last && !is_halfwidth;
}

static double score_pairs(const struct pair_row *row, struct str sample)
{
	double sum = 0;
	size_t characters = 0;

	for (size_t i = 0; i < sample.length; i++) {
		unsigned char byte = (unsigned char)sample.data[i], trail;

		if (byte < 0x80)
			continue;
		characters++;
		if (!is_lead(row, byte)) {
			sum += row->single_worth;
			continue;
		}
		trail = i + 1 < sample.length ? (unsigned char)sample.data[i + 1] : 0xFE;
		if (trail < row->trail_first || trail == 0x7F || trail == 0xFF) {
			sum -= 4;
			continue;
		}
		sum += lead_worth(row, byte);
		i++;
	}
	return characters ? sum / (double)characters : 0;
}

/* ---- encodings with one byte for a character: the letters that make most of a text */

struct letter_row {
	const char *label;
	const char *letters;
};

static const struct letter_row alphabets[] = {
	{"windows-1251", "оеаинтсрвлкмдпуя"},
	{"koi8-u", "оеаинтсрвлкмдпуя"},
	{"iso-8859-5", "оеаинтсрвлкмдпуя"},
	{"ibm866", "оеаинтсрвлкмдпуя"},
	{"windows-1253", "αοιετσνηυρπκμλίά"},
	{"windows-1255", "יוהלאמרבתשנד"},
	{"windows-1256", "اليمنوتربةدعفس"},
	{"iso-8859-6", "اليمنوتربةدعفس"},
	{"windows-874", "านรอกเงมยลวดทส่้ัีประิคตบ"},
};

static bool is_among(struct str letters, uint32_t codepoint)
{
	char bytes[4];
	struct str one = {bytes, utf8_encode(codepoint, bytes)};

	return str_find(letters, one, 0) != STR_NPOS;
}

static double score_letters(const struct letter_row *row, struct str sample, struct arena *arena)
{
	struct str letters = str_from(row->letters), text;
	size_t faults, high = 0, common = 0;

	text = encoding_convert(encoding_find(str_from(row->label)), sample, arena, &faults);
	for (size_t i = 0, length; i < text.length; i += length) {
		uint32_t codepoint = utf8_decode(text, i, &length);

		if (codepoint < 0x80)
			continue;
		high++;
		common += is_among(letters, codepoint);
	}
	return high ? ((double)common - 2.0 * (double)faults) / (double)high : 0;
}

/* ---- choosing */

/* In Western languages letters with accents stand alone between plain ones. */
static bool is_western(struct str sample)
{
	size_t high = 0, together = 0;

	for (size_t i = 0; i < sample.length; i++) {
		bool before = i > 0 && (unsigned char)sample.data[i - 1] >= 0x80;
		bool after = i + 1 < sample.length && (unsigned char)sample.data[i + 1] >= 0x80;

		if ((unsigned char)sample.data[i] < 0x80)
			continue;
		high++;
		together += before || after;
	}
	return together * 2 < high;
}

const struct encoding *encoding_guess(struct str bytes)
{
	struct str sample = str_slice(bytes, 0, SAMPLE_BYTES);
	double latin_score, best = SCORE_LEAST;
	const struct encoding *latin = encoding_guess_latin(sample, &latin_score);
	const char *best_label = NULL;
	struct arena arena = {0};

	for (size_t i = 0; !is_western(sample) && i < COUNT_OF(pairs); i++) {
		double score = score_pairs(&pairs[i], sample);

		if (score > best) {
			best = score;
			best_label = pairs[i].label;
		}
	}
	for (size_t i = 0; !is_western(sample) && i < COUNT_OF(alphabets); i++) {
		double score = score_letters(&alphabets[i], sample, &arena);

		if (score > best) {
			best = score;
			best_label = alphabets[i].label;
		}
	}
	arena_finish(&arena);
	return best_label && latin_score < LATIN_LEAST ? encoding_find(str_from(best_label)) : latin;
}
