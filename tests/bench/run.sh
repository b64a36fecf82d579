#!/bin/sh
# run.sh - run.sh BIN [ROW...]: prints the table of `make bench`; what it needs and does not find is said and left out.
set -u
command -v python3 >/dev/null || { echo 'bench: python3 is not installed ("make deps TOOLS=tools"): nothing was measured'; exit 1; }
# Debian's python3-pyte is seen by Debian's python3 alone
python=python3
/usr/bin/python3 -c 'import pyte' 2>/dev/null && python=/usr/bin/python3
exec $python "$(dirname "$0")/bench.py" "$@"
