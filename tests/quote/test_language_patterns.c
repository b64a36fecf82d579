#include "reading.h"

#include "dateline/base/buffer.h"

#include <criterion/criterion.h>
#include <string.h>

/* How each language leads to the speaker: language, pattern, text, the speaker of each quotation. */
static const struct {
	const char *language, *pattern, *text, *want;
} rows[] = {
	{"de", "verb after", "„Wir bauen die Mühle wieder auf“, sagte Clara Weidner am Montag.",
		"Clara Weidner"},
	{"de", "verb before", "Clara Weidner sagte: „Wir bauen die Mühle wieder auf.“", "Clara Weidner"},
	{"de", "two parts", "„Die Mühle“, so Weidner, „bleibt stehen.“ Clara Weidner leitet das Amt.",
		"Clara Weidner;Clara Weidner"},
	{"de", "according to", "Laut Bürgermeisterin Clara Weidner ist die Mühle „in schlechtem Zustand“.",
		"Clara Weidner"},
	{"de", "verb before",
		"Clara Weidner, die Leiterin des Amtes, nannte den Plan „einen schlechten Witz“.",
		"Clara Weidner"},
	{"de", "verb after", "»Das Dach hält keinen Winter mehr«, erklärte der Architekt Jens Tolk.",
		"Jens Tolk"},
	{"de", "verb before", "Der Sprecher der Stadt, Jens Tolk, betonte: „Niemand muss ausziehen.“",
		"Jens Tolk"},
	{"de", "two parts", "„Das Geld reicht nicht“, warnte sie. „Wir brauchen das Doppelte.“", "-;-"},
	{"de", "according to", "Nach Angaben von Jens Tolk waren die Schäden „größer als gedacht“.",
		"Jens Tolk"},
	{"fr", "verb after", "« Nous allons reconstruire le moulin », a déclaré Odile Varin lundi.",
		"Odile Varin"},
	{"fr", "two parts",
		"« Nous allons reconstruire le moulin, explique Odile Varin, maire de Norrby. Il est à nous. »",
		"Odile Varin;Odile Varin"},
	{"fr", "verb before", "Odile Varin a affirmé : « Le moulin est à nous. »", "Odile Varin"},
	{"fr", "according to", "Selon Odile Varin, le moulin est « dans un état lamentable ».",
		"Odile Varin"},
	{"fr", "dialogue", "— Nous allons le reconstruire, dit Varin. Odile Varin est maire.", "Odile Varin"},
	{"fr", "verb after", "« C’est une honte », s’est indigné le député Marc Lenoir.", "Marc Lenoir"},
	{"fr", "according to", "D’après le maire Marc Lenoir, « il faudra attendre le printemps ».",
		"Marc Lenoir"},
	{"es", "verb after", "«Vamos a reconstruir el molino», dijo Elena Prado el lunes.", "Elena Prado"},
	{"es", "dialogue", "—Vamos a reconstruirlo —dijo Elena Prado—. El molino es nuestro.",
		"Elena Prado;Elena Prado"},
	{"es", "according to", "Según Elena Prado, el molino está “en un estado lamentable”.", "Elena Prado"},
	{"es", "verb before", "La alcaldesa Elena Prado aseguró que el molino “no se vende”.", "Elena Prado"},
	{"es", "verb after", "“No se vende”, ha insistido la alcaldesa de Norba, Elena Prado.",
		"Elena Prado"},
	{"es", "verb before", "Elena Prado, directora del museo, explicó: “Falta dinero”.", "Elena Prado"},
	{"es", "two parts",
		"“Falta dinero”, lamentó Prado. “Y falta tiempo”, añadió. Elena Prado es alcaldesa.",
		"Elena Prado;Elena Prado"},
	{"it", "verb after", "«Ricostruiremo il mulino», ha detto Carla Bruni Sforza lunedì.",
		"Carla Bruni Sforza"},
	{"it", "verb after", "“Ricostruiremo il mulino”, ha spiegato il sindaco Paolo Ferri.", "Paolo Ferri"},
	{"it", "according to", "Secondo Paolo Ferri, il mulino è “in uno stato pietoso”.", "Paolo Ferri"},
	{"it", "verb before", "Paolo Ferri, sindaco di Norba, ha dichiarato: «Il mulino è nostro».",
		"Paolo Ferri"},
	{"it", "interrupted by dashes",
		"«Il mulino – ha aggiunto Ferri – non si vende». Paolo Ferri è sindaco.",
		"Paolo Ferri;Paolo Ferri"},
	{"it", "verb after", "«Mancano i soldi», sottolinea Ferri. Paolo Ferri guida la città.",
		"Paolo Ferri"},
	{"pt", "verb after", "“Vamos reconstruir o moinho”, disse Inês Falcão na segunda-feira.",
		"Inês Falcão"},
	{"pt", "according to", "Segundo Inês Falcão, o moinho está “num estado lamentável”.", "Inês Falcão"},
	{"pt", "dialogue", "— Vamos reconstruir o moinho — disse Inês Falcão. — É nosso.",
		"Inês Falcão;Inês Falcão"},
	{"pt", "verb before", "A prefeita Inês Falcão afirmou que o moinho “não está à venda”.",
		"Inês Falcão"},
	{"pt", "verb after", "“Falta dinheiro”, explica a diretora do museu, Inês Falcão.", "Inês Falcão"},
	{"pt", "according to", "De acordo com Inês Falcão, o plano é “uma piada de mau gosto”.",
		"Inês Falcão"},
	{"nl", "verb after", "“Wij bouwen de molen weer op”, zei Marieke Vos maandag.", "Marieke Vos"},
	{"nl", "verb after", "‘Wij bouwen de molen weer op’, zegt burgemeester Marieke Vos.", "Marieke Vos"},
	{"nl", "according to", "Volgens Marieke Vos is de molen “in slechte staat”.", "Marieke Vos"},
	{"nl", "verb before", "Marieke Vos, directeur van het museum, noemde het plan “een slechte grap”.",
		"Marieke Vos"},
	{"nl", "two parts", "„De molen”, aldus Vos, „blijft staan.” Marieke Vos is burgemeester.",
		"Marieke Vos;Marieke Vos"},
	{"nl", "verb before", "Wethouder Pieter de Graaf vertelt: “Er is te weinig geld.”",
		"Pieter de Graaf"},
	{"pl", "verb after", "„Odbudujemy młyn” – powiedziała w poniedziałek Zofia Wilk.", "Zofia Wilk"},
	{"pl", "dialogue", "– Odbudujemy młyn – powiedziała Zofia Wilk. – Jest nasz.",
		"Zofia Wilk;Zofia Wilk"},
	{"pl", "according to", "Według Zofii Wilk młyn jest „w opłakanym stanie”.", "Zofii Wilk"},
	{"pl", "verb before", "Zofia Wilk, dyrektorka muzeum, stwierdziła: „Brakuje pieniędzy”.",
		"Zofia Wilk"},
	{"pl", "verb after", "„Brakuje pieniędzy” – podkreślił burmistrz Jan Sowa.", "Jan Sowa"},
	{"pl", "according to", "Zdaniem Jana Sowy plan to „kiepski żart”.", "Jana Sowy"},
	{"cs", "verb after", "„Mlýn znovu postavíme,“ řekla v pondělí Hana Lišková.", "Hana Lišková"},
	{"cs", "two parts", "„Mlýn,“ řekla Lišková, „zůstane.“ Hana Lišková vede úřad.",
		"Hana Lišková;Hana Lišková"},
	{"cs", "according to", "Podle Hany Liškové je mlýn „v žalostném stavu“.", "Hany Liškové"},
	{"cs", "verb before", "Starosta Jan Vlk uvedl: „Peníze chybějí.“", "Jan Vlk"},
	{"cs", "verb before", "Hana Lišková, ředitelka muzea, označila plán za „špatný vtip“.",
		"Hana Lišková"},
	{"cs", "verb after", "„Peníze chybějí,“ dodal mluvčí radnice Jan Vlk.", "Jan Vlk"},
	{"ru", "verb after", "«Мы восстановим мельницу», — сказала Ольга Титова в понедельник.",
		"Ольга Титова"},
	{"ru", "dialogue", "— Мы восстановим мельницу, — сказала Ольга Титова. — Она наша.",
		"Ольга Титова;Ольга Титова"},
	{"ru", "according to", "По словам Ольги Титовой, мельница «в плачевном состоянии».", "Ольги Титовой"},
	{"ru", "two parts", "«Денег нет, — пояснил мэр Иван Громов. — Времени тоже».",
		"Иван Громов;Иван Громов"},
	{"ru", "verb before", "Ольга Титова, директор музея, заявила: «Денег не хватает».", "Ольга Титова"},
	{"ru", "verb before", "Как сообщил Иван Громов, мельница «простоит ещё сто лет».", "Иван Громов"},
	{"ru", "verb before", "Мэр города Иван Громов назвал план «плохой шуткой».", "Иван Громов"},
	{"ru", "according to", "По мнению Ивана Громова, план — это «плохая шутка».", "Ивана Громова"},
	{"uk", "verb after", "«Ми відбудуємо млин», — сказала Олена Титова в понеділок.", "Олена Титова"},
	{"uk", "dialogue", "— Ми відбудуємо млин, — сказала Олена Титова. — Він наш.",
		"Олена Титова;Олена Титова"},
	{"uk", "according to", "За словами Олени Титової, млин «у поганому стані».", "Олени Титової"},
	{"uk", "verb before", "Мер Іван Громов заявив: «Грошей бракує».", "Іван Громов"},
	{"uk", "two parts", "«Грошей немає, — пояснив Громов. — Часу теж». Іван Громов — мер.",
		"Іван Громов;Іван Громов"},
	{"uk", "verb before", "Олена Титова, директорка музею, назвала план «поганим жартом».",
		"Олена Титова"},
	{"zh", "verb before", "市长王小明说：“我们会重建磨坊。”", "王小明"},
	{"zh", "verb after", "“我们会重建磨坊，”市长王小明周一表示。", "王小明"},
	{"zh", "verb before", "王小明表示，磨坊“状况很差”。", "王小明"},
	{"zh", "according to", "据王小明称，磨坊“状况很差，需要重建”。", "王小明"},
	{"zh", "two parts", "“我们会重建磨坊，”王小明说，“磨坊属于我们。”", "王小明;王小明"},
	{"zh", "verb after", "「我們會重建磨坊，」市長陳美玲指出。", "陳美玲"},
	{"zh", "two parts", "局长李强强调：“资金不足。”他说：“时间也不够。”", "李强;李强"},
	{"ja", "verb before", "山本花子知事は「水車を再建する」と述べた。", "山本花子"},
	{"ja", "verb after", "「水車を再建する」と山本花子知事は語った。", "山本花子"},
	{"ja", "verb before", "市長の山本花子氏は「『守る』と決めた」と話した。", "山本花子"},
	{"ja", "according to", "山本氏によると、水車は「ひどい状態」だという。", "山本"},
	{"ja", "verb after", "「資金が足りない」と、館長の佐藤健は説明した。", "佐藤健"},
	{"ja", "verb before", "佐藤健さんは「時間も足りない」と言った。", "佐藤健"},
	{"ko", "verb before", "박서연 시장은 “물레방아를 다시 짓겠다”고 말했다.", "박서연"},
	{"ko", "verb after", "“물레방아를 다시 짓겠다”고 박서연 시장이 밝혔다.", "박서연"},
	{"ko", "according to", "박서연 교수에 따르면 물레방아는 “상태가 나쁘다”.", "박서연"},
	{"ko", "verb before", "김민수 대변인은 “예산이 부족하다”라고 설명했다.", "김민수"},
	{"ko", "two parts", "김민수는 “시간도 부족하다”며 “서두르겠다”고 강조했다.", "김민수;김민수"},
	{"ar", "verb before", "قال المدير كريم نصار: «سنعيد بناء الطاحونة».", "كريم نصار"},
	{"ar", "verb before", "وأضاف كريم نصار أن الطاحونة «في حالة سيئة».", "كريم نصار"},
	{"ar", "verb after", "«سنعيد بناء الطاحونة»، قالت الوزيرة ليلى حداد يوم الاثنين.", "ليلى حداد"},
	{"ar", "verb before", "وأكدت ليلى حداد: “المال لا يكفي”.", "ليلى حداد"},
	{"ar", "according to", "بحسب ليلى حداد فإن المال «لا يكفي لبناء الطاحونة».", "ليلى حداد"},
	{"en", "two parts", "‘The mill will be rebuilt,’ said Clara Vane on Monday. ‘It is ours.’",
		"Clara Vane;Clara Vane"},
	{"en", "according to",
		"According to Clara Vane, who runs the museum, the mill is “in a sorry state.”",
		"Clara Vane"},
	{"en", "according to", "As Clara Vane put it, “nothing is settled yet.”", "Clara Vane"},
	{"en", "according to", "“Nothing is settled,” in the words of Clara Vane.", "Clara Vane"},
	{"en", "according to", "For Clara Vane, the museum’s director, “nothing is settled yet.”",
		"Clara Vane"},
};

static void write_speakers(const struct reading *reading, struct buffer *out)
{
	for (size_t i = 0; i < reading->article.quotes.count; i++) {
		const struct quote *quote = &reading->article.quotes.items[i];

		if (quote->kind != QUOTE_INDIRECT)
			buffer_printf(out, "%s%.*s", out->length ? ";" : "",
				STR_ARG(quote->speaker.data ? quote->speaker : STR("-")));
	}
}

Test(language_patterns, lead_to_the_speaker)
{
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct reading reading;
		struct buffer got = {0};

		reading_open(&reading, rows[i].text, rows[i].language);
		write_speakers(&reading, &got);
		cr_expect(str_equal(buffer_str(&got), str_from(rows[i].want)),
			"%s, %s: %s: got %.*s, want %s", rows[i].language, rows[i].pattern, rows[i].text,
			STR_ARG(buffer_str(&got)), rows[i].want);
		buffer_finish(&got);
		reading_close(&reading);
	}
}
