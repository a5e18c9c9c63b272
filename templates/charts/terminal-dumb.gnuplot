set terminal dumb size width, height noenhanced
