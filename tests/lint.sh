#!/bin/sh
# lint.sh - what compilers do not see: cppcheck and clang-tidy (.clang-tidy) over src/, where they are installed.
set -u
bad=0
flags="-std=c11 -Iinclude -Isrc -D_GNU_SOURCE -DNCURSES_NOMACROS $(pkg-config --cflags libxml-2.0 libcurl sqlite3 ncursesw libpcre2-8)"
flags="$flags -DDATELINE_VERSION=\"0\" -DDATELINE_SHARE=\"/\""

if command -v cppcheck >/dev/null; then
	cppcheck --quiet --error-exitcode=1 --std=c11 --inline-suppr -j2 --enable=warning,portability \
		--suppress=missingIncludeSystem --suppress=normalCheckLevelMaxBranches --suppress=toomanyconfigs --suppress=internalAstError \
		-D_GNU_SOURCE -DDATELINE_VERSION='"0"' -DDATELINE_SHARE='"/"' -Iinclude -Isrc src || bad=1
else
	echo 'lint: cppcheck is not installed, left out'
fi
if command -v clang-tidy >/dev/null; then
	find src -name '*.c' | sort | xargs -P2 -n8 sh -c \
		'flags=$0; clang-tidy --quiet --warnings-as-errors="*" "$@" -- $flags 2>/dev/null' "$flags" || bad=1
else
	echo 'lint: clang-tidy is not installed, left out'
fi
exit $bad
