/* SPDX-License-Identifier: GPL-3.0-or-later */
/* free/unit - what the numbers of free(1) are in */
#include "ingest/formats/free/unit.h"

#include <string.h>

#include "ingest/log/command.h"

#define PIB (1024.0 * TIB)

/* As procps has them since 3.3.13; --si makes -m and its like decimal. */
static const struct {
	char letter;
	const char *name;
	double factor;
	double factor_with_si;
} options[] = {
	{ 'b', "bytes", 1, 1 },
	{ 'k', "kibi", KIB, 1e3 },
	{ 'm', "mebi", MIB, 1e6 },
	{ 'g', "gibi", GIB, 1e9 },
	{ '\0', "tebi", TIB, 1e12 },
	{ '\0', "pebi", PIB, 1e15 },
	{ '\0', "kilo", 1e3, 1e3 },
	{ '\0', "mega", 1e6, 1e6 },
	{ '\0', "giga", 1e9, 1e9 },
	{ '\0', "tera", 1e12, 1e12 },
	{ '\0', "peta", 1e15, 1e15 },
};

static bool has_option(const char *command, const char *name)
{
	return command_has_flag(command, "free", '\0', name);
}

static double factor_of(const char *command)
{
	bool si = has_option(command, "si");

	for (size_t i = 0; i < sizeof options / sizeof *options; i++)
		if (command_has_flag(command, "free", options[i].letter, options[i].name))
			return si ? options[i].factor_with_si : options[i].factor;
	return si ? 1e3 : 0;
}

/* --mega and its like imply --si, also for -h. */
static bool is_decimal(const char *command)
{
	static const char *const names[] = { "si", "kilo", "mega", "giga", "tera", "peta" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (has_option(command, names[i]))
			return true;
	return false;
}

struct free_unit free_unit_find(const struct sink *sink)
{
	const struct unit *said = sink_unit(sink) ? unit_find(sink_unit(sink)) : NULL;
	const char *command = sink_command(sink, "free");
	struct free_unit unit = { .prefix = BINARY_PREFIX };

	if (is_decimal(command))
		unit.prefix = DECIMAL_PREFIX;
	unit.is_certain = said && strcmp(said->base, "B") == 0;
	unit.factor = unit.is_certain ? said->factor : factor_of(command);
	return unit;
}
