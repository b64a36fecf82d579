# Names every include that breaks tests/layers.txt: folders below including those above, foreign headers outside the
# one folder that may use them, and private headers of other folders. Exit status 1 when there is one.
function folder_of(path) { sub(/^include\/dateline\//, "", path); sub(/^src\//, "", path)
	return path ~ /\// ? substr(path, 1, index(path, "/") - 1) : "main" }
function complain(what) { printf "%s:%d: %s\n", FILENAME, FNR, what; bad = 1 }
FILENAME ~ /layers\.txt$/ {
	if ($0 ~ /^#/ || NF == 0) next
	split($0, column, /[ \t]*:[ \t]*/); known[column[1]] = 1
	n = split(column[2], name, " "); for (i = 1; i <= n; i++) may[column[1], name[i]] = 1
	n = split(column[3], name, " "); for (i = 1; i <= n; i++) owner[name[i]] = column[1]
	next }
FNR == 1 { here = folder_of(FILENAME); if (!(here in known)) complain("folder " here " is not in tests/layers.txt") }
/^[ \t]*#[ \t]*include[ \t]*</ { match($0, /<[^>]*>/); header = substr($0, RSTART + 1, RLENGTH - 2)
	stem = header; sub(/\/.*/, "", stem)
	if ((header in owner) && owner[header] != here) complain(here "/ may not use <" header ">")
	else if ((stem in owner) && owner[stem] != here) complain(here "/ may not use <" header ">") }
/^[ \t]*#[ \t]*include[ \t]*"/ { match($0, /"[^"]*"/); header = substr($0, RSTART + 1, RLENGTH - 2)
	if (header ~ /^dateline\//) { there = header; sub(/^dateline\//, "", there); sub(/\/.*/, "", there)
		if (there != here && !((here, there) in may)) complain(here "/ may not include " header) }
	else if (header ~ /\//) { there = header; sub(/\/.*/, "", there)
		if (there != here) complain(here "/ may not include the private header " header) } }
END { exit bad }
