/* SPDX-License-Identifier: GPL-3.0-or-later */
/* time/result - what time says of one command, gathered line by line */
#ifndef INGEST_FORMATS_TIME_RESULT_H
#define INGEST_FORMATS_TIME_RESULT_H

#include <stdbool.h>
#include <stddef.h>

#include "core/number.h"
#include "core/scan.h"
#include "ingest/log/sink.h"

/*
 * The metrics, in the order in which they are handed out. Beyond the first
 * five they have the words of the program: GNU's, then those of BSD.
 */
#define TIME_FIGURES(FIGURE)                                                       \
	FIGURE(REAL, "real", "s", BETTER_LOWER)                                    \
	FIGURE(USER, "user", "s", BETTER_LOWER)                                    \
	FIGURE(SYS, "sys", "s", BETTER_LOWER)                                      \
	FIGURE(CPU, "cpu", "ratio", BETTER_NEITHER)                                \
	FIGURE(MAX_RSS, "max_rss", "B", BETTER_LOWER)                              \
	FIGURE(MAJOR_FAULTS, "major_page_faults", "1", BETTER_NEITHER)             \
	FIGURE(MINOR_FAULTS, "minor_page_faults", "1", BETTER_NEITHER)             \
	FIGURE(SWAPS, "swaps", "1", BETTER_NEITHER)                                \
	FIGURE(VOLUNTARY, "voluntary_context_switches", "1", BETTER_NEITHER)       \
	FIGURE(INVOLUNTARY, "involuntary_context_switches", "1", BETTER_NEITHER)   \
	FIGURE(INPUTS, "file_system_inputs", "1", BETTER_NEITHER)                  \
	FIGURE(OUTPUTS, "file_system_outputs", "1", BETTER_NEITHER)                \
	FIGURE(SOCKET_SENT, "socket_messages_sent", "1", BETTER_NEITHER)           \
	FIGURE(SOCKET_RECEIVED, "socket_messages_received", "1", BETTER_NEITHER)   \
	FIGURE(SIGNALS, "signals_delivered", "1", BETTER_NEITHER)                  \
	FIGURE(SHARED_TEXT, "average_shared_text_size", "B", BETTER_NEITHER)       \
	FIGURE(UNSHARED_DATA, "average_unshared_data_size", "B", BETTER_NEITHER)   \
	FIGURE(STACK, "average_stack_size", "B", BETTER_NEITHER)                   \
	FIGURE(TOTAL_SIZE, "average_total_size", "B", BETTER_NEITHER)              \
	FIGURE(RESIDENT, "average_resident_set_size", "B", BETTER_NEITHER)         \
	FIGURE(SHARED_MEMORY, "average_shared_memory_size", "B", BETTER_NEITHER)   \
	FIGURE(UNSHARED_STACK, "average_unshared_stack_size", "B", BETTER_NEITHER) \
	FIGURE(PAGE_RECLAIMS, "page_reclaims", "1", BETTER_NEITHER)                \
	FIGURE(PAGE_FAULTS, "page_faults", "1", BETTER_NEITHER)                    \
	FIGURE(BLOCK_INPUTS, "block_input_operations", "1", BETTER_NEITHER)        \
	FIGURE(BLOCK_OUTPUTS, "block_output_operations", "1", BETTER_NEITHER)      \
	FIGURE(MESSAGES_SENT, "messages_sent", "1", BETTER_NEITHER)                \
	FIGURE(MESSAGES_RECEIVED, "messages_received", "1", BETTER_NEITHER)        \
	FIGURE(SIGNALS_RECEIVED, "signals_received", "1", BETTER_NEITHER)          \
	FIGURE(INSTRUCTIONS, "instructions_retired", "1", BETTER_NEITHER)          \
	FIGURE(CYCLES, "cycles_elapsed", "1", BETTER_NEITHER)                      \
	FIGURE(PEAK_FOOTPRINT, "peak_memory_footprint", "B", BETTER_NEITHER)

enum time_figure {
#define FIGURE(name, metric, unit, better) TIME_##name,
	TIME_FIGURES(FIGURE)
#undef FIGURE
		TIME_FIGURE_COUNT,
	TIME_NO_FIGURE = TIME_FIGURE_COUNT
};

/* A line of the log, kept for a message. */
struct time_quote {
	size_t line; /* 0: none */
	char text[160];
};

/* All zero before the first line. */
struct time_result {
	struct reading figures[TIME_FIGURE_COUNT];
	size_t lines[TIME_FIGURE_COUNT]; /* where each is; 0: not printed */
	bool complete;                   /* real, user, sys and what must follow have come */
	struct time_quote opening;       /* a first line that is certainly one */
	struct time_quote failure;       /* how time says that the command failed */
	enum problem_status failure_status;
};

/* Reads a figure: a duration, a percentage or a count; as a scan_ function. */
bool time_figure_scan(enum time_figure figure, struct slice *at, struct reading *reading);

/* Of the number read, one is worth factor of the metric's unit. */
void time_result_set(struct time_result *result, enum time_figure figure, struct reading reading,
	double factor, size_t line);

void time_result_open(struct time_result *result, struct slice text, size_t line);
void time_result_fail(
	struct time_result *result, enum problem_status status, struct slice text, size_t line);

/* Reports a failure that no result came with; it is forgotten then. */
void time_result_flush_failure(struct time_result *result, struct sink *sink);

/* Hands out the result, or says why it is none; it is all zero then. */
void time_result_finish(struct time_result *result, struct sink *sink);

#endif
