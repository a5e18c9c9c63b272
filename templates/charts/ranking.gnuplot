# Ratios to one system, their intervals, and the margin within which systems count as equal.
#
#   rows     of each panel: the systems
#   $panels  and the axis from, to (in decimal logarithms, as all that is on it);
#            numbers of the texts above and below the panel; the margin from, to
#   $ticks   place, number of its text
#   $rows    place, numbers of its label and words, system, state (0 solid, 1 hollow, 2 nothing there),
#            ratio, ends of its interval, shape

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
	set object 1 rectangle from panel(9), graph 0 to panel(10), graph 1 behind \
		fillcolor rgb "#808080" fillstyle transparent solid 0.2 noborder
	plot \
		$ticks index p - 1 using 1:(1):(0):(0):xtic(T($2)) with vectors nohead, \
		$rows index p - 1 using 7:1:($8 - $7):-1:4:ytic(T($2)):y2tic(T($3)) \
			with vectors heads nofilled size graph 0.012, 90 linewidth 2 linecolor variable, \
		$rows index p - 1 using 6:1:9:4 \
			with points pointtype variable pointsize 0.9 linecolor variable
	unset label 1
	unset label 2
}
unset multiplot
