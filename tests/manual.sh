#!/bin/sh
# manual.sh - manual.sh BIN: every command, key action, setting and role of the program is in the manual.
bin=$1 bad=0
cd "$(dirname "$0")/.." || exit 1

# the names on standard input stand in a page ($1) after the macro Cm or Ic; $2 says what they are
all_in() {
	while read -r name; do
		grep -qE "(Cm|Ic) ([^ ]+ )*$name( |\$)" "$1" || { echo "$1 says nothing of the $2 $name"; return 1; }
	done
}

rows() { sed -n "/$1\[.*\] = {\$/,/^};/p" "$2"; }

"$bin" help | sed -n 's/^  \([a-z][a-z]*\) .*/\1/p' | all_in man/dateline.1 command || bad=1
"$bin" keys --list | cut -f3 | sort -u | all_in man/dateline.1 action || bad=1
rows settings_table src/config/settings.c | sed -n 's/^\t{"\([a-z-]*\)".*/\1/p' | all_in man/dateline-config.5 setting || bad=1
rows theme_roles src/config/theme.c | sed -n 's/.*= {"\([a-z-]*\)".*/\1/p' | all_in man/dateline-config.5 role || bad=1
exit $bad
