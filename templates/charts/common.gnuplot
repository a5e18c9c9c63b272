# Comes before every chart. In front of it stands what was made from the records:
#
#   width, height   of the figure in pixels, or in a terminal's characters
#   title, legend   numbers of texts
#   panels          how many
#   $text           all texts, one a line: T(number) gives one, T(0) none
#   $panels         a line a panel: left right top bottom (of the figure, 0 to 1), then the kind's own
#
# Of the other blocks each panel has a part, its index. Texts are bytes of other people's
# logs: they are shown through T(), and never in enhanced text.
#
# An expression in `using` costs three calls of the system for each line, a column next to nothing:
# so blocks have the shape of each dot, names stand on an element that is drawn anyway, and 0 is said
# as -1, the column that counts the blank lines before a line in its part. Names do not need a number
# beside them: where there is NaN, the name is there and nothing is drawn.

set encoding utf8
T(number) = number < 1 ? "" : T_of($text[number])
T_of(line) = (T_at = strstrt(line, "\036"), \
	T_at ? line[2:T_at - 1] . "\n" . line[T_at + 1:*] : line[2:*])

# A number of the line of $panels of panel p.
panel(n) = word($panels[p], n) + 0

# A system has one colour and one shape in all charts: Okabe and Ito's colours, which
# colour-blind people tell apart, and shapes (pointtypes), which blocks have, for print; 7 of the one and 6 of the other make 42.
colours = "#0072B2 #D55E00 #009E73 #CC79A7 #E69F00 #56B4E9 #7F7F7F"
colour(system) = int("0x" . substr(word(colours, (int(system) - 1) % 7 + 1), 2, 7))

# Linetypes have the colours, too: `linecolor variable` takes a system as it stands in a block,
# where colour() would be worked out anew for every dot. gnuplot has an eighth of its own. A line
# style stands before the linetype of its number, so that these have numbers of no system.
do for [i = 1:8] { set linetype i linecolor rgb colour(i) }
set linetype cycle 7
ink = 1000001
faint = 1000002

# Black is drawn as the ink of the page, light or dark; grey can be seen on both.
set border 0
set tics scale 0 nomirror noenhanced
set style line ink linecolor rgb "black" linewidth 1.5
set style line faint linecolor rgb "#60808080" linewidth 0.5
set grid linestyle faint
unset key
