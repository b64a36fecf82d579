#include "datetime_names.h"
#include "dateline/base/utf8.h"

#define LETTERS_FOLDED                                                                                       \
	0x530 /* Latin, Greek and Cyrillic end here; the others have no case, and few accents */

struct name_row {
	struct str name;
	int value;
};

/* A word is a month when it begins one of these names and has at least three letters ("sept", "déc"). All
 * names are folded, as the words are. Source: the Unicode CLDR, wide forms, both where a language has two. */
static const char *const english_months[] = {"january", "february", "march", "april", "may", "june", "july",
	"august", "september", "october", "november", "december"};

/* A beginning that means different months in two languages is that of the larger one; the other's name is in
 * the table below, or cut off before the beginning counts. Croatian listopada (October) gave way to Polish.
 */
static const char *const months[] = {
	"janner janvier enero janeiro gennaio januari stycznia styczen ledna leden "
	"januara ianuarie ocak ιανουαριου ιανουαριοσ января январь січня січень януари јануари "
	"студзеня sijecnja sijecanj januarja gener xaneiro janar tammikuuta jaanuar sausio sausis "
	"janvaris ינואר בינואר يناير جانفي जनवरी"
	" januarie yanvar ionawr januaro urtarrila ژانویه ژانویهٔ มกราคม იანვარი հունվարի հունվար қаңтар",
	"feber fevrier febrero fevereiro febbraio lutego luty unora februara februarie "
	"subat φεβρουαριου φεβρουαριοσ февраля февраль лютого лютии февруари фебруар лютага "
	"veljace veljaca februarja febreiro shkurt helmikuuta veebruar vasario vasaris februaris "
	"פברואר בפברואר فبراير فيفري फ़रवरी फरवरी"
	" fevral chwefror februaro otsaila فوریه فوریهٔ กุมภาพันธ์ თებერვალი փետրվարի փետրվար ақпан",
	"mrz maerz mars marzo marco maart mrt marts marca marzec brezna brezen marec "
	"marcius martie μαρτιου μαρτιοσ марта березня березень сакавіка ozujka ozujak maret "
	"maaliskuuta kovo kovas מרץ במרץ مارس मार्च"
	" mawrth marto martxoa mac machi มีนาคม მარტი մարտի մարտ наурыз",
	"avril abril aprile kwietnia kwiecien dubna duben aprila aprilis aprilie nisan απριλιου "
	"απριλιοσ апреля апрель квітня квітень април красавіка travnja travanj prill huhtikuuta "
	"aprill balandzio balandis אפריל באפריל أبريل أفريل ابريل अप्रैल"
	" ebrill aprilo apirila آوریل เมษายน აპრილი ապրիլի ապրիլ сәуір",
	"mayo maio maggio mei maja kvetna kveten majus mayıs μαιου μαιοσ мая маи травня травень "
	"мај svibnja svibanj maig toukokuuta geguzes maijs מאי במאי مايو"
	" majo maiatza พฤษภาคม მაისი մայիսի մայիս мамыр",
	"juin junio junho giugno czerwca czerwiec cervna cerven cvn juna junius iunie "
	"haziran ιουνιου ιουνιοσ июня июнь червня червень юни јуни чэрвеня junija juny xuno "
	"qershor kesakuuta juuni birzelio birzelis junijs יוני ביוני يونيو جوان يونيه जून"
	" junie iyun mehefin ekaina ژوئن มิถุนายน ივნისი հունիսի հունիս маусым",
	"julho luglio lipca lipiec cvc jula julius iulie temmuz июля июль липня липень юли "
	"јули ліпеня julija juliol xullo korrik heinakuuta liepos liepa julijs יולי يوليو جويلية "
	"يوليه जुलाई"
	" julie iyul gorffennaf uztaila julai ژوئیه ژوئیهٔ กรกฎาคม ივლისი հուլիսի հուլիս шілде",
	"aout agosto augustus augusti sierpnia sierpien srpna srpen augusta augusztus agustos "
	"αυγουστου αυγουστοσ августа серпня серпень жніуня kolovoza avgusta gusht agustus "
	"elokuuta rugpjucio rugpjutis augusts אוגוסט באוגוסט أغسطس أوت اغسطس अगस्त"
	" avqust awst augusto abuztua ogos agosti اوت สิงหาคม აგვისტო օգոստոսի օգոստոս тамыз",
	"septembre septiembre setiembre setembro settembre wrzesnia wrzesien zari "
	"septembra szeptember septembrie eylul σεπτεμβριου σεπτεμβριοσ сентября сентябрь вересня "
	"вересень септември septembar септембар верасня rujna rujan setembre shtator syyskuuta "
	"septembris ספטמבר בספטמבר سبتمبر सितंबर सितम्बर"
	" sentyabr medi septembro iraila سپتامبر กันยายน სექტემბერი սեպտեմբերի սեպտեմբեր қыркүйек",
	"oktober octobre octubre outubro ottobre pazdziernika rijna rijen oktobra "
	"octombrie ekim οκτωβριου οκτωβριοσ октября октябрь жовтня жовтень октомври oktobar "
	"октобар кастрычніка tetor lokakuuta oktoober spalio spalis oktobris אוקטובר أكتوبر "
	"اكتوبر अक्टूबर अक्तूबर"
	" oktyabr hydref oktobro urria اکتبر ตุลาคม ოქტომბერი հոկտեմբերի հոկտեմբեր қазан",
	"novembre noviembre novembro listopada listopadu novembra noiembrie kasım "
	"νοεμβριου νοεμβριοσ ноября ноябрь листопада ноември novembar новембар лістапада "
	"studenoga studeni nentor lapkricio lapkritis novembris נובמבר בנובמבר نوفمبر नवंबर "
	"नवम्बर 十一月"
	" noyabr tachwedd azaroa نوامبر พฤศจิกายน ნოემბერი նոյեմբերի նոյեմբեր қараша",
	"dezember decembre diciembre dezembro dicembre desember grudnia grudzien "
	"prosince prosinec decembra decembrie aralık δεκεμβριου δεκεμβριοσ декабря декабрь грудня "
	"грудень декември decembar децембар снежня prosinca prosinac desembre decembro dhjetor "
	"joulukuuta detsember gruodzio gruodis decembris דצמבר בדצמבר ديسمبر दिसंबर दिसम्बर 十二月"
	" dekabr rhagfyr abendua disember دسامبر ธันวาคม დეკემბერი դեկտեմբերի դեկտեմբեր желтоқсан",
};

/* These must stand in full: their beginnings mean another month elsewhere, or they are short. */
static const char *const whole_months[] = {
	"一月",
	"二月",
	"三月",
	"四月",
	"मई 五月",
	"lipnja lipanj 六月",
	"juillet juill juil cervence cervenec ιουλιου ιουλ ιουλιοσ srpnja srpanj juuli ביולי 七月",
	"八月",
	"rugsejo rugsejis 九月",
	"באוקטובר 十月",
	"marraskuu marraskuuta marras",
	"",
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
	{STR_INIT("πμ"), 0},
	{STR_INIT("μμ"), 12},
	{STR_INIT("ص"), 0},
	{STR_INIT("م"), 12},
	{STR_INIT("pg"), 0}, /* Malay */
	{STR_INIT("ptg"), 12},
	{STR_INIT("pd"), 0}, /* Albanian */
	{STR_INIT("md"), 12},
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
	{STR_INIT("a"), 0},
	{STR_INIT("on"), 0},
	{STR_INIT("den"), 0},
	{STR_INIT("g"), 0},
	{STR_INIT("г"), 0},
	{STR_INIT("года"), 0},
	{STR_INIT("в"), 0},
	{STR_INIT("as"), 0},
	{STR_INIT("alle"), 0},
	{STR_INIT("ore"), 0},
	{STR_INIT("h"), 0},
	{STR_INIT("ngay"), 0}, /* Vietnamese counts its months: day, month, year */
	{STR_INIT("thang"), 0},
	{STR_INIT("nam"), 0},
	{STR_INIT("thg"), 0},
	{STR_INIT("sau"), 0}, /* Friday there, and no January */
	{STR_INIT("m"), 0},   /* Lithuanian: "2019 m. kovo 23 d." */
	{STR_INIT("d"), 0},
	{STR_INIT("gada"), 0}, /* Latvian */
	{STR_INIT("om"), 0},
	{STR_INIT("klo"), 0},
	{STR_INIT("pukul"), 0},
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

/* Is `word` one of the names in `list`, or (is_short) the beginning of one? */
static bool is_listed(const char *list, struct str word, bool is_short)
{
	struct str rest = str_from(list), name;

	while (str_next(&rest, ' ', &name))
		if (is_short ? str_starts_with(name, word) : str_equal(name, word))
			return true;
	return false;
}

static bool find_month(const char *const table[12], struct str word, bool is_short, int *value)
{
	for (int i = 0; i < 12; i++) {
		if (is_listed(table[i], word, is_short)) {
			*value = i + 1;
			return true;
		}
	}
	return false;
}

/* Most dates are in English: its names are compared by their first letter before anything else. */
static bool find_english_month(struct str word, int *value)
{
	for (int i = 0; i < 12; i++) {
		if (english_months[i][0] == word.data[0] &&
			str_starts_with(str_from(english_months[i]), word)) {
			*value = i + 1;
			return true;
		}
	}
	return false;
}

static bool find_weekday(struct str word, int *value)
{
	return find_whole(weekdays, COUNT_OF(weekdays), str_slice(word, 0, 3), value);
}

/* The words that most dates are made of come first. */
enum date_word date_word_find(struct str word, int *value)
{
	bool may_be_month = word.length >= 3 && utf8_count(word) >= 3;

	*value = 0;
	if (word.length == 0)
		return DATE_WORD_UNKNOWN;
	if (may_be_month && find_english_month(word, value))
		return DATE_WORD_MONTH;
	if (find_weekday(word, value))
		return DATE_WORD_WEEKDAY;
	if (find_whole(zones, COUNT_OF(zones), word, value))
		return DATE_WORD_ZONE;
	if (find_whole(halves, COUNT_OF(halves), word, value))
		return DATE_WORD_HALF;
	if (find_whole(units, COUNT_OF(units), word, value))
		return DATE_WORD_UNIT;
	if (find_whole(noise, COUNT_OF(noise), word, value))
		return DATE_WORD_NOISE;
	if (find_month(whole_months, word, false, value) ||
		(may_be_month && find_month(months, word, true, value)))
		return DATE_WORD_MONTH;
	return DATE_WORD_UNKNOWN;
}

static size_t copy_without_stops(struct str word, char *out, size_t room)
{
	size_t written = 0;

	for (size_t i = 0; i < word.length && written < room; i++)
		if (word.data[i] != '.')
			out[written++] = ascii_lower(word.data[i]);
	return written;
}

size_t date_word_fold(struct str word, char *out, size_t room)
{
	struct arena arena = {0};
	size_t written = 0, i = 0, length;

	while (i < word.length && (unsigned char)word.data[i] < 0x80)
		i++;
	if (i < word.length && utf8_decode(word, i, &length) < LETTERS_FOLDED)
		word = utf8_fold(&arena, str_slice(word, 0, room));
	written = copy_without_stops(word, out, room);
	arena_finish(&arena);
	return written;
}
