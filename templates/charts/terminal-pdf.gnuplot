set terminal pdfcairo size width / 96.0, height / 96.0 noenhanced font "sans-serif,9" background "white"
