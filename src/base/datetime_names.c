#include "datetime_names.h"
#include "dateline/base/utf8.h"

struct name_row {
	struct str name;
	int value;
};

/* A word is a month when it begins one of these and has at least three letters ("sept", "déc"). Where the
 * languages of one script disagree about an abbreviation the larger one wins, and the other must be written
 * out further (the second table). */
static const struct name_row months[] = {
	/* English, German, French, Spanish, Portuguese, Italian, Dutch, the Scandinavian languages */
	{STR_INIT("january"), 1},
	{STR_INIT("januar"), 1},
	{STR_INIT("jänner"), 1},
	{STR_INIT("janvier"), 1},
	{STR_INIT("janeiro"), 1},
	{STR_INIT("enero"), 1},
	{STR_INIT("gennaio"), 1},
	{STR_INIT("february"), 2},
	{STR_INIT("februar"), 2},
	{STR_INIT("février"), 2},
	{STR_INIT("fevrier"), 2},
	{STR_INIT("febrero"), 2},
	{STR_INIT("fevereiro"), 2},
	{STR_INIT("febbraio"), 2},
	{STR_INIT("march"), 3},
	{STR_INIT("märz"), 3},
	{STR_INIT("maerz"), 3},
	{STR_INIT("mars"), 3},
	{STR_INIT("marzo"), 3},
	{STR_INIT("março"), 3},
	{STR_INIT("maart"), 3},
	{STR_INIT("mrt"), 3},
	{STR_INIT("mrz"), 3},
	{STR_INIT("april"), 4},
	{STR_INIT("avril"), 4},
	{STR_INIT("abril"), 4},
	{STR_INIT("aprile"), 4},
	{STR_INIT("may"), 5},
	{STR_INIT("mai"), 5},
	{STR_INIT("mayo"), 5},
	{STR_INIT("maio"), 5},
	{STR_INIT("maggio"), 5},
	{STR_INIT("mei"), 5},
	{STR_INIT("maj"), 5},
	{STR_INIT("june"), 6},
	{STR_INIT("juni"), 6},
	{STR_INIT("juin"), 6},
	{STR_INIT("junio"), 6},
	{STR_INIT("junho"), 6},
	{STR_INIT("giugno"), 6},
	{STR_INIT("july"), 7},
	{STR_INIT("juli"), 7},
	{STR_INIT("juillet"), 7},
	{STR_INIT("julio"), 7},
	{STR_INIT("julho"), 7},
	{STR_INIT("luglio"), 7},
	{STR_INIT("august"), 8},
	{STR_INIT("août"), 8},
	{STR_INIT("aout"), 8},
	{STR_INIT("agosto"), 8},
	{STR_INIT("september"), 9},
	{STR_INIT("septembre"), 9},
	{STR_INIT("septiembre"), 9},
	{STR_INIT("setembro"), 9},
	{STR_INIT("settembre"), 9},
	{STR_INIT("october"), 10},
	{STR_INIT("oktober"), 10},
	{STR_INIT("octobre"), 10},
	{STR_INIT("octubre"), 10},
	{STR_INIT("outubro"), 10},
	{STR_INIT("ottobre"), 10},
	{STR_INIT("november"), 11},
	{STR_INIT("novembre"), 11},
	{STR_INIT("noviembre"), 11},
	{STR_INIT("novembro"), 11},
	{STR_INIT("december"), 12},
	{STR_INIT("dezember"), 12},
	{STR_INIT("décembre"), 12},
	{STR_INIT("decembre"), 12},
	{STR_INIT("diciembre"), 12},
	{STR_INIT("dezembro"), 12},
	{STR_INIT("dicembre"), 12},
	{STR_INIT("desember"), 12},
	/* Polish, Czech, Hungarian, Turkish, Romanian */
	{STR_INIT("stycznia"), 1},
	{STR_INIT("lutego"), 2},
	{STR_INIT("kwietnia"), 4},
	{STR_INIT("maja"), 5},
	{STR_INIT("czerwca"), 6},
	{STR_INIT("lipca"), 7},
	{STR_INIT("sierpnia"), 8},
	{STR_INIT("września"), 9},
	{STR_INIT("października"), 10},
	{STR_INIT("listopada"), 11},
	{STR_INIT("grudnia"), 12},
	{STR_INIT("marca"), 3},
	{STR_INIT("ledna"), 1},
	{STR_INIT("února"), 2},
	{STR_INIT("března"), 3},
	{STR_INIT("dubna"), 4},
	{STR_INIT("května"), 5},
	{STR_INIT("června"), 6},
	{STR_INIT("srpna"), 8},
	{STR_INIT("září"), 9},
	{STR_INIT("října"), 10},
	{STR_INIT("prosince"), 12},
	{STR_INIT("január"), 1},
	{STR_INIT("február"), 2},
	{STR_INIT("március"), 3},
	{STR_INIT("április"), 4},
	{STR_INIT("május"), 5},
	{STR_INIT("június"), 6},
	{STR_INIT("július"), 7},
	{STR_INIT("augusztus"), 8},
	{STR_INIT("szeptember"), 9},
	{STR_INIT("október"), 10},
	{STR_INIT("ocak"), 1},
	{STR_INIT("şubat"), 2},
	{STR_INIT("mart"), 3},
	{STR_INIT("nisan"), 4},
	{STR_INIT("mayıs"), 5},
	{STR_INIT("haziran"), 6},
	{STR_INIT("temmuz"), 7},
	{STR_INIT("ağustos"), 8},
	{STR_INIT("eylül"), 9},
	{STR_INIT("ekim"), 10},
	{STR_INIT("kasım"), 11},
	{STR_INIT("aralık"), 12},
	{STR_INIT("ianuarie"), 1},
	{STR_INIT("iunie"), 6},
	{STR_INIT("iulie"), 7},
	{STR_INIT("noiembrie"), 11},
	/* Greek, Russian, Ukrainian, Bulgarian */
	{STR_INIT("ιανουαρίου"), 1},
	{STR_INIT("φεβρουαρίου"), 2},
	{STR_INIT("μαρτίου"), 3},
	{STR_INIT("μάρτιος"), 3},
	{STR_INIT("απριλίου"), 4},
	{STR_INIT("μαΐου"), 5},
	{STR_INIT("μάιος"), 5},
	{STR_INIT("μαϊ"), 5},
	{STR_INIT("ιουνίου"), 6},
	{STR_INIT("ιούνιος"), 6},
	{STR_INIT("ιουλίου"), 7},
	{STR_INIT("ιούλιος"), 7},
	{STR_INIT("αυγούστου"), 8},
	{STR_INIT("σεπτεμβρίου"), 9},
	{STR_INIT("οκτωβρίου"), 10},
	{STR_INIT("νοεμβρίου"), 11},
	{STR_INIT("δεκεμβρίου"), 12},
	{STR_INIT("января"), 1},
	{STR_INIT("февраля"), 2},
	{STR_INIT("марта"), 3},
	{STR_INIT("апреля"), 4},
	{STR_INIT("мая"), 5},
	{STR_INIT("май"), 5},
	{STR_INIT("июня"), 6},
	{STR_INIT("июля"), 7},
	{STR_INIT("августа"), 8},
	{STR_INIT("сентября"), 9},
	{STR_INIT("октября"), 10},
	{STR_INIT("ноября"), 11},
	{STR_INIT("декабря"), 12},
	{STR_INIT("январь"), 1},
	{STR_INIT("февраль"), 2},
	{STR_INIT("апрель"), 4},
	{STR_INIT("июнь"), 6},
	{STR_INIT("июль"), 7},
	{STR_INIT("сентябрь"), 9},
	{STR_INIT("октябрь"), 10},
	{STR_INIT("ноябрь"), 11},
	{STR_INIT("декабрь"), 12},
	{STR_INIT("січня"), 1},
	{STR_INIT("лютого"), 2},
	{STR_INIT("березня"), 3},
	{STR_INIT("квітня"), 4},
	{STR_INIT("травня"), 5},
	{STR_INIT("червня"), 6},
	{STR_INIT("липня"), 7},
	{STR_INIT("серпня"), 8},
	{STR_INIT("вересня"), 9},
	{STR_INIT("жовтня"), 10},
	{STR_INIT("листопада"), 11},
	{STR_INIT("грудня"), 12},
	{STR_INIT("юни"), 6},
	{STR_INIT("юли"), 7},
	{STR_INIT("ноември"), 11},
	{STR_INIT("декември"), 12},
};

/* These must stand in full: their beginnings mean another month elsewhere. */
static const struct name_row whole_months[] = {
	{STR_INIT("styczeń"), 1},
	{STR_INIT("luty"), 2},
	{STR_INIT("marzec"), 3},
	{STR_INIT("kwiecień"), 4},
	{STR_INIT("czerwiec"), 6},
	{STR_INIT("lipiec"), 7},
	{STR_INIT("sierpień"), 8},
	{STR_INIT("wrzesień"), 9},
	{STR_INIT("październik"), 10},
	{STR_INIT("listopad"), 11},
	{STR_INIT("grudzień"), 12},
	{STR_INIT("července"), 7},
	{STR_INIT("tammikuuta"), 1},
	{STR_INIT("helmikuuta"), 2},
	{STR_INIT("maaliskuuta"), 3},
	{STR_INIT("huhtikuuta"), 4},
	{STR_INIT("toukokuuta"), 5},
	{STR_INIT("kesäkuuta"), 6},
	{STR_INIT("heinäkuuta"), 7},
	{STR_INIT("elokuuta"), 8},
	{STR_INIT("syyskuuta"), 9},
	{STR_INIT("lokakuuta"), 10},
	{STR_INIT("marraskuuta"), 11},
	{STR_INIT("joulukuuta"), 12},
};

/* By their first three letters, for telling day from month; other languages need not be known. */
static const struct name_row weekdays[] = {
	{STR_INIT("sun"), 0},
	{STR_INIT("mon"), 1},
	{STR_INIT("tue"), 2},
	{STR_INIT("wed"), 3},
	{STR_INIT("thu"), 4},
	{STR_INIT("fri"), 5},
	{STR_INIT("sat"), 6},
};

/* Minutes east of UTC. RFC 822 section 5.1, and what stands in feeds besides; where a name is used twice, the
 * use that news has (IST is India's, BST is Britain's, CST is America's). */
static const struct name_row zones[] = {
	{STR_INIT("gmt"), 0},
	{STR_INIT("utc"), 0},
	{STR_INIT("ut"), 0},
	{STR_INIT("z"), 0},
	{STR_INIT("est"), -300},
	{STR_INIT("edt"), -240},
	{STR_INIT("et"), -300},
	{STR_INIT("cst"), -360},
	{STR_INIT("cdt"), -300},
	{STR_INIT("ct"), -360},
	{STR_INIT("mst"), -420},
	{STR_INIT("mdt"), -360},
	{STR_INIT("mt"), -420},
	{STR_INIT("pst"), -480},
	{STR_INIT("pdt"), -420},
	{STR_INIT("pt"), -480},
	{STR_INIT("ast"), -240},
	{STR_INIT("adt"), -180},
	{STR_INIT("at"), -240},
	{STR_INIT("nst"), -210},
	{STR_INIT("ndt"), -150},
	{STR_INIT("akst"), -540},
	{STR_INIT("akdt"), -480},
	{STR_INIT("hst"), -600},
	{STR_INIT("brt"), -180},
	{STR_INIT("art"), -180},
	{STR_INIT("wet"), 0},
	{STR_INIT("west"), 60},
	{STR_INIT("bst"), 60},
	{STR_INIT("cet"), 60},
	{STR_INIT("mez"), 60},
	{STR_INIT("met"), 60},
	{STR_INIT("cest"), 120},
	{STR_INIT("mesz"), 120},
	{STR_INIT("mest"), 120},
	{STR_INIT("eet"), 120},
	{STR_INIT("eest"), 180},
	{STR_INIT("sast"), 120},
	{STR_INIT("msk"), 180},
	{STR_INIT("msd"), 240},
	{STR_INIT("trt"), 180},
	{STR_INIT("gst"), 240},
	{STR_INIT("pkt"), 300},
	{STR_INIT("ist"), 330},
	{STR_INIT("npt"), 345},
	{STR_INIT("ict"), 420},
	{STR_INIT("wib"), 420},
	{STR_INIT("hkt"), 480},
	{STR_INIT("sgt"), 480},
	{STR_INIT("pht"), 480},
	{STR_INIT("awst"), 480},
	{STR_INIT("jst"), 540},
	{STR_INIT("kst"), 540},
	{STR_INIT("acst"), 570},
	{STR_INIT("aest"), 600},
	{STR_INIT("acdt"), 630},
	{STR_INIT("aedt"), 660},
	{STR_INIT("nzst"), 720},
	{STR_INIT("nzdt"), 780},
};

static const struct name_row halves[] = {
	{STR_INIT("am"), 0},
	{STR_INIT("pm"), 12},
	{STR_INIT("오전"), 0},
	{STR_INIT("오후"), 12},
	{STR_INIT("上午"), 0},
	{STR_INIT("下午"), 12},
	{STR_INIT("午前"), 0},
	{STR_INIT("午後"), 12},
};

static const struct name_row units[] = {
	{STR_INIT("년"), UNIT_YEAR},
	{STR_INIT("월"), UNIT_MONTH},
	{STR_INIT("일"), UNIT_DAY},
	{STR_INIT("年"), UNIT_YEAR},
	{STR_INIT("月"), UNIT_MONTH},
	{STR_INIT("日"), UNIT_DAY},
	{STR_INIT("時"), UNIT_HOUR},
	{STR_INIT("时"), UNIT_HOUR},
	{STR_INIT("시"), UNIT_HOUR},
	{STR_INIT("分"), UNIT_MINUTE},
	{STR_INIT("분"), UNIT_MINUTE},
	{STR_INIT("秒"), UNIT_SECOND},
	{STR_INIT("초"), UNIT_SECOND},
};

static const struct name_row noise[] = {
	{STR_INIT("t"), 0},
	{STR_INIT("st"), 0},
	{STR_INIT("nd"), 0},
	{STR_INIT("rd"), 0},
	{STR_INIT("th"), 0},
	{STR_INIT("er"), 0},
	{STR_INIT("de"), 0},
	{STR_INIT("del"), 0},
	{STR_INIT("of"), 0},
	{STR_INIT("the"), 0},
	{STR_INIT("um"), 0},
	{STR_INIT("uhr"), 0},
	{STR_INIT("kl"), 0},
	{STR_INIT("le"), 0},
	{STR_INIT("à"), 0},
	{STR_INIT("on"), 0},
	{STR_INIT("den"), 0},
	{STR_INIT("g"), 0},
	{STR_INIT("г"), 0},
	{STR_INIT("года"), 0},
	{STR_INIT("в"), 0},
	{STR_INIT("às"), 0},
	{STR_INIT("alle"), 0},
	{STR_INIT("ore"), 0},
	{STR_INIT("h"), 0},
};

static bool find_whole(const struct name_row *rows, size_t count, struct str word, int *value)
{
	for (size_t i = 0; i < count; i++) {
		if (rows[i].name.data[0] == word.data[0] && str_equal(rows[i].name, word)) {
			*value = rows[i].value;
			return true;
		}
	}
	return false;
}

static bool find_month(struct str word, int *value)
{
	if (find_whole(whole_months, COUNT_OF(whole_months), word, value))
		return true;
	if (utf8_count(word) < 3)
		return false;
	for (size_t i = 0; i < COUNT_OF(months); i++) {
		if (months[i].name.data[0] == word.data[0] && str_starts_with(months[i].name, word)) {
			*value = months[i].value;
			return true;
		}
	}
	return false;
}

static bool find_weekday(struct str word, int *value)
{
	return find_whole(weekdays, COUNT_OF(weekdays), str_slice(word, 0, 3), value);
}

enum date_word date_word_find(struct str word, int *value)
{
	*value = 0;
	if (word.length == 0)
		return DATE_WORD_UNKNOWN;
	if (find_month(word, value))
		return DATE_WORD_MONTH;
	if (find_whole(zones, COUNT_OF(zones), word, value))
		return DATE_WORD_ZONE;
	if (find_whole(halves, COUNT_OF(halves), word, value))
		return DATE_WORD_HALF;
	if (find_whole(units, COUNT_OF(units), word, value))
		return DATE_WORD_UNIT;
	if (find_whole(noise, COUNT_OF(noise), word, value))
		return DATE_WORD_NOISE;
	return find_weekday(word, value) ? DATE_WORD_WEEKDAY : DATE_WORD_UNKNOWN;
}

static uint32_t lower(uint32_t c)
{
	if ((c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE) || (c >= 0x391 && c <= 0x3A9) ||
		(c >= 0x410 && c <= 0x42F))
		return c + 0x20;
	if (c >= 0x400 && c <= 0x40F)
		return c + 0x50;
	return c >= 0x100 && c <= 0x17F && c != 0x130 && c != 0x131 && c % 2 == 0 ? c + 1 : c;
}

size_t date_word_lower(struct str word, char *out, size_t room)
{
	size_t written = 0;

	for (size_t i = 0, length; i < word.length && written + 4 <= room; i += length) {
		uint32_t c = utf8_decode(word, i, &length);

		if (c != '.')
			written += utf8_encode(lower(c), out + written);
	}
	return written;
}
