/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_units - prefixes and units of logs, and the unit that suits a value */
#include "core/units.h"
#include "tests/unit/unit.h"

static void test_prefixes_have_the_base_of_the_tool(void **state)
{
	static const struct {
		const char *text;
		double decimal;
		double binary;
		const char *rest;
	} rows[] = {
		{ "", 1, 1, "" },
		{ "B", 1, 1, "B" },
		{ "b", 1, 1, "b" },
		{ "m", 1, 1, "m" }, /* milli is no prefix of bytes */
		{ "kB", 1e3, 1024, "B" },
		{ "KB", 1e3, 1024, "B" },
		{ "MB/s", 1e6, 1048576, "B/s" },
		{ "G", 1e9, 1073741824, "" },
		{ "T", 1e12, 1099511627776, "" },
		{ "P", 1e15, 1125899906842624, "" },
		{ "E", 1e18, 1152921504606846976, "" },
		{ "KiB", 1024, 1024, "B" },
		{ "MiB/s", 1048576, 1048576, "B/s" },
		{ "Gi", 1073741824, 1073741824, "" },
		{ "i", 1, 1, "i" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct slice decimal = slice_of(rows[i].text);
		struct slice binary = decimal;
		double factor = 0;

		assert_row(scan_prefix(&decimal, DECIMAL_PREFIX, &factor), rows[i].text);
		assert_close(factor, rows[i].decimal, 0, rows[i].text);
		assert_row(slice_equals(decimal, rows[i].rest), rows[i].text);
		assert_row(scan_prefix(&binary, BINARY_PREFIX, &factor), rows[i].text);
		assert_close(factor, rows[i].binary, 0, rows[i].text);
		assert_row(slice_equals(binary, rows[i].rest), rows[i].text);
	}
}

static void test_prefix_is_looked_for_within_the_slice(void **state)
{
	static const char text[] = "Mi";
	struct slice none = { text, text };
	struct slice mega = { text, text + 1 };
	struct slice nul = { "\0", text };
	double factor;

	(void)state;
	nul.end = nul.start + 1;
	assert_true(scan_prefix(&none, DECIMAL_PREFIX, &factor));
	assert_close(factor, 1, 0, "an empty slice");
	assert_true(scan_prefix(&mega, DECIMAL_PREFIX, &factor));
	assert_close(factor, 1e6, 0, "M of Mi");
	assert_true(scan_prefix(&nul, DECIMAL_PREFIX, &factor));
	assert_close(factor, 1, 0, "a NUL");
	assert_int_equal(slice_length(nul), 1);
}

static void test_time_units_become_seconds(void **state)
{
	static const struct {
		const char *text;
		double factor; /* 0: no unit */
		const char *rest;
	} rows[] = {
		{ "nsec", 1e-9, "" },
		{ "usec", 1e-6, "" },
		{ "msec", 1e-3, "" },
		{ "sec", 1, "" },
		{ "ns", 1e-9, "" },
		{ "us", 1e-6, "" },
		{ "ms", 1e-3, "" },
		{ "s", 1, "" },
		{ "m", 60, "" },
		{ "min", 60, "" },
		{ "h", 3600, "" },
		{ "s)", 1, ")" },
		{ "m13s", 60, "13s" },
		{ "d", 0, "d" },
		{ "", 0, "" },
		{ " s", 0, " s" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct slice at = slice_of(rows[i].text);
		double factor = 0;

		assert_row(scan_time_unit(&at, &factor) == (rows[i].factor > 0), rows[i].text);
		assert_close(factor, rows[i].factor, 0, rows[i].text);
		assert_row(slice_equals(at, rows[i].rest), rows[i].text);
	}
}

/* The factors of the SI and of IEC 80000-13; a byte is eight bits. */
static void test_units_are_found_by_name(void **state)
{
	static const struct {
		const char *name;
		const char *base;
		double factor;
	} rows[] = {
		{ "ms", "s", 1e-3 },
		{ "µs", "s", 1e-6 },
		{ "min", "s", 60 },
		{ "MiB", "B", 1048576 },
		{ "MB", "B", 1e6 },
		{ "B", "B", 1 },
		{ "MB/s", "B/s", 1e6 },
		{ "Mbit/s", "B/s", 125000 },
		{ "Gbit/s", "B/s", 125e6 },
		{ "%", "ratio", 0.01 },
		{ "1/s", "1/s", 1 },
		{ "1", "1", 1 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct unit *unit = unit_find(rows[i].name);

		assert_row(unit != NULL, rows[i].name);
		assert_text(unit->name, rows[i].name, rows[i].name);
		assert_text(unit->base, rows[i].base, rows[i].name);
		assert_close(unit->factor, rows[i].factor, 0, rows[i].name);
	}
	assert_null(unit_find("furlong"));
	assert_null(unit_find(""));
	assert_null(unit_find("mb/s"));
}

static void test_unit_is_the_largest_that_the_value_reaches(void **state)
{
	static const struct {
		const char *base;
		double value;
		const char *name; /* NULL: the base is not known */
	} rows[] = {
		{ "s", 2.5e-9, "ns" },
		{ "s", 0.41, "ms" },
		{ "s", 0.001, "ms" },
		{ "s", 1, "s" },
		{ "s", 86400, "s" },
		{ "s", -0.41, "ms" },
		{ "B", 1023, "B" },
		{ "B", 1024, "KiB" },
		{ "B", 5e9, "GiB" },
		{ "B", 1e30, "TiB" },
		{ "B/s", 999, "B/s" },
		{ "B/s", 1.5e8, "MB/s" },
		{ "B/s", 5e9, "GB/s" },
		{ "ratio", 0.5, "%" },
		{ "1", 3, "1" },
		{ "furlong", 3, NULL },
		{ "", 3, NULL },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct unit *unit = unit_for(rows[i].base, rows[i].value);

		assert_text(unit ? unit->name : NULL, rows[i].name, rows[i].base);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_prefixes_have_the_base_of_the_tool),
		cmocka_unit_test(test_prefix_is_looked_for_within_the_slice),
		cmocka_unit_test(test_time_units_become_seconds),
		cmocka_unit_test(test_units_are_found_by_name),
		cmocka_unit_test(test_unit_is_the_largest_that_the_value_reaches),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
