#include "dateline/base/utf8.h"
#include "encodings.h"

/* Text in Latin letters without a label: it is in the language that has all of its accented letters, and in
 * an encoding of that language. Where nothing speaks for another one, that is windows-1252. */

#define SAMPLE_BYTES ((size_t)16 * 1024)
#define LETTERS_LEAST 3 /* accented ones that anything can be told from */
#define MARGIN 0.1      /* by which another language must be likelier than a Western one */

/* Letters beyond a to z. */
static const char *const western[] = {
	"äöüßÄÖÜ",                         /* German, Finnish */
	"àâæçéèêëîïôœùûüÿÀÂÆÇÉÈÊËÎÏÔŒÙÛÜ", /* French */
	"áéíñóúüçàèòï·¿¡ªºÁÉÍÑÓÚÜÇÀÈÒÏ",   /* Spanish, Catalan */
	"ãõáâàçéêíóôúüªºÃÕÁÂÀÇÉÊÍÓÔÚÜ",    /* Portuguese */
	"àèéìòùîÀÈÉÌÒÙÎ",                  /* Italian */
	"åäöæøéüÅÄÖÆØÉ",                   /* Scandinavia */
	"áæðéíóöþúýÁÆÐÉÍÓÖÞÚÝ",            /* Icelandic */
	"éëïóöüèêÉËÏÓÖÜ",                  /* Dutch */
	"äöõüšžÄÖÕÜŠŽ",                    /* Estonian */
	NULL,
};

static const char *const central[] = {
	"áčďéěíňóřšťúůýžäôľĺŕÁČĎÉĚÍŇÓŘŠŤÚŮÝŽÄÔĽ", /* Czech, Slovak */
	"ąćęłńóśźżĄĆĘŁŃÓŚŹŻ",                     /* Polish */
	"áéíóöőúüűÁÉÍÓÖŐÚÜŰ",                     /* Hungarian */
	"čćđšžČĆĐŠŽ",                             /* Croatian, Slovene */
	"ăâîşţĂÂÎŞŢ",                             /* Romanian */
	NULL,
};

static const char *const turkish[] = {"çğıöşüâîÇĞİÖŞÜÂÎ", NULL};

static const char *const baltic[] = {
	"āčēģīķļņšūžōĀČĒĢĪĶĻŅŠŪŽ", /* Latvian */
	"ąčęėįšųūžĄČĘĖĮŠŲŪŽ",      /* Lithuanian */
	NULL,
};

struct latin_row {
	const char *label;
	const char *const *languages;
};

/* windows-1252 first; its rivals have to be better by MARGIN. */
static const struct latin_row rows[] = {
	{"windows-1252", western},
	{"windows-1250", central},
	{"iso-8859-2", central},
	{"windows-1254", turkish},
	{"windows-1257", baltic},
};

static bool is_among(struct str letters, uint32_t codepoint)
{
	char bytes[4];
	struct str one = {bytes, utf8_encode(codepoint, bytes)};

	return str_find(letters, one, 0) != STR_NPOS;
}

/* Quotation marks, dashes and blanks, which every language has. */
static bool is_sign(uint32_t codepoint)
{
	return codepoint == 0xA0 || codepoint == 0xAB || codepoint == 0xBB || codepoint >= 0x2000;
}

/* The share of the accented letters that are this language's. */
static double score_language(struct str letters, struct str text)
{
	size_t accented = 0, own = 0;

	for (size_t i = 0, length; i < text.length; i += length) {
		uint32_t codepoint = utf8_decode(text, i, &length);

		if (codepoint < 0x80 || is_sign(codepoint))
			continue;
		accented++;
		own += is_among(letters, codepoint);
	}
	return accented >= LETTERS_LEAST ? (double)own / (double)accented : 0;
}

static double score_row(const struct latin_row *row, struct str sample)
{
	struct arena arena = {0};
	size_t faults;
	struct str text = encoding_convert(encoding_find(str_from(row->label)), sample, &arena, &faults);
	double best = 0;

	for (const char *const *language = row->languages; *language; language++) {
		double score = score_language(str_from(*language), text);

		best = score > best ? score : best;
	}
	arena_finish(&arena);
	return best;
}

const struct encoding *encoding_guess_latin(struct str bytes, double *score)
{
	struct str sample = str_slice(bytes, 0, SAMPLE_BYTES);
	const struct latin_row *best = rows;
	double least = score_row(rows, sample) + MARGIN;

	*score = least - MARGIN;
	for (size_t i = 1; i < COUNT_OF(rows); i++) {
		double rival = score_row(&rows[i], sample);

		if (rival > *score && rival >= least) {
			best = &rows[i];
			*score = rival;
		}
	}
	return encoding_find(str_from(best->label));
}
