/* SPDX-License-Identifier: GPL-3.0-or-later */
/* canvas - what a figure is drawn on */
#include "render/report/plot/canvas.h"

#include "render/report/plot/label.h"

enum { LEAST_NAME = 8 };

enum { LEAST_COLUMNS = 40, LEAST_LINES = 10 };

const struct canvas canvas_graphic = {
	.width = 760,
	.character = 7,
	.title = 30,
	.head = 26,
	.axis = 50,
	.legend = 40,
	.gap = 18,
	.row = 28,
	.line = 12,
	.curve = 130,
	.tick = 44,
	.rung = 26,
	.columns = 2,
};

static double panel_height(const struct canvas *canvas, const struct panel_grid *grid)
{
	return canvas->head + grid->body + canvas->axis;
}

struct place canvas_place(
	const struct canvas *canvas, const struct panel_grid *grid, size_t panel, double height)
{
	double left = grid->left + (double)(panel % grid->columns) * grid->pitch;
	double top = canvas->title + canvas->head +
		     (double)(panel / grid->columns) * panel_height(canvas, grid);

	return (struct place){
		.left = left / canvas->width,
		.right = (left + grid->plot) / canvas->width,
		.top = 1 - top / height,
		.bottom = 1 - (top + grid->body) / height,
	};
}

double canvas_height(const struct canvas *canvas, const struct panel_grid *grid, size_t panels)
{
	size_t down = canvas->is_text ? 1 : (panels + grid->columns - 1) / grid->columns;

	return canvas->title + (double)down * panel_height(canvas, grid) + canvas->legend;
}

/* How much wider than others a character is: fonts have capitals, m and w wide. */
static double extra_width(char c)
{
	return (c >= 'A' && c <= 'Z') || c == 'm' || c == 'w' || c == '@' ? 0.3 : 0;
}

double canvas_extent(const struct canvas *canvas, const char *label)
{
	double width = (double)label_width(label);

	if (canvas->is_text)
		return width;
	for (; *label; label++)
		width += extra_width(*label);
	return width * canvas->character;
}

size_t canvas_columns(const struct canvas *canvas, double width)
{
	double columns = width / canvas->character;

	return columns < LEAST_NAME ? LEAST_NAME : (size_t)columns;
}

struct canvas canvas_text(size_t columns, size_t lines)
{
	double height = (double)(lines < LEAST_LINES ? LEAST_LINES : lines);

	return (struct canvas){
		.is_text = true,
		.width = (double)(columns < LEAST_COLUMNS ? LEAST_COLUMNS : columns),
		.character = 1,
		.head = 1,
		.axis = 2,
		.row = 1,
		.curve = height > 24 ? 18 : height - 6,
		.tick = 9,
		.rung = 4,
		.columns = 1,
	};
}
