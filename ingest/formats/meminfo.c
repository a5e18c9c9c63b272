/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * meminfo - memory and swap as the kernel counts them in /proc/meminfo
 *
 *	MemTotal:       24684096 kB
 *	MemFree:        24385368 kB
 *	MemAvailable:   24356304 kB
 *	Buffers:            1988 kB
 *	HugePages_Total:       0
 *
 * A kB is 1024 bytes here. What free(1) is made of is read, under free's names
 * where it means the same; the kernel's other fifty figures are passed over.
 */
#include "core/units.h"
#include "ingest/log/format.h"

static const struct {
	const char *field;
	struct metric metric;
} fields[] = {
	{ "MemTotal", { "total", "B", BETTER_NEITHER } },
	{ "MemFree", { "free", "B", BETTER_NEITHER } },
	{ "MemAvailable", { "available", "B", BETTER_HIGHER } },
	{ "Buffers", { "buffers", "B", BETTER_NEITHER } },
	{ "Cached", { "cached", "B", BETTER_NEITHER } }, /* free adds SReclaimable to it */
	{ "SReclaimable", { "reclaimable", "B", BETTER_NEITHER } },
	{ "Shmem", { "shared", "B", BETTER_NEITHER } },
	{ "SwapTotal", { "swap.total", "B", BETTER_NEITHER } },
	{ "SwapFree", { "swap.free", "B", BETTER_NEITHER } },
	{ "CommitLimit", { "commit.limit", "B", BETTER_NEITHER } },
	{ "Committed_AS", { "commit.used", "B", BETTER_LOWER } },
};

struct meminfo_state {
	size_t last_line; /* of the fields of one look at /proc/meminfo */
};

struct field {
	struct slice name;
	struct reading value;
	bool is_size; /* in kB; otherwise a count */
};

static bool scan_field(struct slice at, struct field *field)
{
	scan_blanks(&at);
	if (!scan_until(&at, ":", &field->name) || !scan_char(&at, ':') || !scan_blanks(&at) ||
		!scan_number(&at, &field->value))
		return false;
	field->is_size = scan_text(&at, " kB");
	return scan_end(&at);
}

static void add_sample(const struct field *field, size_t line, struct sink *sink)
{
	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
		if (slice_equals(field->name, fields[i].field))
			sink_add(sink, &(struct measurement){
					       .metric = &fields[i].metric,
					       .reading = reading_scaled(field->value, KIB),
					       .line = line,
				       });
}

static bool meminfo_line(void *format_state, const struct line *line, struct sink *sink)
{
	struct meminfo_state *state = format_state;
	struct field field;

	if (!scan_field(line->text, &field))
		return false;
	if (slice_equals(field.name, "MemTotal") && field.is_size)
		sink_begin_result(sink);
	else if (state->last_line == 0 || line->number > state->last_line + 2)
		return false;
	if (field.is_size)
		add_sample(&field, line->number, sink);
	state->last_line = line->number;
	return true;
}

static const char *const signs[] = {
	"MemTotal",
	NULL,
};

const struct format meminfo_format = {
	.name = "meminfo",
	.summary = "memory and swap, as /proc/meminfo says",
	.state_size = sizeof(struct meminfo_state),
	.signs = signs,
	.line = meminfo_line,
};
