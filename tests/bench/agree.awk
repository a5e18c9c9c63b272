# SPDX-License-Identifier: GPL-3.0-or-later
# agree.awk - whether two answers are the same, field by field; numbers within tolerances, which are relative
#
#	awk -v tolerances='1e-9 1e-3' -f agree.awk OURS PEERS

function is_number(text) {
	return text ~ /^[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)?$/
}

function magnitude(x) {
	return x < 0 ? -x : x
}

function same(a, b, tolerance) {
	if (!is_number(a) || !is_number(b))
		return a "" == b ""
	return magnitude(a - b) <= tolerance * (magnitude(a) > magnitude(b) ? magnitude(a) : magnitude(b))
}

BEGIN {
	tolerance_count = split(tolerances, tolerance, " ")
}

FILENAME == ARGV[1] {
	ours[++line_count] = $0
	next
}

{
	field_count = split(ours[++lines], field, " ")
	differs = field_count != NF
	for (i = 1; i <= NF; i++)
		differs += !same(field[i], $i, tolerance[i < tolerance_count ? i : tolerance_count])
	if (!differs)
		next
	printf "line %d: %s\n   its: %s\n", lines, ours[lines], $0 >"/dev/stderr"
	exit status = 1
}

END {
	if (!status && lines != line_count) {
		printf "%d lines, and %d of the peer\n", line_count, lines >"/dev/stderr"
		status = 1
	}
	exit status
}
