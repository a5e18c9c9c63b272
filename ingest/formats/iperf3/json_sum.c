/* SPDX-License-Identifier: GPL-3.0-or-later */
/* iperf3/json_sum - what the streams of an iperf3 test come to, in its JSON */
#include "ingest/formats/iperf3/json_sum.h"

#include <math.h>
#include <stddef.h>

enum whose {
	OF_ANY,
	OF_SENDER,
	OF_RECEIVER, /* the sender's sum has a 0 there */
};

struct field {
	const char *name;
	struct metric metric;
	double factor;     /* to the metric's unit */
	double resolution; /* of what is counted or clocked, since JSON does not tell the digits */
	enum whose whose;
	bool of_bytes; /* 0 where the bytes are not known */
};

static const struct field fields[] = {
	{ "bits_per_second", { "throughput", "B/s", BETTER_HIGHER }, 0.125, 1, OF_ANY, true },
	{ "bytes", { "bytes", "B", BETTER_NEITHER }, 1, 1, OF_ANY, true },
	{ "seconds", { "seconds", "s", BETTER_NEITHER }, 1, 1e-6, OF_ANY, false },
	{ "jitter_ms", { "jitter", "s", BETTER_LOWER }, 1e-3, 1e-6, OF_RECEIVER, false },
	{ "lost_percent", { "loss", "ratio", BETTER_LOWER }, 1e-2, NAN, OF_RECEIVER, false },
	{ "packets", { "datagrams", "1", BETTER_NEITHER }, 1, 1, OF_ANY, false },
	{ "retransmits", { "retransmits", "1", BETTER_LOWER }, 1, 1, OF_SENDER, false },
};

enum { FIELDS = sizeof fields / sizeof *fields };

/* The names of a direction's sums; the other one is that of --bidir. */
struct way {
	const char *sum;
	const char *received;
	const char *sent;
};

static const struct way ways[] = {
	{ "sum", "sum_received", "sum_sent" },
	{ "sum_bidir_reverse", "sum_received_bidir_reverse", "sum_sent_bidir_reverse" },
};

enum { WAYS = sizeof ways / sizeof *ways };
_Static_assert((int)WAYS == (int)IPERF3_JSON_WAYS, "a series has a place for each way");

/* NULL unless the test goes both ways; then the first is what the client sends. */
static const char *prefix_of(const struct json *sums, size_t way, bool is_server)
{
	if (!json_member(sums, ways[1].sum) && !json_member(sums, ways[1].received))
		return NULL;
	return (way == 0) != is_server ? "tx." : "rx.";
}

static double number_of(const struct json *sum, const char *name)
{
	double number;

	return json_member_number(sum, name, &number) ? number : NAN;
}

/* Whether the sum has its numbers, which are null where iperf3 divided by 0. */
static bool is_readable(const struct json *sum)
{
	return number_of(sum, "bits_per_second") >= 0 && number_of(sum, "bytes") >= 0 &&
	       number_of(sum, "seconds") >= 0;
}

/* Whether the rate is that of the bytes in the seconds, which are not always the very same. */
static bool agrees(const struct json *sum)
{
	double bytes = number_of(sum, "bytes");
	double expected = number_of(sum, "bits_per_second") / 8 * number_of(sum, "seconds");

	return fabs(bytes - expected) <= 0.05 * bytes + 1;
}

/* A datagram is the least of what can be lost; without any there is no loss. */
static double resolution_of(const struct field *field, const struct json *sum)
{
	return isnan(field->resolution) ? 1 / number_of(sum, "packets")
					: field->resolution * field->factor;
}

static void add(const struct field *field, const struct json *sum, struct measurement measurement,
	struct sink *sink)
{
	const struct json *value = json_member(sum, field->name);
	struct reading reading = { .resolution = resolution_of(field, sum) };

	if (!json_number(value, &reading.value) || !isfinite(reading.resolution))
		return;
	reading.value *= field->factor;
	measurement.metric = &field->metric;
	measurement.reading = reading;
	measurement.line = json_line(value);
	sink_add(sink, &measurement);
}

/* A server that sends knows nothing of what was received. */
static const struct json *result_of(
	const struct json *received, const struct json *sent, bool is_server)
{
	if (!received ||
		(is_server && number_of(received, "bytes") <= 0 && number_of(sent, "bytes") > 0))
		return sent;
	return received;
}

static void add_result(
	const struct json *result, const struct json *sent, const char *prefix, struct sink *sink)
{
	bool has_bytes = number_of(result, "bytes") > 0 || !(number_of(result, "packets") > 0);

	for (size_t i = 0; i < FIELDS; i++) {
		const struct field *field = &fields[i];
		const struct json *sum = field->whose == OF_SENDER ? sent : result;

		if ((field->whose == OF_RECEIVER && result == sent) ||
			(field->of_bytes && !has_bytes))
			continue;
		add(field, sum, (struct measurement){ .prefix = prefix }, sink);
	}
}

static void add_way(
	const struct json *result, const struct json *sent, const char *prefix, struct sink *sink)
{
	double bytes = number_of(result, "bytes");

	if (!is_readable(result))
		sink_add_problem(sink, PROBLEM_UNREADABLE, json_line(result),
			"%s without bits_per_second, bytes or seconds", json_name(result));
	else if (!agrees(result))
		sink_add_problem(sink, PROBLEM_INVALID, json_line(result),
			"%s of %g B in %g s with %g bits_per_second", json_name(result), bytes,
			number_of(result, "seconds"), number_of(result, "bits_per_second"));
	else if (bytes <= 0 && (number_of(sent, "bytes") > 0 || number_of(result, "seconds") <= 0))
		sink_add_problem(sink, PROBLEM_FAILED, json_line(result),
			"0 B were received in %g s, of %g B sent", number_of(result, "seconds"),
			number_of(sent, "bytes"));
	else
		add_result(result, sent, prefix, sink);
}

bool iperf3_json_add_end(const struct json *end, bool is_server, struct sink *sink)
{
	bool has_sums = false;

	for (size_t i = 0; i < WAYS; i++) {
		const struct json *sum = json_member(end, ways[i].sum);
		const struct json *received = json_member(end, ways[i].received);
		const struct json *sent = json_member(end, ways[i].sent);
		const struct json *result = result_of(received ? received : sum, sent, is_server);

		if (!result)
			continue;
		add_way(result, sent, prefix_of(end, i, is_server), sink);
		has_sums = true;
	}
	return has_sums;
}

/* Whether it was over in no time, as the last one may be: in text, "2.00-2.00". */
static bool is_omitted(const struct json *sum)
{
	bool omitted;

	return (json_boolean(json_member(sum, "omitted"), &omitted) && omitted) ||
	       !(number_of(sum, "seconds") >= 0.005);
}

void iperf3_json_add_interval(
	const struct json *interval, bool is_server, struct iperf3_json_series *series)
{
	for (size_t i = 0; i < WAYS; i++) {
		const struct json *sum = json_member(interval, ways[i].sum);

		if (sum && !is_omitted(sum) && number_of(sum, "end") >= 0)
			iperf3_json_series_add(series, i, prefix_of(interval, i, is_server), sum);
	}
}
