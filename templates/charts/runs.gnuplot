# One metric's runs in their order, a panel a system.
#
#   $panels  and the axes: across from, to; up from, to; numbers of the texts above and below the
#            panel; a band from, to
#   $xticks $yticks   place, number of its text
#   $points  across, up, system, whether it is hollow, shape

set multiplot
set label 1 T(title) noenhanced at screen 4.0 / width, screen 1 - 14.0 / height font ",14"
set label 2 T(legend) noenhanced at screen 4.0 / width, screen 26.0 / height font ",10"
do for [p = 1:panels] {
	set lmargin at screen panel(1)
	set rmargin at screen panel(2)
	set tmargin at screen panel(3)
	set bmargin at screen panel(4)
	set xrange [panel(5):panel(6)]
	set yrange [panel(7):panel(8)]
	set label 3 T(panel(9)) noenhanced at graph 0, graph 1 offset 0, 0.8
	set xlabel T(panel(10)) noenhanced offset 0, 0.4
	if (panel(11) == panel(11)) {
		set object 1 rectangle from graph 0, first panel(11) to graph 1, first panel(12) behind \
			fillcolor rgb "#808080" fillstyle transparent solid 0.2 noborder
	} else {
		unset object 1
	}
	plot \
		$xticks index p - 1 using 1:(panel(7)):(0):(0):xtic(T($2)) with vectors nohead, \
		$yticks index p - 1 using (panel(5)):1:(0):(0):ytic(T($2)) with vectors nohead, \
		$points index p - 1 using 1:2:3 with lines linecolor variable, \
		$points index p - 1 using 1:2:5:3 \
			with points pointtype variable pointsize 0.6 linecolor variable
	unset label 1
	unset label 2
}
unset multiplot
