# Bars from zero, their intervals, every run a dot.
#
#   panels   how many; rows   how many in each
#   $panels  left right top bottom (of the figure, 0 to 1), the axis: low high step,
#            numbers of its head and of its axis' text
#   $rows    of each panel a part: place, label, words, system,
#            state (0 solid, 1 hollow, 2 nothing there), value, interval's ends
#   $dots    likewise: value, place, system, hollow

set multiplot
set label 1 T(title) noenhanced at screen 0.5 * 7 / width, screen 1 - 18.0 / height font ",14"
set label 2 T(legend) noenhanced at screen 0.5 * 7 / width, screen 30.0 / height font ",10"
set bmargin 0
do for [p = 1:panels] {
	number(n) = word($panels[p], n) + 0
	set lmargin at screen number(1)
	set rmargin at screen number(2)
	set tmargin at screen number(3)
	set bmargin at screen number(4)
	set xrange [number(5):number(6)]
	set yrange [rows + 0.5:0.5]
	set y2range [rows + 0.5:0.5]
	set xtics number(5), number(7), number(6)
	set format x "%g"
	set label 3 T(number(8)) noenhanced at graph 0, graph 1 offset 0, 0.7 font ",12"
	set xlabel T(number(9)) noenhanced
	set ytics scale 0 noenhanced
	set y2tics scale 0 noenhanced
	unset grid
	set grid xtics linecolor rgb "#808080" linetype 1 linewidth 0.5
	plot \
		$rows index p - 1 using (number(5)):1:(0):(0):ytic(T($2)) with vectors nohead, \
		$rows index p - 1 using (number(5)):1:(0):(0):y2tic(T($3)) axes x1y2 with vectors nohead, \
		$rows index p - 1 using ($5 == 0 ? $6 : NaN):1:(0):6:($1 - 0.34):($1 + 0.34):(colour($4)) \
			with boxxyerror linecolor rgb variable fillstyle transparent solid 0.35 border, \
		$rows index p - 1 using ($5 == 1 ? $6 : NaN):1:(0):6:($1 - 0.34):($1 + 0.34):(colour($4)) \
			with boxxyerror linecolor rgb variable fillstyle empty, \
		$rows index p - 1 using 7:1:($8 - $7):(0) \
			with vectors heads nofilled size graph 0.012,90 linecolor rgb "black" linewidth 1.5, \
		$dots index p - 1 using 1:2:(shape($3, $4)):(colour($3)) \
			with points pointtype variable pointsize 0.5 linecolor rgb variable
	unset label 1
	unset label 2
}
unset multiplot
