#!/bin/sh
# floors.sh - floors.sh BIN SHARED [show]: scores BIN on the corpora of SHARED and fails where a figure has fallen
# below tests/floors.txt. With "show" it prints the figures as rows for that file and compares nothing.
set -u
bin=$1 shared=$2 mode=${3:-compare}
here=$(dirname "$0")
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT

score() {
	name=$1; shift
	python3 "$shared/bench/$name.py" --bin "$bin" "$@" >"$work/out" 2>&1 || [ "$name" = score_seed ] ||
		{ cat "$work/out"; echo "floors: $name failed"; } >&2
}

quotes() {
	score score_quotes --corpus "$shared/corpora/quotes$2" ${3:-}
	awk -v set="$1" '
		/^quotes:/ { gsub(/,/, ""); print set "-detect", $4; print set "-attribute", $6; print set "-end-to-end", $9
			if ($12 != "nan") print set "-indirect", $12 }
		/^crashes/ { gsub(/,/, ""); print set "-crashed", $2 + $4 + $7 + $10; print set "-wrong-offsets", $13 }' "$work/out"
}

figures() {
	score score_seed
	awk '/^seed:/ { print "seed-points-missed", $4 - $2 }' "$work/out"
	score score_feeds --corpus "$shared/corpora/feeds"
	awk '$2 ~ /^[0-9]+\/[0-9]+$/ { if (least == "" || $3 < least) least = $3; bad += $6 + $7 + $8 }
		/^macro/ { sub(/%/, ""); print "feeds-groups-average", $NF }
		/^feeds:/ { sub(/%/, ""); print "feeds-cases", $2; print "feeds-worst-group", least; print "feeds-crashed", bad }' "$work/out"
	score score_pages --corpus "$shared/corpora/pages"
	awk '$1 ~ /^(aeb|rd|tra)$/ { gsub(/\|/, "") }
		$1 == "aeb" || $1 == "rd" { print "pages-" $1 "-body", $5; print "pages-" $1 "-headings", $11 }
		$1 == "tra" { print "pages-tra-phrases", $8; print "pages-tra-title", $12
			print "pages-tra-byline", $13; print "pages-tra-date", $14 }
		/^failed/ { gsub(/,/, ""); print "pages-crashed", $4 + $6 + $9 }' "$work/out"
	quotes quotes '' '--only=gold'
	quotes quotes-cs '' '--only=cs'
	quotes quotes-ru '' '--only=ru'
	quotes quotes-hard /hard
}

figures >"$work/figures"
if [ "$mode" = show ]; then
	cat "$work/figures"
	exit 0
fi
awk '
	FNR == NR { got[$1] = $2; next }
	/^#/ || NF == 0 { next }
	!($1 in got) { printf "floors: %s was not measured\n", $1; bad++; next }
	$2 == ">=" && got[$1] + 0 < $3 + 0 || $2 == "<=" && got[$1] + 0 > $3 + 0 || got[$1] !~ /^[0-9.]+$/ {
		printf "floors: %s is %s, it has to be %s %s\n", $1, got[$1], $2, $3; bad++; next }
	{ good++ }
	END { printf "floors: %d held, %d fallen\n", good, bad; exit bad > 0 }' "$work/figures" "$here/floors.txt"
