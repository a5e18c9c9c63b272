set terminal svg size width, height noenhanced font "sans-serif,12" linewidth 1
