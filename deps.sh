#!/bin/sh
# deps.sh - installs what building and testing need; does nothing, and needs no root, when all of it is there.
# `deps.sh tools` adds what .ci/run and `make bench` use besides.
set -u

# what | how to see that it is there | apt | dnf | pacman | apk | brew ("-": comes with the system or is not packaged)
build='
compiler     | cc -v                                | gcc libc6-dev        | gcc glibc-devel | gcc          | gcc musl-dev     | gcc
pkg-config   | pkg-config --version                 | pkg-config           | pkgconf-pkg-config | pkgconf   | pkgconf          | pkgconf
find         | find . -prune                        | findutils            | findutils       | findutils    | findutils        | -
awk          | awk 1 /dev/null                      | mawk                 | gawk            | gawk         | gawk             | -
libxml2      | pkg-config --exists libxml-2.0       | libxml2-dev          | libxml2-devel   | libxml2      | libxml2-dev      | libxml2
libcurl      | pkg-config --exists libcurl          | libcurl4-openssl-dev | libcurl-devel   | curl         | curl-dev         | curl
SQLite       | pkg-config --exists sqlite3          | libsqlite3-dev       | sqlite-devel    | sqlite       | sqlite-dev       | sqlite
ncurses      | pkg-config --exists ncursesw         | libncurses-dev       | ncurses-devel   | ncurses      | ncurses-dev      | ncurses
PCRE2        | pkg-config --exists libpcre2-8       | libpcre2-dev         | pcre2-devel     | pcre2        | pcre2-dev        | pcre2
libunistring | header unistr.h                      | libunistring-dev     | libunistring-devel | libunistring | libunistring-dev | libunistring
'
check='
Criterion    | pkg-config --exists criterion        | libcriterion-dev     | libcriterion-devel | criterion | criterion-dev    | criterion
libvterm     | pkg-config --exists vterm            | libvterm-dev         | libvterm-devel  | libvterm     | libvterm-dev     | libvterm
mandoc       | command -v mandoc                    | mandoc               | mandoc          | mandoc       | mandoc           | mandoc
'
tools='
clang        | clang --version                      | clang                | clang           | clang        | clang            | llvm
sanitizers   | header_of_clang sanitizer/asan_interface.h | libclang-rt-dev | compiler-rt    | compiler-rt  | compiler-rt      | -
clang-tidy   | clang-tidy --version                 | clang-tidy           | clang-tools-extra | clang      | clang-extra-tools | -
cppcheck     | cppcheck --version                   | cppcheck             | cppcheck        | cppcheck     | cppcheck         | cppcheck
valgrind     | valgrind --version                   | valgrind             | valgrind        | valgrind     | valgrind         | -
xmllint      | xmllint --version                    | libxml2-utils        | libxml2         | libxml2      | libxml2-utils    | -
python3      | python3 --version                    | python3              | python3         | python       | python3          | python3
pyte         | /usr/bin/python3 -c "import pyte"    | python3-pyte         | python3-pyte    | python-pyte  | py3-pyte         | -
'

header() { echo "#include <$1>" | cc -E - >/dev/null; }
header_of_clang() { echo "#include <$1>" | clang -E - >/dev/null; }

if   command -v apt-get >/dev/null; then column=3 install='apt-get install -y --no-install-recommends' update='apt-get update -q'
elif command -v dnf     >/dev/null; then column=4 install='dnf install -y' update=
elif command -v pacman  >/dev/null; then column=5 install='pacman -S --needed --noconfirm' update=
elif command -v apk     >/dev/null; then column=6 install='apk add' update=
elif command -v brew    >/dev/null; then column=7 install='brew install' update=
else column=0 install= update=; fi

# prints the packages of a table ($1) whose things are not there
missing() {
	echo "$1" | while IFS='|' read -r what test apt dnf pacman apk brew; do
		[ -n "$what" ] || continue
		eval "$test" >/dev/null 2>&1 </dev/null && continue
		case $column in 3) p=$apt;; 4) p=$dnf;; 5) p=$pacman;; 6) p=$apk;; 7) p=$brew;; *) p=$what;; esac
		for one in $p; do [ "$one" = - ] || echo "$one"; done
	done | sort -u | tr '\n' ' '
}

as_root() {
	if [ $column = 7 ] || [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# installs the packages $2, which are for $1
get() {
	[ -n "$2" ] || return 0
	echo "deps: installing for $1: $2"
	[ $column != 0 ] || { echo "deps: no apt, dnf, pacman, apk or brew here: please install these yourself" >&2; return 1; }
	export DEBIAN_FRONTEND=noninteractive
	[ -z "$update" ] || as_root $update || echo "deps: the list of packages could not be renewed, going on with the old one" >&2
	update=
	as_root $install $2 || { echo "deps: could not install all of: $2" >&2; return 1; }
}

get building "$(missing "$build")" || exit 1
get testing "$(missing "$check")" || echo "deps: the program can be built and run; \"make check\" needs the above"
[ "${1:-}" != tools ] || get "linting and measuring" "$(missing "$tools")" || exit 1
