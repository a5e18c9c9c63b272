# The same as percentiles.gnuplot, in characters, a letter a system; see there for the blocks.
#
#   key   columns of the longest text of $key

letter(system) = sprintf("%c", int(system) + 64)
set lmargin 8
set rmargin key
set tmargin 1
set bmargin 2
do for [i = 1:systems] {
	set label 10 + i letter(i) . " " . T(word($key[i], 4) + 0) at graph 1, graph 1 offset 2, 1 - i
}
do for [p = 1:panels] {
	set xrange [panel(5):panel(6)]
	set yrange [panel(7):panel(8)]
	set label 1 T(panel(9)) at graph 0, graph 1 offset 0, 1
	set xlabel T(panel(10)) noenhanced
	plot \
		$xticks index p - 1 using 1:(panel(7)):(0):(0):xtic(T($2)) with vectors nohead, \
		$yticks index p - 1 using (panel(5)):1:(0):(0):ytic(T($2)) with vectors nohead, \
		$points index p - 1 using 1:2:(letter($3)) with labels
}
