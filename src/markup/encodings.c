/* The labels of encodings. Source: WHATWG Encoding Standard section 4.2, "Names and labels"; its
 * "replacement" encodings are left out (a document in one of them is guessed at), UTF-32 and a few names that
 * iconv prints are added, and the code pages of DOS, by the names that IANA has for them. */
#include "encodings.h"

#include "dateline/base/buffer.h"
#include "dateline/base/utf8.h"
#include "windows1252.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>

#define LABEL_MOST 40 /* bytes of the longest, and more */

static const struct encoding encodings[] = {
	{"UTF-8", "UTF-8", NULL, "unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8"},
	{"IBM866", "CP866", NULL, "866 cp866 csibm866 ibm866"},
	{"ISO-8859-2", "ISO-8859-2", NULL,
		"csisolatin2 iso-8859-2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 "
		"latin2"},
	{"ISO-8859-3", "ISO-8859-3", NULL,
		"csisolatin3 iso-8859-3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 "
		"latin3"},
	{"ISO-8859-4", "ISO-8859-4", NULL,
		"csisolatin4 iso-8859-4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 "
		"latin4"},
	{"ISO-8859-5", "ISO-8859-5", NULL,
		"csisolatincyrillic cyrillic iso-8859-5 iso-ir-144 iso8859-5 iso88595 iso_8859-5 "
		"iso_8859-5:1988"},
	{"ISO-8859-6", "ISO-8859-6", NULL,
		"arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6 "
		"iso-8859-6-e iso-8859-6-i iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987"},
	{"ISO-8859-7", "ISO-8859-7", NULL,
		"csisolatingreek ecma-118 elot_928 greek greek8 iso-8859-7 iso-ir-126 iso8859-7 "
		"iso88597 iso_8859-7 iso_8859-7:1987 sun_eu_greek"},
	{"ISO-8859-8", "ISO-8859-8", NULL,
		"csiso88598e csisolatinhebrew hebrew iso-8859-8 iso-8859-8-e iso-ir-138 iso8859-8 "
		"iso88598 iso_8859-8 iso_8859-8:1988 visual csiso88598i iso-8859-8-i logical"},
	{"ISO-8859-10", "ISO-8859-10", NULL,
		"csisolatin6 iso-8859-10 iso-ir-157 iso8859-10 iso885910 l6 latin6"},
	{"ISO-8859-13", "ISO-8859-13", NULL, "iso-8859-13 iso8859-13 iso885913"},
	{"ISO-8859-14", "ISO-8859-14", NULL, "iso-8859-14 iso8859-14 iso885914"},
	{"ISO-8859-15", "ISO-8859-15", NULL, "csisolatin9 iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9"},
	{"ISO-8859-16", "ISO-8859-16", NULL, "iso-8859-16"},
	{"KOI8-R", "KOI8-R", NULL, "cskoi8r koi koi8 koi8-r koi8_r"},
	{"KOI8-U", "KOI8-U", NULL, "koi8-ru koi8-u"},
	{"macintosh", "MACINTOSH", NULL, "csmacintosh mac macintosh x-mac-roman"},
	{"windows-874", "CP874", "WINDOWS-874",
		"dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 windows-874 cp874"},
	{"windows-1250", "CP1250", NULL, "cp1250 windows-1250 x-cp1250"},
	{"windows-1251", "CP1251", NULL, "cp1251 windows-1251 x-cp1251"},
	{"windows-1252", "CP1252", NULL,
		"ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 "
		"iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1 us-ascii windows-1252 "
		"x-cp1252"},
	{"windows-1253", "CP1253", NULL, "cp1253 windows-1253 x-cp1253"},
	{"windows-1254", "CP1254", NULL,
		"cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 "
		"iso_8859-9:1989 l5 latin5 windows-1254 x-cp1254"},
	{"windows-1255", "CP1255", NULL, "cp1255 windows-1255 x-cp1255"},
	{"windows-1256", "CP1256", NULL, "cp1256 windows-1256 x-cp1256"},
	{"windows-1257", "CP1257", NULL, "cp1257 windows-1257 x-cp1257"},
	{"windows-1258", "CP1258", NULL, "cp1258 windows-1258 x-cp1258"},
	{"x-mac-cyrillic", "MAC-CYRILLIC", "MAC-UK", "x-mac-cyrillic x-mac-ukrainian"},
	{"gb18030", "GB18030", NULL,
		"chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk "
		"gb18030 cp936 gb-2312 euc-cn"},
	{"Big5", "BIG5-HKSCS", "BIG5", "big5 big5-hkscs cn-big5 csbig5 x-x-big5 big-5 cp950"},
	{"EUC-JP", "EUC-JP-MS", "EUC-JP", "cseucpkdfmtjapanese euc-jp x-euc-jp eucjp"},
	{"ISO-2022-JP", "ISO-2022-JP", NULL, "csiso2022jp iso-2022-jp"},
	{"Shift_JIS", "CP932", "SHIFT_JIS",
		"csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis cp932"},
	{"EUC-KR", "CP949", "EUC-KR",
		"cseuckr csksc56011987 euc-kr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 "
		"ksc5601 ksc_5601 windows-949 cp949 uhc"},
	{"UTF-16BE", "UTF-16BE", NULL, "unicodefffe utf-16be"},
	{"UTF-16LE", "UTF-16LE", NULL, "csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 utf-16le"},
	{"UTF-32BE", "UTF-32BE", NULL, "utf-32be utf-32 ucs-4"},
	{"UTF-32LE", "UTF-32LE", NULL, "utf-32le"},
	{"IBM437", "CP437", "IBM437", "437 cp437 cspc8codepage437 ibm437"},
	{"IBM737", "CP737", "IBM737", "cp737 ibm737"},
	{"IBM775", "CP775", "IBM775", "cp775 cspc775baltic ibm775"},
	{"IBM850", "CP850", "IBM850", "850 cp850 cspc850multilingual ibm850"},
	{"IBM852", "CP852", "IBM852", "852 cp852 cspcp852 ibm852"},
	{"IBM855", "CP855", "IBM855", "855 cp855 csibm855 ibm855"},
	{"IBM857", "CP857", "IBM857", "857 cp857 csibm857 ibm857"},
	{"IBM858", "CP858", "IBM858", "cp00858 cp858 ibm00858 ibm858"},
	{"IBM860", "CP860", "IBM860", "860 cp860 csibm860 ibm860"},
	{"IBM861", "CP861", "IBM861", "861 cp861 cp-is csibm861 ibm861"},
	{"IBM862", "CP862", "IBM862", "862 cp862 cspc862latinhebrew ibm862"},
	{"IBM863", "CP863", "IBM863", "863 cp863 csibm863 ibm863"},
	{"IBM864", "CP864", "IBM864", "cp864 csibm864 ibm864"},
	{"IBM865", "CP865", "IBM865", "865 cp865 csibm865 ibm865"},
	{"IBM869", "CP869", "IBM869", "869 cp-gr cp869 csibm869 ibm869"},
};

static bool lists_label(const char *labels, struct str label)
{
	struct str rest = str_from(labels), one;

	while (str_next(&rest, ' ', &one))
		if (str_equal_nocase(one, label))
			return true;
	return false;
}

static bool is_quote(char c)
{
	return c == '"' || c == '\'';
}

/* A label as people spell it: "win1251", "utf_8", "ISO 8859-1". `out` has room for LABEL_MOST bytes. */
static struct str plain_label(struct str label, char *out)
{
	static const struct str win = STR_INIT("win"), windows = STR_INIT("windows");
	size_t length = 0;

	if (str_starts_with_nocase(label, win) && !str_starts_with_nocase(label, windows)) {
		memcpy(out, windows.data, length = windows.length);
		label = str_from_offset(label, win.length);
	}
	for (size_t i = 0; i < label.length && length < LABEL_MOST; i++)
		if (ascii_is_alnum(label.data[i]))
			out[length++] = ascii_lower(label.data[i]);
	return (struct str){out, length};
}

static bool lists_spelt(const char *labels, struct str plain)
{
	struct str rest = str_from(labels), one;
	char bytes[LABEL_MOST];

	while (str_next(&rest, ' ', &one))
		if (str_equal(plain_label(one, bytes), plain))
			return true;
	return false;
}

static const struct encoding *find_spelt(struct str label)
{
	char bytes[LABEL_MOST];
	struct str plain = plain_label(label, bytes);

	for (size_t i = 0; plain.length && i < COUNT_OF(encodings); i++)
		if (lists_spelt(encodings[i].labels, plain))
			return &encodings[i];
	return NULL;
}

const struct encoding *encoding_find(struct str label)
{
	label = str_trim(label);
	while (label.length && is_quote(label.data[0]))
		label = str_from_offset(label, 1);
	while (label.length && is_quote(label.data[label.length - 1]))
		label.length--;
	label = str_trim(label);
	for (size_t i = 0; label.length && i < COUNT_OF(encodings); i++)
		if (lists_label(encodings[i].labels, label))
			return &encodings[i];
	return find_spelt(label);
}

bool encoding_is_wide(const struct encoding *encoding)
{
	return strncmp(encoding->name, "UTF-16", 6) == 0 || strncmp(encoding->name, "UTF-32", 6) == 0;
}

static struct str convert_windows1252(struct str bytes, struct arena *arena, size_t *faults)
{
	size_t length = bytes.length, written = 0;
	char *text;

	for (size_t i = 0; i < bytes.length; i++)
		length += (unsigned char)bytes.data[i] >= 0x80 ? 2 : 0;
	text = arena_alloc(arena, length);
	for (size_t i = 0; i < bytes.length; i++) {
		uint32_t codepoint = windows1252_codepoint((unsigned char)bytes.data[i]);

		*faults += codepoint == CODEPOINT_REPLACEMENT;
		written += utf8_encode(codepoint, text + written);
	}
	return (struct str){text, written};
}

static iconv_t open_converter(const struct encoding *encoding)
{
	iconv_t converter = iconv_open("UTF-8", encoding->iconv);

	if (converter == (iconv_t)-1 && encoding->fallback)
		converter = iconv_open("UTF-8", encoding->fallback);
	return converter;
}

/* One call of iconv into the room there is; false when all is read. A fault takes one byte (one unit of a
 * wide encoding). */
static bool convert_step(iconv_t converter, size_t unit, struct str *rest, struct buffer *out, size_t *faults)
{
	char *from = (char *)rest->data, *to = buffer_room(out, rest->length + 64);
	size_t left = rest->length, room = out->capacity - out->length, taken;
	size_t result = iconv(converter, &from, &left, &to, &room);

	out->length = out->capacity - room;
	taken = rest->length - left;
	if (result == (size_t)-1 && errno != E2BIG) {
		buffer_add_codepoint(out, CODEPOINT_REPLACEMENT);
		++*faults;
		taken += left < unit ? left : unit;
	}
	*rest = str_from_offset(*rest, taken);
	return rest->length > 0;
}

struct str encoding_convert(
	const struct encoding *encoding, struct str bytes, struct arena *arena, size_t *faults)
{
	struct buffer out = {0};
	iconv_t converter;
	struct str text;
	size_t unit = strncmp(encoding->name, "UTF-32", 6) == 0 ? 4 : encoding_is_wide(encoding) ? 2 : 1;

	*faults = 0;
	if (strcmp(encoding->name, "windows-1252") == 0)
		return convert_windows1252(bytes, arena, faults);
	converter = open_converter(encoding);
	if (converter == (iconv_t)-1)
		return STR_NONE;
	while (bytes.length && convert_step(converter, unit, &bytes, &out, faults))
		;
	iconv_close(converter);
	text = arena_copy(arena, buffer_str(&out));
	buffer_finish(&out);
	return text;
}
