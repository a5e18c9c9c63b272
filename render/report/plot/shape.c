/* SPDX-License-Identifier: GPL-3.0-or-later */
/* shape - which one shows a system's values */
#include "render/report/plot/shape.h"

/* With the 7 colours of the templates they make 42. */
static const struct {
	double solid, hollow;
} shapes[] = {
	{ 7, 6 },   /* circle */
	{ 5, 4 },   /* square */
	{ 9, 8 },   /* triangle */
	{ 13, 12 }, /* diamond */
	{ 11, 10 }, /* triangle, point down */
	{ 15, 14 }, /* pentagon */
};

double shape_of(size_t system, bool is_hollow)
{
	size_t i = system % (sizeof shapes / sizeof *shapes);

	return is_hollow ? shapes[i].hollow : shapes[i].solid;
}
