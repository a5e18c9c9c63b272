# Plain text; each panel is a page.
set terminal dumb size width, height noenhanced
set border 0
unset grid
