#!/bin/sh
# manual.sh - manual.sh BIN: every command and every action of a key is in dateline(1).
bin=$1 bad=0
cd "$(dirname "$0")/.." || exit 1

# the names on standard input stand in a page ($1) after the macro Cm or Ic; $2 says what they are
all_in() {
	while read -r name; do
		grep -qE "(Cm|Ic) ([^ ]+ )*$name( |\$)" "$1" || { echo "$1 says nothing of the $2 $name"; return 1; }
	done
}

"$bin" help | sed -n 's/^  \([a-z][a-z]*\) .*/\1/p' | all_in man/dateline.1 command || bad=1
"$bin" keys --list | cut -f3 | sort -u | all_in man/dateline.1 action || bad=1
exit $bad
