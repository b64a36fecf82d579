#include "body/names.h"

#include <criterion/criterion.h>

static struct str split(struct arena *arena, const char *byline)
{
	struct str_list names = {0};
	struct str all = STR("");

	names_split(str_from(byline), arena, &names);
	for (size_t i = 0; i < names.count; i++)
		all = arena_printf(arena, "%.*s%s%.*s", STR_ARG(all), i ? "|" : "", STR_ARG(names.items[i]));
	return all;
}

Test(names, are_split_out_of_bylines)
{
	static const struct {
		const char *byline, *names;
	} rows[] = {
		{"By Astrid Nyman", "Astrid Nyman"},
		{"BY ASTRID NYMAN AND PER HOLM", "ASTRID NYMAN|PER HOLM"},
		{"John E Smith", "John E Smith"},
		{"By Astrid Nyman and Per Holm, harbour reporters", "Astrid Nyman|Per Holm"},
		{"Von Anna Muster und Bo Sample", "Anna Muster|Bo Sample"},
		{"Par Jean Dupont et Marie Curie", "Jean Dupont|Marie Curie"},
		{"Written by: Astrid Nyman | 4 March 2024", "Astrid Nyman"},
		{"Anna Muster 26. Januar 2022", "Anna Muster"},
		{"Anna Muster/DPA", "Anna Muster"},
		{"Anna Muster/The Example Post", "Anna Muster"},
		{"By Anna Muster Associated Press", "Anna Muster"},
		{"Anna Muster, The Associated Press", "Anna Muster"},
		{"Von Anna Muster und dpa", "Anna Muster"},
		{"Par Anna Muster avec AFP", "Anna Muster"},
		{"Associated Press", "Associated Press"},
		{"Anna Muster Senior Reporter", "Anna Muster"},
		{"ANNA MUSTER Capitol bureau chief", "ANNA MUSTER"},
		{"Anna Muster is a reporter in Ostmark", "Anna Muster"},
		{"Anna Muster and 2 others", "Anna Muster"},
		{"Anna Muster muster@gazette.example", "Anna Muster"},
		{"Publié par Anna Muster le 3 mars", "Anna Muster"},
		{"Analysis by Anna Muster", "Anna Muster"},
		{"By - Anna Muster", "Anna Muster"},
		{"Anna Muster, Special to the Gazette", "Anna Muster"},
		{"By Anna Muster, Photography by Bo Sample", "Anna Muster"},
		{"Reporting by Anna Muster; Editing by Bo Sample", "Anna Muster"},
		{"Medically reviewed by Anna Muster, MD", ""},
		{"Our Harbour Staff", "Our Harbour Staff"},
		{"Автор: Анна Примерова", "Анна Примерова"},
		{"Анна Примерова, специальный корреспондент", "Анна Примерова"},
		{"作者：陳小明", "陳小明"},
		{"記者陳小明／港口報導", "陳小明"},
		{"文/陈小明 图/李小红", "陈小明"},
		{"責任編輯：陳小明", ""},
		{"김보기 기자 kim@gazette.example", "김보기"},
		{"بقلم: سارة مثال", "سارة مثال"},
		{"Tekst: Ola Eksempel", "Ola Eksempel"},
		{"Zeige alle Beiträge von Anna Muster", "Anna Muster"},
		{"Astrid Nyman, Astrid Nyman", "Astrid Nyman"},
		{"Bo Sample, Garten- und Landschaftsarchitekt, Ostmark", "Bo Sample"},
		{"Astrid Nyman, harbour editor, Per Holm", "Astrid Nyman|Per Holm"},
		{"Ministerium für Häfen und Schifffahrt", "Ministerium für Häfen und Schifffahrt"},
		{"Kahn & i", "Kahn & i"},
		{"Bund 90/Die Gelben", "Bund 90/Die Gelben"},
		{"Foto Ole Beispiel", ""},
		{"Beispiel/DPA)", ""},
		{"Creative Commons 4.0", ""},
		{"Illustrator: Ole Beispiel", ""},
		{"admin", ""},
		{"https://gazette.example/by/nyman", ""},
		{"@nyman", ""},
		{"a.nyman@gazette.example", ""},
		{"4 March 2024", ""},
		{"Name *", ""},
		{"", ""},
	};
	struct arena arena = {0};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct str got = split(&arena, rows[i].byline);

		cr_expect(str_equal(got, str_from(rows[i].names)), "%s: got %.*s, want %s", rows[i].byline,
			STR_ARG(got), rows[i].names);
	}
	arena_finish(&arena);
}

Test(names, begin_with_capitals_but_for_particles)
{
	cr_expect(names_are_capitalised(STR("Anna van der Muster")));
	cr_expect(names_are_capitalised(STR("Émile Zola")));
	cr_expect_not(names_are_capitalised(STR("Anna sagt")));
	cr_expect_not(names_are_capitalised(STR("Aufträge über")));
}
