/* SPDX-License-Identifier: GPL-3.0-or-later */
/* program - the frame of every verb: its options, its help, its inputs, its end */
#include "core/program.h"

#include <errno.h>
#include <getopt.h>
#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/manual.h"
#include "core/memory.h"
#include "core/message.h"
#include "core/output.h"

const char *program_output;

static const struct option_spec common_options[] = {
	{ OPTION_FLAG, 'h', "help", NULL, NULL, "print this help and exit" },
	{ OPTION_FLAG, '\0', "version", NULL, NULL, "print the version and exit" },
	{ OPTION_FLAG, '\0', "man", NULL, NULL, NULL },
	{ .kind = OPTION_END },
};

static size_t option_count(const struct option_spec *options)
{
	size_t count = 0;

	while (options && options[count].kind != OPTION_END)
		count++;
	return count;
}

static void print_option(const struct option_spec *option)
{
	struct text left = TEXT_INIT;

	if (!option->help)
		return;
	text_add(&left, "  ");
	if (option->letter)
		text_add_format(&left, "-%c, ", option->letter);
	else
		text_add(&left, "    ");
	text_add_format(&left, "--%s", option->name);
	if (option->argument)
		text_add_format(&left, " %s", option->argument);
	if (left.length > 28)
		printf("%s\n%30s%s\n", left.data, "", option->help);
	else
		printf("%-28s  %s\n", left.data, option->help);
	text_release(&left);
}

void program_print_help(const struct program *program)
{
	printf("usage: benchpipe %s [OPTION]...%s%s\n\n%s.\n", program->verb,
		*program->arguments ? " " : "", program->arguments, program->summary);
	if (program->description)
		printf("\n%s\n", program->description);
	printf("\noptions:\n");
	for (size_t i = 0; i < option_count(program->options); i++)
		print_option(&program->options[i]);
	for (size_t i = 0; i < option_count(common_options); i++)
		print_option(&common_options[i]);
	printf("\nexit status: 0 fine, 1 something was wrong with the data, 2 usage\n");
}

static void print_manual(const struct program *program)
{
	struct text out = TEXT_INIT;

	manual_of_program(&out, program, common_options);
	program_write_text(&out);
	text_release(&out);
}

/* NaN for what is no finite number. */
static double parse_number(const char *argument)
{
	char *end;
	double value = strtod(argument, &end);

	return end == argument || *end != '\0' || !isfinite(value) ? NAN : value;
}

static double parse_factor(const struct option_spec *option, const char *argument)
{
	double value = parse_number(argument);

	if (!(value > 0))
		die_usage("--%s takes a positive number, not '%s'", option->name, argument);
	return value;
}

static double parse_amount(const struct option_spec *option, const char *argument)
{
	double value = parse_number(argument);

	if (!(value >= 0))
		die_usage("--%s takes a number from 0, not '%s'", option->name, argument);
	return fabs(value);
}

static size_t parse_count(const struct option_spec *option, const char *argument)
{
	struct slice rest = slice_of(argument);
	uint64_t value;

	if (!scan_integer(&rest, &value) || !slice_is_empty(rest) || value == 0)
		die_usage("--%s takes a whole number from 1, not '%s'", option->name, argument);
	return (size_t)value;
}

static double parse_chance(const struct option_spec *option, const char *argument)
{
	double value = parse_factor(option, argument);

	if (value >= 0.5)
		die_usage("--%s takes a number below 0.5, such as 0.05, not '%s'", option->name,
			argument);
	return value;
}

static void apply(const struct option_spec *option, char *argument)
{
	switch (option->kind) {
	case OPTION_FLAG:
		*(bool *)option->target = true;
		break;
	case OPTION_TEXT:
		*(const char **)option->target = argument;
		break;
	case OPTION_LIST:
		strings_add(option->target, argument);
		break;
	case OPTION_FACTOR:
		*(double *)option->target = parse_factor(option, argument);
		break;
	case OPTION_AMOUNT:
		*(double *)option->target = parse_amount(option, argument);
		break;
	case OPTION_COUNT:
		*(size_t *)option->target = parse_count(option, argument);
		break;
	case OPTION_CHANCE:
		*(double *)option->target = parse_chance(option, argument);
		break;
	case OPTION_END:
		break;
	}
}

static void answer_common(const struct program *program, const struct option_spec *option)
{
	if (strcmp(option->name, "help") == 0)
		program_print_help(program);
	else if (strcmp(option->name, "man") == 0)
		print_manual(program);
	else
		printf("benchpipe %s\n", BENCHPIPE_VERSION);
	exit(program_end());
}

/* getopt's two tables, made from ours: the long form's value is the option's place in ours. */
struct getopt_tables {
	struct option *long_form;
	struct text short_form;
};

enum { LONG_FORM = 256 }; /* above every letter */

static void add_getopt(struct getopt_tables *tables, const struct option_spec *option, size_t place)
{
	tables->long_form[place] = (struct option){
		.name = option->name,
		.has_arg = option->argument ? required_argument : no_argument,
		.val = (int)(LONG_FORM + place),
	};
	if (option->letter)
		text_add_format(
			&tables->short_form, "%c%s", option->letter, option->argument ? ":" : "");
}

static const struct option_spec *find_option(
	const struct program *program, size_t own_count, int value)
{
	size_t common_count = option_count(common_options);

	for (size_t i = 0; i < own_count + common_count; i++) {
		const struct option_spec *option = i < own_count ? &program->options[i]
								 : &common_options[i - own_count];

		if (value == (int)(LONG_FORM + i) || (option->letter && value == option->letter))
			return option;
	}
	return NULL;
}

static void parse_options(const struct program *program, int argc, char **argv)
{
	size_t own_count = option_count(program->options);
	size_t common_count = option_count(common_options);
	struct getopt_tables tables = { .short_form = TEXT_INIT };
	int value;

	tables.long_form = memory_allocate(own_count + common_count + 1, sizeof(struct option));
	for (size_t i = 0; i < own_count; i++)
		add_getopt(&tables, &program->options[i], i);
	for (size_t i = 0; i < common_count; i++)
		add_getopt(&tables, &common_options[i], own_count + i);

	while ((value = getopt_long(argc, argv, tables.short_form.data, tables.long_form, NULL)) !=
		-1) {
		const struct option_spec *option = find_option(program, own_count, value);

		if (!option) {
			fprintf(stderr, "Try '%s --help'.\n", message_program());
			exit(EXIT_USAGE);
		}
		if (option->target)
			apply(option, optarg);
		else
			answer_common(program, option);
	}
	free(tables.long_form);
	text_release(&tables.short_form);
}

char **program_begin(const struct program *program, int argc, char **argv)
{
	static char name[64];

	snprintf(name, sizeof name, "benchpipe %s", program->verb);
	message_set_program(name);
	if (argc > 0)
		argv[0] = name;   /* what getopt's messages begin with */
	signal(SIGPIPE, SIG_DFL); /* ours even if the caller ignored it: a closed pipe ends us */
	parse_options(program, argc, argv);
	if (program_output)
		output_redirect(program_output);
	output_widen();
	return argv + optind;
}

void program_write(const char *bytes, size_t length)
{
	if (length && fwrite(bytes, 1, length, stdout) != length)
		output_fail(strerror(errno));
}

void program_write_text(struct text *text)
{
	program_write(text->data, text->length);
	text_clear(text);
}

void program_pass_on(const struct record *record)
{
	program_write(record->line.start, slice_length(record->line));
	program_write("\n", 1);
}

int program_end(void)
{
	output_close();
	return (int)message_finish();
}
