# dateline: make, make run, make check; `make deps` first on a fresh machine. Everything built goes to build/.
VARIANT ?= release
PREFIX  ?= /usr/local
B       := build/$(VARIANT)
PKGS    := libxml-2.0 libcurl sqlite3 ncursesw libpcre2-8
CFLAGS  ?= -O2 -g
# libunistring has no pkg-config file
LIBS    := $(shell pkg-config --libs $(PKGS)) -lunistring
HOUSE   := -std=c11 -Iinclude -Isrc -D_GNU_SOURCE -DNCURSES_NOMACROS $(shell pkg-config --cflags $(PKGS)) \
           -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes -pthread
HOUSE_asan := -O1 -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer
HOUSE_tsan := -O1 -fsanitize=thread
HOUSE_fuzz := -O1 -fsanitize=fuzzer-no-link,address,undefined
COMPILE  = $(CC) $(CPPFLAGS) $(CFLAGS) $(HOUSE) $(HOUSE_$(VARIANT))
VERSION := 0.1.0

SOURCES := $(shell find src -name '*.c')
OBJECTS := $(SOURCES:%.c=$(B)/%.o)
LIBRARY := $(filter-out $(B)/src/main.o,$(OBJECTS))
TESTS   := $(shell find tests -name '*.c' -not -path 'tests/fuzz/*')
TEST_OBJECTS := $(TESTS:%.c=$(B)/%.o)
TEST_PKGS := criterion vterm

all: $(B)/dateline

$(B)/dateline: $(B)/src/main.o $(B)/libdateline.a
	$(COMPILE) $(LDFLAGS) -o $@ $^ $(LIBS) $(LDLIBS)

$(B)/libdateline.a: $(LIBRARY)
	rm -f $@ && $(AR) rcs $@ $^

$(B)/src/cli/%.o: HOUSE += -DDATELINE_VERSION='"$(VERSION)"' -DDATELINE_SHARE='"$(PREFIX)/share/dateline"'

$(B)/%.o: %.c Makefile
	@mkdir -p $(@D)
	$(COMPILE) -MMD -MP -c -o $@ $<

$(B)/tests/run: $(TEST_OBJECTS) $(B)/libdateline.a
	$(COMPILE) $(LDFLAGS) -o $@ $^ $(LIBS) $(shell pkg-config --libs $(TEST_PKGS)) $(LDLIBS)

-include $(OBJECTS:.o=.d) $(TEST_OBJECTS:.o=.d)

layers:
	@awk -f tests/layers.awk tests/layers.txt $$(find src include -name '*.[ch]' | sort)

check: layers $(B)/dateline $(B)/tests/run
	DATELINE=$(B)/dateline $(B)/tests/run

clean:
	rm -rf build

.PHONY: all layers check clean
