# SPDX-License-Identifier: GPL-3.0-or-later
# show.awk - what was measured of a subject (library's records), as Markdown
BEGIN {
	FS = "\t"
}

function significant(x) {
	return x >= 100 ? sprintf("%.0f", x) : x >= 10 ? sprintf("%.1f", x) : x >= 1 ? sprintf("%.2f", x) : sprintf("%.3f", x)
}

function times(x) {
	return x >= 10 ? sprintf("%.0f x", x) : x >= 1 ? sprintf("%.1f x", x) : sprintf("%.2f x", x)
}

function mebibytes(kibibytes) {
	return sprintf("%.1f", kibibytes / 1024)
}

function grouped(n,   text) {
	for (text = ""; length(n) > 3; n = substr(n, 1, length(n) - 3))
		text = "," substr(n, length(n) - 2) text
	return n text
}

# Tables: rows are kept until another thing comes, for the columns' widths.

function add_cell(text) {
	cells[row_count, ++column] = text
	if (length(text) > widths[column])
		widths[column] = length(text)
}

function add_row() {
	row_count++
	column = 0
}

function pad(text, width, is_right) {
	return is_right ? sprintf("%" width "s", text) : sprintf("%-" width "s", text)
}

function rule(width, is_right) {
	return substr("------------------------------------------------------------------------------------------", 1,
		width - is_right) (is_right ? ":" : "")
}

function end_table(   i, j, line) {
	if (!kind)
		return
	print ""
	for (i = 1; i <= row_count; i++) {
		line = "|"
		for (j = 1; j <= column_count; j++)
			line = line " " pad(cells[i, j], widths[j], i > 1 && is_number[j]) " |"
		print line
		if (i > 1)
			continue
		line = "|"
		for (j = 1; j <= column_count; j++)
			line = line " " rule(widths[j] > 90 ? 90 : widths[j], is_number[j]) " |"
		print line
	}
	kind = ""
	row_count = 0
	split("", widths)
}

# Goes on with the table of that kind, or begins it; of heads, those that begin with > are of numbers.
function table(of, heads,   i, head) {
	if (kind != of) {
		end_table()
		kind = of
		add_row()
		column_count = split(heads, head, "|")
		for (i = 1; i <= column_count; i++) {
			is_number[i] = sub(/^>/, "", head[i])
			add_cell(head[i])
		}
	}
	add_row()
}

function measured(name, ratio, ours, its, our_memory, its_memory) {
	table("peers", "beside|>CPU time, ours = 1|>ours, ms|>its, ms|>our memory, MiB|>its, MiB")
	add_cell(name)
	add_cell(ratio == "" ? "" : times(ratio))
	add_cell(ours == "" ? "" : significant(ours))
	add_cell(its == "" ? "" : significant(its))
	add_cell(our_memory == "" ? "" : mebibytes(our_memory))
	add_cell(its_memory == "" ? "" : mebibytes(its_memory))
}

# A digit more, so that what has just missed its bar is seen to.
function with_unit(x, unit) {
	return (x >= 1000 ? sprintf("%.0f", x) : sprintf("%.4g", x)) (unit == "" ? "" : " " unit)
}

function paragraph(text) {
	end_table()
	print ""
	print text
}

$1 == "subject" { paragraph("## " $2) }
$1 == "say" { paragraph($2) }
$1 == "work" { paragraph("### " $2); paragraph("`" $3 "`") }
$1 == "peer" { measured($2, $7, $3, $5, $4, $6) }
$1 == "absent" { measured($2 " (not installed)", "", "", "", "", "") }
$1 == "alone" { measured("nobody", "", $2, "", $3, "") }
$1 == "holds" { paragraph("Checked: " $2 ".") }
$1 == "bar" {
	table("bars", "bar|>asked|>measured|")
	add_cell($2)
	add_cell(($4 == "at-least" ? ">= " : "<= ") $5 ($6 == "" ? "" : " " $6))
	add_cell($3 == "" ? "" : with_unit($3, $6))
	add_cell($7)
}
$1 == "grow" { unit = $2; first = ""; paragraph("### As it grows: " $2); paragraph("`" $3 "`") }
$1 == "step" {
	table("steps", ">" unit "|>CPU time, ms|>of each, beside the first|>memory, MiB")
	if (first == "")
		first = $3 / $2
	add_cell(grouped($2))
	add_cell(significant($3))
	add_cell(times($3 / $2 / first))
	add_cell(mebibytes($4))
}
END {
	end_table()
}
