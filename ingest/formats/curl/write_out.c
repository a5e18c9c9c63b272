/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * curl/write_out - what curl -w writes, where its own names say what it is
 *
 *	size_download: 8388608
 *	speed_download=1284232700 time_total=0.006532
 *	{"exitcode":0,"http_code":200,"size_download":8388608,"speed_download":1284232700}
 *
 * Speeds are in bytes a second, times in seconds.
 */
#include "ingest/formats/curl/write_out.h"

#include <string.h>

#include "core/json.h"

/* What is no quantity of ours is taken, not read. */
static const struct {
	const char *name;
	bool is_quantity;
	enum curl_quantity quantity;
	double json_resolution;
} variables[] = {
	{ "size_download", true, CURL_RECEIVED, 1 },
	{ "size_upload", true, CURL_SENT, 1 },
	{ "speed_download", true, CURL_DOWNLOAD_RATE, 1 },
	{ "speed_upload", true, CURL_UPLOAD_RATE, 1 },
	{ "time_total", true, CURL_SECONDS, 1e-6 },
	{ "http_code", true, CURL_HTTP_CODE, 1 },
	{ "response_code", true, CURL_HTTP_CODE, 1 },
	{ "exitcode", true, CURL_EXIT_CODE, 1 },
	{ .name = "http_connect" },
	{ .name = "http_version" },
	{ .name = "num_connects" },
	{ .name = "num_redirects" },
	{ .name = "size_header" },
	{ .name = "size_request" },
	{ .name = "time_appconnect" },
	{ .name = "time_connect" },
	{ .name = "time_namelookup" },
	{ .name = "time_pretransfer" },
	{ .name = "time_redirect" },
	{ .name = "time_starttransfer" },
};

enum { VARIABLES = sizeof variables / sizeof *variables };

static bool scan_name(struct slice *at, size_t *index)
{
	struct slice name = *at;
	struct slice letters;

	while (scan_letters(at, &letters) || scan_char(at, '_'))
		;
	name.end = at->start;
	for (*index = 0; *index < VARIABLES; ++*index)
		if (slice_equals(name, variables[*index].name))
			return true;
	return false;
}

bool curl_write_out_variable(struct slice *at, struct curl_variable *variable)
{
	struct slice rest = *at;
	size_t index;

	if (!scan_name(&rest, &index) || !scan_blanks(&rest) ||
		!(scan_char(&rest, ':') || scan_char(&rest, '=')) || !scan_blanks(&rest) ||
		!scan_number_of_any_locale(&rest, &variable->value))
		return false;
	variable->bit = UINT32_C(1) << index;
	variable->is_quantity = variables[index].is_quantity;
	variable->quantity = variables[index].quantity;
	*at = rest;
	return true;
}

static void read_quantities(const struct json *object, size_t line, struct curl_transfer *transfer)
{
	for (size_t i = 0; i < VARIABLES; i++) {
		struct reading reading = { 0, variables[i].json_resolution };

		if (variables[i].is_quantity &&
			json_member_number(object, variables[i].name, &reading.value))
			curl_transfer_set(transfer, variables[i].quantity, reading, line);
	}
}

/* What went wrong, or else what was transferred. */
static void read_quote(const struct json *object, size_t line, struct curl_transfer *transfer)
{
	const char *quote = json_member_text(object, "errormsg");

	if (!quote)
		quote = json_member_text(object, "url_effective");
	curl_transfer_quote(transfer, slice_of(quote ? quote : ""), line);
}

static bool is_write_out(const struct json *object)
{
	double number;

	return json_is_object(object) && json_member_number(object, "speed_download", &number) &&
	       json_member_number(object, "size_download", &number);
}

bool curl_write_out_json(struct slice text, size_t line, struct curl_transfer *transfer)
{
	struct json *object;
	bool is_ours;

	if (!slice_starts_with(text, "{") || !slice_contains(text, "\"speed_download\""))
		return false;
	object = json_parse(text, NULL);
	is_ours = is_write_out(object);
	if (is_ours) {
		*transfer = (struct curl_transfer){ .complete = true, .settled = true };
		read_quantities(object, line, transfer);
		read_quote(object, line, transfer);
	}
	json_free(object);
	return is_ours;
}
