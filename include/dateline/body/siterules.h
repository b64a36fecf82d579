/* siterules.h - a reader's own rules for the pages of one host */
#ifndef DATELINE_BODY_SITERULES_H
#define DATELINE_BODY_SITERULES_H

#include "dateline/base/arena.h"
#include "dateline/base/error.h"
#include "dateline/markup/node.h"

#define SITE_FILE_BYTES_MOST ((size_t)64 * 1024)

/* One line of a file is "key: selector"; empty lines and those that begin with '#' say nothing. The keys: */
enum site_key {
	SITE_BODY,  /* the element that holds the body; with several lines the first that is there */
	SITE_STRIP, /* what is no part of it; every line counts */
	SITE_TITLE,
	SITE_AUTHOR, /* every element that it selects gives names */
	SITE_DATE,   /* its datetime or content attribute, else its text */
	SITE_KEY_COUNT,
};

/* A selector is one or more steps parted by blanks, each inside the one before: an element's name or '*',
 * followed by any of .class, #id, [attribute] and [attribute=value]; a step without a name means any
 * element. */
struct site_rule {
	enum site_key key;
	struct str selector;
	unsigned line;
};

struct site_rules {
	struct site_rule *items;
	size_t count, capacity;
};

/* Reads the text of a rules file.
 *   name   of the file, for messages
 * Error: ERROR_USAGE, with file and line: no colon, an unknown key, a selector that cannot be understood. */
bool siterules_parse(struct str text, const char *name, struct arena *arena, struct site_rules *rules,
	struct error *error);

/* The rules for the host of an address: the file called as the host in `directory`, else as a domain above
 * it, so that "www.news.example" is also found as "news.example". Without a file there are no rules, which
 * is no error. */
bool siterules_load(const char *directory, struct str address, struct arena *arena, struct site_rules *rules,
	struct error *error);

/* Whether a selector selects this element. */
bool siterules_select(struct str selector, const struct node *node);

#endif
