set terminal pdfcairo size width / 96.0, height / 96.0 noenhanced font "sans-serif,12" fontscale 0.56 pointscale 1.4 linewidth 1.5 background "white"
