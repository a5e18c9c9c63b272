# Twice as many pixels as the figure's size says: sharp on paper and on dense screens.
set terminal pngcairo size 2 * width, 2 * height noenhanced font "sans-serif,12" fontscale 1.5 linewidth 2 pointscale 2.5 background "white"
