# dateline: `make run` reads the samples, `make check` runs the tests, `make deps` installs what they need.
# Everything built goes to build/$(VARIANT)/; CFLAGS, CPPFLAGS, LDFLAGS, LDLIBS, DESTDIR and PREFIX are yours.
VERSION := 0.1.0
VARIANT ?= release
PREFIX  ?= /usr/local
CFLAGS  ?= -O2 -g
B       := build/$(VARIANT)

ifneq ($(filter deps,$(MAKECMDGOALS)),)
# `make deps check`: the packages first, then a make of its own for the rest, which finds what was installed.
REST := $(filter-out deps,$(MAKECMDGOALS))
.PHONY: deps rest $(REST)
$(REST): rest ; @:
rest: deps ; @+$(MAKE) --no-print-directory $(REST)
deps: ; @sh .ci/deps $(TOOLS)
else

PKGS       := libxml-2.0 libcurl sqlite3 libzstd ncursesw libpcre2-8
TEST_PKGS  := criterion vterm libcurl
ifeq ($(filter clean uninstall,$(MAKECMDGOALS)),)
ifneq ($(shell pkg-config --exists $(PKGS) 2>/dev/null && echo yes),yes)
$(warning some of these are missing: pkg-config $(PKGS). "make deps" installs them)
endif
endif

HOUSE      := -std=c11 -Iinclude -Isrc -D_GNU_SOURCE -DNCURSES_NOMACROS -Wall -Wextra -Wshadow -Wstrict-prototypes \
              -Wmissing-prototypes -pthread $(shell pkg-config --cflags $(PKGS) 2>/dev/null)
HOUSE_asan := -O1 -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer
HOUSE_tsan := -O1 -fsanitize=thread
HOUSE_fuzz := -O1 -fsanitize=fuzzer-no-link,address,undefined
# one short line for each step; V=1 shows the whole command
say         = $(if $(V),,@echo '  $(1)' &&)
COMPILE     = $(CC) $(CPPFLAGS) $(CFLAGS) $(HOUSE) $(HOUSE_$(VARIANT))
# libunistring has no pkg-config file; libcurl and libxml2 are loaded when they are needed (base/dynamic.h)
LIBS       := $(shell pkg-config --libs $(filter-out libcurl libxml-2.0,$(PKGS)) 2>/dev/null) -lunistring -ldl

SOURCES := $(shell find src -name '*.c')
OBJECTS := $(SOURCES:%.c=$(B)/%.o)
LIBRARY := $(filter-out $(B)/src/main.o,$(OBJECTS))
TESTS   := $(shell find tests -name '*.c' -not -path 'tests/fuzz/*' -not -path 'tests/bench/*' -not -path 'tests/tsan/*') \
           $(if $(filter tsan,$(VARIANT)),tests/tsan/runner.c)
TEST_OBJECTS := $(TESTS:%.c=$(B)/%.o)

all: $(B)/dateline

$(B)/dateline: $(B)/src/main.o $(B)/libdateline.a
	$(call say,link $@) $(COMPILE) $(LDFLAGS) -o $@ $^ $(LIBS) $(LDLIBS)

$(B)/libdateline.a: $(LIBRARY)
	$(call say,archive $@) rm -f $@ && $(AR) rcs $@ $^

$(B)/%.o: %.c Makefile
	@mkdir -p $(@D)
	$(call say,compile $<) $(COMPILE) -MMD -MP -c -o $@ $<

# the version and the place of the samples are compiled in: only the command line knows them
$(B)/src/cli/%.o: HOUSE += -DDATELINE_VERSION='"$(VERSION)"' -DDATELINE_SHARE='"$(PREFIX)/share/dateline"'
$(filter $(B)/src/cli/%,$(OBJECTS)): $(B)/prefix
$(B)/prefix: always
	@mkdir -p $(@D); echo '$(VERSION) $(PREFIX)' | cmp -s - $@ || echo '$(VERSION) $(PREFIX)' >$@

$(B)/tests/run: $(TEST_OBJECTS) $(B)/libdateline.a
	@mkdir -p $(@D)
	$(call say,link $@) $(COMPILE) $(LDFLAGS) -o $@ $^ $(LIBS) $(shell pkg-config --libs $(TEST_PKGS)) $(LDLIBS)

-include $(OBJECTS:.o=.d) $(TEST_OBJECTS:.o=.d) $(wildcard $(B)/tests/fuzz/*.d) $(wildcard $(B)/tests/bench/*.d)

run: $(B)/dateline
	@$(B)/dateline ./feeds

check: layers man tests

layers:
	@awk -f tests/layers.awk tests/layers.txt $$(find src include -name '*.[ch]' | sort)

tests: $(B)/dateline $(B)/tests/run replay
	@sh tests/manual.sh $(B)/dateline
	DATELINE=$(B)/dateline $(TEST_UNDER) $(B)/tests/run $(TEST_ARGS)

# The output kept beside each sample is written anew; `git diff` is the review.
golden: $(B)/tests/run
	GOLDEN_REWRITE=1 $(B)/tests/run --filter 'golden/*'
	GOLDEN_REWRITE=1 $(B)/tests/run --filter 'path/*'
	GOLDEN_REWRITE=1 $(B)/tests/run --filter 'screens/*'
	GOLDEN_REWRITE=1 $(B)/tests/run --filter 'readme/*'

# `make fuzz` builds a fuzzer for each door to untrusted bytes; each then runs as
#   build/fuzz/fuzz/feed -dict=tests/fuzz/feed.dict /tmp/corpus tests/fuzz/corpus/feed tests/data/feeds
DOORS   := $(patsubst tests/fuzz/fuzz_%.c,%,$(wildcard tests/fuzz/fuzz_*.c))
FUZZERS := $(DOORS:%=$(B)/fuzz/%)
fuzz:
	$(MAKE) VARIANT=fuzz CC=clang CFLAGS='$(CFLAGS)' ENGINE=-fsanitize=fuzzer fuzzers
fuzzers: $(FUZZERS)

# with libFuzzer as the engine, or with a main that replays files
$(FUZZERS): $(B)/fuzz/%: $(B)/tests/fuzz/fuzz_%.o $(if $(ENGINE),,$(B)/tests/fuzz/replay.o) $(B)/libdateline.a
	@mkdir -p $(@D)
	$(call say,link $@) $(COMPILE) $(ENGINE) $(LDFLAGS) -o $@ $^ $(LIBS) $(LDLIBS)

replay: $(FUZZERS)
	@for door in $(DOORS); do echo "fuzz corpus, $$door:"; $(B)/fuzz/$$door tests/fuzz/corpus/$$door/* || exit 1; done

# What takes long: hours in fast motion, slow servers, kill -9 at many moments.
check-faults: $(B)/dateline $(B)/tests/run
	DATELINE=$(B)/dateline DATELINE_FAULTS=1 $(B)/tests/run --filter '@(hardship|faults)/*'

# A test whose process leaks or races passes, so the sanitizers write files and the files are the verdict.
check-asan:
	rm -f build/asan/report.*
	ASAN_OPTIONS=log_path=$(CURDIR)/build/asan/report UBSAN_OPTIONS=print_stacktrace=1 $(MAKE) VARIANT=asan tests
	@! cat build/asan/report.* 2>/dev/null

# The thread sanitizer does not bear Criterion's sandbox (tests/tsan/runner.c stands in for it), nor the wide address
# space of some kernels: setarch -R, where it is allowed.
check-tsan:
	rm -f build/tsan/report.*
	TSAN_OPTIONS=log_path=$(CURDIR)/build/tsan/report $(MAKE) VARIANT=tsan \
		TEST_UNDER="$$(setarch -R true 2>/dev/null && echo setarch -R)" tests
	@! cat build/tsan/report.* 2>/dev/null

lint: man
	sh tests/lint.sh

man:
	@if command -v mandoc >/dev/null; then mandoc -T lint -W warning man/*.[1-9]; \
	else echo 'mandoc is not installed: the manuals were not checked'; fi

bench: $(B)/dateline $(B)/tests/bench/quotes $(B)/tests/bench/peak
	@sh tests/bench/run.sh $(B)/dateline $(ROWS)

# The reader, refreshing every minute from a faulty server; MINUTES=60 unless said.
soak: $(B)/dateline
	python3 tests/bench/soak.py $(B)/dateline $(MINUTES)

# The weights of src/quote/view.c from the annotated articles of SHARED; prints what they are worth on unseen ones.
fit: $(B)/dateline $(B)/tests/bench/spans
	@python3 tests/bench/fit_spans.py $(B)/dateline $(B)/tests/bench/spans $(SHARED)

$(B)/tests/bench/quotes $(B)/tests/bench/peak $(B)/tests/bench/spans: $(B)/tests/bench/%: $(B)/tests/bench/%.o $(B)/libdateline.a
	$(call say,link $@) $(COMPILE) $(LDFLAGS) -o $@ $^ $(LIBS) $(LDLIBS)

install: $(B)/dateline
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/dateline/feeds $(DESTDIR)$(PREFIX)/share/doc/dateline
	install -m 755 $(B)/dateline $(DESTDIR)$(PREFIX)/bin/
	install -m 644 feeds/* $(DESTDIR)$(PREFIX)/share/dateline/feeds/
	install -m 644 LICENSE README.md $(DESTDIR)$(PREFIX)/share/doc/dateline/
	for page in man/*.[1-9]; do to=$(DESTDIR)$(PREFIX)/share/man/man$${page##*.}; \
		install -d $$to && install -m 644 $$page $$to/ || exit 1; done

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/dateline
	rm -rf $(DESTDIR)$(PREFIX)/share/dateline $(DESTDIR)$(PREFIX)/share/doc/dateline
	for page in man/*.[1-9]; do rm -f $(DESTDIR)$(PREFIX)/share/man/man$${page##*.}/$${page#man/}; done

clean:
	rm -rf build

.PHONY: all run check layers tests golden fuzz fuzzers replay check-asan check-tsan check-faults lint man bench fit soak install uninstall clean always
endif
