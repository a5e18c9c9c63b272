# The same as series.gnuplot, in characters; see there for the blocks.

set lmargin 8
set rmargin 2
set tmargin 1
set bmargin 2
do for [p = 1:panels] {
	set xrange [panel(5):panel(6)]
	set yrange [panel(7):panel(8)]
	set label 1 T(panel(9)) at graph 0, graph 1 offset 0, 1
	set xlabel T(panel(10)) noenhanced
	plot \
		$xticks index p - 1 using 1:(panel(7)):(0):(0):xtic(T($2)) with vectors nohead, \
		$yticks index p - 1 using (panel(5)):1:(0):(0):ytic(T($2)) with vectors nohead, \
		$points index p - 1 using 1:($4 == 0 ? $2 : NaN) with points pointtype "o", \
		$points index p - 1 using 1:($4 == 1 ? $2 : NaN) with points pointtype "."
}
