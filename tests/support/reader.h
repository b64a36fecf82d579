/* reader.h - the reader on a library in memory, driven by keys in a terminal for tests */
#ifndef TESTS_SUPPORT_READER_H
#define TESTS_SUPPORT_READER_H

#include "dateline/ui/ui.h"
#include "term.h"

#define READER_NOW 1756728000          /* 2025-09-01T12:00:00Z */
extern int64_t reader_now;             /* the time it is for the reader: READER_NOW unless a test sets it */
extern const char *reader_config_path; /* what E edits; NULL unless a test sets it */
#define READER_SAMPLE "tests/data/reader/gazette.xml"

struct reader_test {
	struct arena arena;
	struct config config;
	struct engine *engine;
	struct term *term;
	struct ui *ui;
	bool is_open;       /* the user has not left */
	char browsed[1024]; /* the address last given to the browser */
};

/* The sample in a new library, the reader on it; jobs are done in line. The locale is UTF-8, the time zone
 * UTC. */
struct reader_test *reader_start(int rows, int columns);
struct reader_test *reader_start_with(
	int rows, int columns, const char *source, const char *term, bool no_colour);
/* The same with lines of a configuration, whose rules are applied to what is there. */
struct reader_test *reader_start_configured(int rows, int columns, const char *config);
void reader_finish(struct reader_test *test);

/* Types keys as term_type names them and shows the picture. */
void reader_type(struct reader_test *test, const char *keys);
void reader_click(struct reader_test *test, const char *text);
void reader_wheel(struct reader_test *test, const char *text, int direction);
void reader_resize(struct reader_test *test, int rows, int columns);

#endif
