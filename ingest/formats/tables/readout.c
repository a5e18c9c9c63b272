/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tables/readout - the records of a row of a published table */
#include "ingest/formats/tables/readout.h"

#include <math.h>

#include "core/text.h"
#include "ingest/formats/tables/cell.h"

/* What the page says of a value, as evidence in a record. */
static const char *mark(bool is_marked, const char *words)
{
	return is_marked ? words : NULL;
}

static void give_value(const struct readout *readout, struct sink *sink, const char *system,
	const struct column *column, const struct cell_value *value, size_t line)
{
	const struct unit *unit = column->unit;
	struct text further = TEXT_INIT;
	struct json *spread = NULL;

	if (!isnan(value->spread)) {
		json_open(&further, NULL, '{');
		json_add_number(&further, "sd", value->spread * (unit ? unit->factor : 1));
		json_close(&further, '}');
		spread = json_parse(text_slice(&further), NULL);
	}
	sink_give_sample(sink,
		&(struct sample){
			.system = system,
			.test = column->test ? column->test : readout->title,
			.run = (double)value->run,
			.part = NAN,
			.metric = column->metrics[value->place],
			.time = NAN,
			.value = value->reading.value,
			.unit = unit ? unit->name : NULL,
			.better = column->better,
			.resolution = value->reading.resolution,
			.bound = value->bound,
			.cached = mark(value->is_cached, "marked (C)"),
			.set_aside = mark(value->is_set_aside, "in brackets"),
			.exceptional = mark(value->is_exceptional, "marked (E)"),
		},
		spread, line);
	json_free(spread);
	text_release(&further);
}

static void give_problem(struct sink *sink, const char *system, const char *test,
	enum problem_status status, const char *message, size_t line)
{
	sink_give_problem(sink,
		&(struct problem){
			.system = system,
			.test = test,
			.run = status == PROBLEM_NOT_RUN ? 1 : NAN, /* a row is a run */
			.part = NAN,
			.status = status,
			.message = message,
		},
		NULL, line);
}

/* What a row says of the test of column i: its cells, and those of other columns of it. */
struct test_cells {
	bool has_values;
	bool has_status;
	const char *blank; /* a metric whose cell is empty; NULL: none */
};

static void give_status(struct sink *sink, const char *system, const char *test,
	const struct cell *cell, const char *text, size_t line)
{
	if (cell->kind == CELL_VERDICT)
		sink_give_claim(sink,
			&(struct claim){ .system = system, .test = test, .verdict = text }, line);
	else
		give_problem(sink, system, test, cell->status, text, line);
}

static void give_unreadable(struct sink *sink, const struct row *row, const char *text)
{
	sink_add_problem(sink, PROBLEM_UNREADABLE, row->line,
		"tables: %s: no value, and no status: %s", row->cells[0], text);
}

static const char *cell_text(const struct row *row, size_t column)
{
	return column + 1 < row->count ? row->cells[column + 1] : "";
}

static void read_value_cell(const struct readout *readout, struct sink *sink, const struct row *row,
	const char *system, size_t i, struct test_cells *cells)
{
	const struct column *column = &readout->columns->items[i];
	const char *text = cell_text(row, i);
	struct cell cell;

	cell_read(&cell, text, column->metrics[1] != NULL);
	switch (cell.kind) {
	case CELL_BLANK:
		cells->blank = column->metrics[0];
		break;
	case CELL_VALUES:
		cells->has_values = true;
		for (size_t v = 0; v < cell.count; v++)
			give_value(readout, sink, system, column, &cell.values[v], row->line);
		break;
	case CELL_VERDICT:
	case CELL_STATUS:
		cells->has_status = true;
		give_status(sink, system, column->test, &cell, text, row->line);
		break;
	case CELL_UNREADABLE:
		cells->has_status = true;
		give_unreadable(sink, row, text);
		break;
	}
}

/* The status columns of a row, as they are about a test. */
static bool read_statuses(const struct readout *readout, struct sink *sink, const struct row *row,
	const char *system, const char *test)
{
	bool says_why = false;

	for (size_t i = 0; i < readout->columns->count; i++) {
		const char *text = cell_text(row, i);
		struct cell cell;

		if (!readout->columns->items[i].is_status)
			continue;
		cell_read(&cell, text, false);
		if (cell.kind == CELL_VERDICT || cell.kind == CELL_STATUS)
			give_status(sink, system, test, &cell, text, row->line);
		else if (cell.kind != CELL_BLANK)
			give_unreadable(sink, row, text);
		says_why |= cell.kind == CELL_STATUS;
	}
	return says_why;
}

/* An empty cell is said to be one: it is not a zero, and not forgotten. */
static void report_blank(struct sink *sink, const struct row *row, const char *system,
	const char *test, const struct test_cells *cells)
{
	struct text message = TEXT_INIT;

	if (!cells->blank || cells->has_status)
		return;
	if (cells->has_values)
		text_add_format(&message, "%s: ", cells->blank);
	text_add(&message, "an empty cell");
	give_problem(sink, system, test, PROBLEM_NOT_RUN, message.data, row->line);
	text_release(&message);
}

static void read_test(const struct readout *readout, struct sink *sink, const struct row *row,
	const char *system, size_t first)
{
	const char *test = readout->columns->items[first].test;
	struct test_cells cells = { 0 };

	cells.has_status = read_statuses(readout, sink, row, system, test);
	for (size_t i = first; i < readout->columns->count; i++)
		if (!readout->columns->items[i].is_status &&
			same_label(readout->columns->items[i].test, test))
			read_value_cell(readout, sink, row, system, i, &cells);
	report_blank(sink, row, system, test, &cells);
}

/* Whether no column before has the same test. */
static bool begins_test(const struct columns *columns, size_t i)
{
	if (columns->items[i].is_status)
		return false;
	for (size_t j = 0; j < i; j++)
		if (!columns->items[j].is_status &&
			same_label(columns->items[j].test, columns->items[i].test))
			return false;
	return true;
}

void readout_row(const struct readout *readout, const struct row *row, struct sink *sink)
{
	const char *system = experiment_system_name(sink_experiment(sink), row->cells[0]);

	if (!*system) {
		sink_add_problem(
			sink, PROBLEM_UNREADABLE, row->line, "tables: a row that names no system");
		return;
	}
	if (row->count > readout->columns->count + 1)
		sink_add_problem(sink, PROBLEM_UNREADABLE, row->line,
			"tables: %s: more cells than the table has columns", system);
	claims_add_system(readout->claims, system);
	for (size_t i = 0; i < readout->columns->count; i++)
		if (begins_test(readout->columns, i))
			read_test(readout, sink, row, system, i);
}
