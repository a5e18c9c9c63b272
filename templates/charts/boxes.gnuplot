# The middle half of the runs as a box, every run a dot.
#
#   rows     of each panel: the systems
#   $panels  and the axis from, to; numbers of the texts above and below the panel
#   $ticks   place, number of its text
#   $rows    place, numbers of its label and words, system, state (0 solid, 1 hollow, 2 nothing there),
#            median, quartiles, shape
#   $dots    value, place, system, whether it is hollow, shape

set multiplot
set label 1 T(title) noenhanced at screen 4.0 / width, screen 1 - 14.0 / height font ",14"
set label 2 T(legend) noenhanced at screen 4.0 / width, screen 26.0 / height font ",10"
set yrange [rows + 0.5:0.5]
set y2range [rows + 0.5:0.5]
set y2tics
unset grid
set grid xtics linestyle faint
do for [p = 1:panels] {
	set lmargin at screen panel(1)
	set rmargin at screen panel(2)
	set tmargin at screen panel(3)
	set bmargin at screen panel(4)
	set xrange [panel(5):panel(6)]
	set label 3 T(panel(7)) noenhanced at graph 0, graph 1 offset 0, 0.8
	set xlabel T(panel(8)) noenhanced offset 0, 0.4
	plot \
		$ticks index p - 1 using 1:(1):(0):(0):xtic(T($2)) with vectors nohead, \
		$rows index p - 1 using ($5 == 0 ? $6 : NaN):1:7:8:($1 - 0.34):($1 + 0.34):4:ytic(T($2)):y2tic(T($3)) \
			with boxxyerror linecolor variable fillstyle transparent solid 0.35 border, \
		$rows index p - 1 using ($5 == 1 ? $6 : NaN):1:7:8:($1 - 0.34):($1 + 0.34):4 \
			with boxxyerror linecolor variable fillstyle empty, \
		$dots index p - 1 using 1:2:5:3 \
			with points pointtype variable pointsize 0.45 linecolor variable, \
		$rows index p - 1 using 6:($1 - 0.34):-1:(0.68) with vectors nohead linestyle ink
	unset label 1
	unset label 2
}
unset multiplot
