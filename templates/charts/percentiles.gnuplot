# Latencies over the share of the requests that were as fast, a line a system.
#
#   $panels  and the axes: across from, to; up from, to; numbers of the texts above and below the
#            panel
#   $xticks $yticks   place, number of its text
#   $points  across, up, system, whether it is hollow, shape
#   systems  how many the key has
#   $key     where it stands (of the figure, 0 to 1), system, number of its text, shape

set multiplot
set label 1 T(title) noenhanced at screen 4.0 / width, screen 1 - 14.0 / height font ",14"
set label 2 T(legend) noenhanced at screen 4.0 / width, screen 26.0 / height font ",10"
do for [i = 1:systems] {
	set label 10 + i T(word($key[i], 4) + 0) noenhanced at screen word($key[i], 1) + 0, screen word($key[i], 2) + 0 \
		offset 1, 0 point pointtype int(word($key[i], 5)) linecolor rgb colour(word($key[i], 3) + 0)
}
do for [p = 1:panels] {
	set lmargin at screen panel(1)
	set rmargin at screen panel(2)
	set tmargin at screen panel(3)
	set bmargin at screen panel(4)
	set xrange [panel(5):panel(6)]
	set yrange [panel(7):panel(8)]
	set label 3 T(panel(9)) noenhanced at graph 0, graph 1 offset 0, 0.8
	set xlabel T(panel(10)) noenhanced offset 0, 0.4
	plot \
		$xticks index p - 1 using 1:(panel(7)):(0):(0):xtic(T($2)) with vectors nohead, \
		$yticks index p - 1 using (panel(5)):1:(0):(0):ytic(T($2)) with vectors nohead, \
		$points index p - 1 using 1:2:3 with lines linecolor variable, \
		$points index p - 1 using 1:2:5:3 \
			with points pointtype variable pointsize 0.6 linecolor variable
	unset label 1
	unset label 2
	do for [i = 1:systems] {
		unset label 10 + i
	}
}
unset multiplot
