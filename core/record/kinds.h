/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * record/kinds - the kinds of records, with their fields
 *
 * Strings are borrowed: from the record that the fields were read from, or from
 * whoever filled them. Lists are freed by a kind's _release, their strings are not.
 *
 * An absent label is NULL, an absent number NaN, an absent count 0. What is called
 * by a name or a sign is found by it with _named or _signed, which take NULL, too,
 * and give the one without a name, or the _COUNT, for what nothing is called.
 */
#ifndef CORE_RECORD_KINDS_H
#define CORE_RECORD_KINDS_H

#include <math.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "core/lists.h"

/* Whether two labels or units are the same: absent ones (NULL) are. */
static inline bool same_label(const char *a, const char *b)
{
	return a && b ? strcmp(a, b) == 0 : a == b;
}

/* Whether two numbers are the same: absent ones (NaN) are. */
static inline bool same_number(double a, double b)
{
	return a == b || (isnan(a) && isnan(b));
}

/* Which way a metric is good; BETTER_NEITHER when it is only a fact. */
enum better {
	BETTER_NEITHER,
	BETTER_HIGHER,
	BETTER_LOWER,
};

/* "higher", "lower", or NULL. */
const char *better_name(enum better better);
enum better better_named(const char *name);

/* What is only known to lie below, or above, the value given. */
enum bound {
	BOUND_NONE,
	BOUND_BELOW,
	BOUND_ABOVE,
};

/* "<", ">", or NULL. */
const char *bound_sign(enum bound bound);
enum bound bound_signed(const char *sign);

/* A number of a log. */
struct sample {
	const char *system;
	const char *test;
	double run;
	double part;
	const char *metric;
	double time; /* seconds since the run began, of an interval sample */
	double value;
	const char *unit;
	enum better better;
	double resolution;       /* one step of the last digit printed, in unit */
	enum bound bound;        /* the value is only a bound */
	const char *cached;      /* the evidence that the value is that of a cache; NULL: none */
	const char *set_aside;   /* likewise, that it is no repeat of the others: a warm-up */
	const char *exceptional; /* likewise, that it cannot be what it seems */
	const char *source;
};

/*
 * What became of a run that gave no number, or of bytes that could not be
 * read. The text is the record's status; the name is how a report says it.
 */
#define PROBLEM_STATUSES(STATUS)                                                              \
	STATUS(UNSUPPORTED, "unsupported", "Unsupported") /* not possible on this system */   \
	STATUS(NOT_RUN, "not-run", "")                    /* the system never started */      \
	STATUS(NOT_TRIED, "not-tried", "")                /* given up after other runs */     \
	STATUS(FAILED, "failed", "Failed")                /* ran, and gave no valid result */ \
	STATUS(TIMED_OUT, "timed-out", "Timed out")                                           \
	STATUS(KILLED, "killed", "Killed")         /* ended by a signal */                    \
	STATUS(UNREADABLE, "unreadable", "Failed") /* bytes that no format reads */           \
	STATUS(INVALID, "invalid", "Failed")       /* read, and cannot be true */

enum problem_status {
#define STATUS(name, text, verdict) PROBLEM_##name,
	PROBLEM_STATUSES(STATUS)
#undef STATUS
		PROBLEM_STATUS_COUNT
};

const char *problem_status_text(enum problem_status status);
enum problem_status problem_status_named(const char *text);
const char *problem_status_verdict(enum problem_status status);

struct problem {
	const char *system;
	const char *test;
	double run;
	double part;
	enum problem_status status;
	const char *message;
	const char *source;
};

/* How a metric went within one run, from interval to interval. */
struct series {
	const char *system;
	const char *test;
	double run;
	double part;
	const char *metric;
	const char *unit;
	enum better better;
	size_t n;        /* intervals, in time order */
	double interval; /* seconds of one; NaN: a single one that says not */
	size_t dropped;  /* further ones that are none: partial, or repeated */
	size_t zero;     /* of the n, how many are 0 */
	size_t cut;      /* leading ones set aside */
	double cut_time; /* when the last of these ended; NaN: none */
	double mean;     /* of the n - cut that remain, as what follows */
	double sd;
	double ci[2]; /* 95 % interval of the mean, of dependent values */
	double effective_n;
	double r; /* lag-1 autocorrelation */
	double min, max;
	double whole_mean; /* of all n */
	double tau;
	const char *verdict;
	struct strings reasons;
	struct strings sources; /* of the first interval, and of the last */
};

void series_release(struct series *series);

/* What the repeats of one metric of one test on one system come to. */
struct summary {
	bool is_listed; /* nothing was computed, values stand side by side: never in a record */
	const struct sample **listed; /* of such a one: the samples that values are of, borrowed */
	const char *system;
	const char *test;
	double part;
	const char *metric; /* NULL: no run of the test gave any value */
	const char *unit;
	enum better better;
	size_t n;          /* values used; the moments below are theirs */
	size_t failed;     /* runs that gave no value */
	size_t not_steady; /* runs of which the series within found no steady state */
	double mean;       /* n >= 1 */
	double variance;   /* n >= 2, divided by n - 1 */
	double sd;         /* n >= 2 */
	double cv;         /* n >= 2 and mean > 0: sd / mean */
	double ci[2];      /* n >= 2: 95 % interval of the mean */
	double median;     /* n >= 1 */
	double mad;        /* n >= 1: median absolute deviation, not scaled */
	double min, max;   /* n >= 1 */
	double r;          /* n >= 3: lag-1 autocorrelation, in run order */
	double resolution; /* the coarsest of the values' */
	double tau;        /* the margin of the verdict */
	double alpha;      /* the verdict errs in at most this share of cases */
	const char *verdict;
	enum bound bound;      /* the values are only bounds: marked so, too */
	struct numbers first;  /* leading values set aside */
	struct numbers cached; /* of a cache, set aside; empty where all are, which is a mark */
	struct strings bounds; /* set aside where others are values, e.g. "< 61865984" */
	struct strings marks;  /* on the values: MARK_CACHED, MARK_EXCEPTIONAL, MARK_BOUND */
	struct strings reasons;
	struct numbers values; /* in run order */
	struct strings
		sources; /* of those of first, of cached, of bounds, of values, each in run order */
};

/* A marked summary's values make no claim. */
#define MARK_CACHED      "cached"
#define MARK_EXCEPTIONAL "exceptional"
#define MARK_BOUND       "bound"

/* Without labels, lists and numbers. */
struct summary summary_of_nothing(void);

void summary_release(struct summary *summary);

/* How two systems compare: a RELATION b, by magnitude. */
enum relation {
	RELATION_LESS,
	RELATION_LESS_OR_EQUAL,
	RELATION_EQUIVALENT,
	RELATION_UNDECIDED,
	RELATION_GREATER_OR_EQUAL,
	RELATION_GREATER,
	RELATION_COUNT
};

/* "<" "<=" "≈" "?=?" ">=" ">" */
const char *relation_sign(enum relation relation);
enum relation relation_signed(const char *sign);
enum relation relation_mirrored(enum relation relation);

/*
 * What several metrics say together, said[] counting those that say each: `>`
 * when all do; `>=` when none says less and some say `>`, or all say `>=` or `≈`
 * and not all `≈`; `≈` when all do; otherwise `?=?`.
 */
enum relation relation_combined(const size_t said[RELATION_COUNT]);

struct pair {
	const char *a;
	const char *b;
	double ratio; /* a / b of geometric means */
	double ci[2]; /* simultaneous 95 % interval of the ratio; NaN when there is none */
	enum relation relation;
	const char *evidence; /* a sentence with the numbers */
};

/* Systems that share a letter are not told apart; those that do not are. */
struct letter {
	const char *system;
	const char *letters; /* "a", "bc" */
};

struct ranking {
	const char *test;
	double part;
	const char *metric;
	const char *unit;
	enum better better;
	const char *chain;
	const char *baseline;
	double delta;
	double alpha; /* of all pairs together */
	struct pair *pairs;
	size_t pair_count;
	struct letter *letters; /* of all systems ranked, in the chain's order; none for too many */
	size_t letter_count;
	struct strings left_out;
	struct strings reasons;
};

void ranking_release(struct ranking *ranking);

struct conclusion {
	const char *title;
	const char *chain; /* NULL: not measured */
	enum better better;
	struct strings from;
	struct strings left_out;
	struct strings reasons;
};

void conclusion_release(struct conclusion *conclusion);

struct environment {
	const char *system;
	const char *name;
	const char *value;
};

/* Something about the data that a reader should look at, and no program can decide. */
struct annotation {
	const char *topic; /* one word, e.g. "unit" */
	const char *message;
	struct strings from; /* what it is about, "test/metric" */
};

void annotation_release(struct annotation *annotation);

/* What a report that people wrote says: of systems, or of the repeats of a test on one. */
struct claim {
	const char *title;  /* of the conclusion; NULL: of a verdict */
	const char *chain;  /* of the conclusion, as written, e.g. "Kata > Gvisor >= Docker" */
	const char *system; /* of the verdict */
	const char *test;
	const char *verdict; /* as written, e.g. "Stable?" */
	const char *source;
};

/*
 * What became of a metric of a test on a system, from before to after; first what
 * a reader looks for first. The text is the record's verdict.
 */
#define CHANGES(CHANGE)                                                             \
	CHANGE(WORSE, "worse")        /* or the test fails now, and ran before */   \
	CHANGE(SEEMS_WORSE, "worse?") /* by an interval that cannot be relied on */ \
	CHANGE(BETTER, "better")      /* likewise */                                \
	CHANGE(SEEMS_BETTER, "better?")                                             \
	CHANGE(OTHER, "changed")       /* of a metric of which neither is better */ \
	CHANGE(UNDECIDED, "undecided") /* these repeats cannot tell */              \
	CHANGE(SAME, "same")           /* equal within the margin */                \
	CHANGE(LEFT_OUT, "left-out")   /* values that cannot be compared */         \
	CHANGE(GONE, "gone")           /* only before */                            \
	CHANGE(NEW, "new")             /* only after */

enum change {
#define CHANGE(name, text) CHANGE_##name,
	CHANGES(CHANGE)
#undef CHANGE
		CHANGE_COUNT
};

const char *change_name(enum change change);
enum change change_named(const char *name);

struct difference {
	const char *system;
	const char *test;
	double part;
	const char *metric; /* NULL: of the whole test, which failed on a side */
	const char *unit;
	enum better better;
	struct summary
		before; /* its figures, marks and verdict only; a verdict of NULL: there is none */
	struct summary after;
	double ratio; /* after / before of geometric means; NaN: not compared, as ci */
	double ci[2]; /* interval of the ratio, simultaneous over all cells compared */
	double delta;
	double alpha; /* of all cells together */
	enum change verdict;
	const char *evidence; /* a sentence with the numbers */
};

void difference_release(struct difference *difference);

#endif
