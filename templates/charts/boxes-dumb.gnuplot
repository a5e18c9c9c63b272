# The same as boxes.gnuplot, in characters; see there for the blocks.
#
#   labels, words   columns of the longest name, and of what stands behind the rows

set lmargin labels + 2
set rmargin words + 2
set tmargin 0
set bmargin 1
set yrange [rows + 1:0]
unset ytics
do for [p = 1:panels] {
	set xrange [panel(5):panel(6)]
	set label 1 T(panel(7)) . (T(panel(8)) eq "" ? "" : " (" . T(panel(8)) . ")") at graph 0, first 0
	do for [i = 1:rows] {
		row = (p - 1) * (rows + 2) + i
		set label 10 + i T(word($rows[row], 2) + 0) at graph 0, first i right offset -2, 0
		set label 1000 + i T(word($rows[row], 3) + 0) at graph 1, first i offset 2, 0
	}
	plot \
		$ticks index p - 1 using 1:(rows + 1):(0):(0):xtic(T($2)) with vectors nohead, \
		$dots index p - 1 using 1:($4 == 0 ? $3 : NaN) with points pointtype "o", \
		$dots index p - 1 using 1:($4 == 1 ? $3 : NaN) with points pointtype ".", \
		$rows index p - 1 using 7:1:($8 - $7):(0) with vectors nohead, \
		$rows index p - 1 using 6:1 with points pointtype "#"
}

