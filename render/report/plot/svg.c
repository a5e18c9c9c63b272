/* SPDX-License-Identifier: GPL-3.0-or-later */
/* svg - what gnuplot draws, made fit for pages and for being told apart */
#include "render/report/plot/svg.h"

#include <inttypes.h>
#include <stdint.h>
#include <string.h>

#include "core/index.h"
#include "core/scan.h"

/*
 * Paper goes with ink, so that the chart can be read even where its reader's
 * light or dark is not that of the page around it. A page that it becomes a part
 * of has its own.
 */
static const char style[] =
	"<style>\n"
	"svg.chart { color: #1f2328; background: #ffffff; }\n"
	"@media (prefers-color-scheme: dark) { svg.chart { color: #e6edf3; background: #0d1117; } }\n"
	"</style>\n";

static const char stamp_start[] = "<!-- drawn by benchpipe, script ";

enum { MOST_HELD = 16 };

/* A piece of gnuplot's drawing. */
enum piece_kind {
	PIECE_TEXT,
	PIECE_OPEN,
	PIECE_CLOSE,
	PIECE_WHOLE, /* <path .../> */
	PIECE_OTHER, /* <?xml ...> */
};

struct piece {
	enum piece_kind kind;
	struct slice bytes;
};

static enum piece_kind kind_of(struct slice tag)
{
	if (slice_starts_with(tag, "</"))
		return PIECE_CLOSE;
	if (slice_starts_with(tag, "<?") || slice_starts_with(tag, "<!"))
		return PIECE_OTHER;
	return slice_ends_with(tag, "/>") ? PIECE_WHOLE : PIECE_OPEN;
}

/* gnuplot escapes '<' in texts, so each one begins a tag, which the next '>' ends. */
static bool next_piece(struct slice *at, struct piece *piece)
{
	bool is_tag = slice_starts_with(*at, "<");
	const char *end = slice_find(*at, is_tag ? ">" : "<");

	if (slice_is_empty(*at))
		return false;
	piece->bytes = (struct slice){ at->start, end ? end + is_tag : at->end };
	piece->kind = is_tag ? kind_of(piece->bytes) : PIECE_TEXT;
	at->start = piece->bytes.end;
	return true;
}

/* Moves behind an element whose first tag was just read. */
static void skip_element(struct slice *at, const char *end_tag)
{
	const char *end = slice_find(*at, end_tag);

	at->start = end ? end + strlen(end_tag) : at->end;
}

/* gnuplot leaves '>' as it is, and "&#", which would be another character. */
static void add_text(struct text *out, struct slice text)
{
	while (!slice_is_empty(text)) {
		if (*text.start == '>')
			text_add(out, "&gt;");
		else if (slice_starts_with(text, "&#"))
			text_add(out, "&amp;");
		else
			text_add_char(out, *text.start);
		text.start++;
	}
}

static void add_escaped(struct text *out, const char *foreign)
{
	struct text text = TEXT_INIT;

	text_add_printable(&text, foreign);
	for (const char *c = text.data; *c; c++) {
		if (*c == '<')
			text_add(out, "&lt;");
		else if (*c == '>')
			text_add(out, "&gt;");
		else if (*c == '&')
			text_add(out, "&amp;");
		else
			text_add_char(out, *c);
	}
	text_release(&text);
}

/* A drawing on its way; groups are held back until something stands in them. */
struct tidying {
	struct text *out;
	const char *stem;
	struct text held; /* their tags */
	size_t starts[MOST_HELD];
	size_t held_count;
	bool in_text;
};

/* What stands in a tag, and what is put there instead. */
static const struct change {
	const char *found;
	const char *put;
	const char *behind_stem; /* NULL: it ends with what is put */
} changes[] = {
	{ " id='gp", " id='", "-gp" }, { "href='#gp", "href='#", "-gp" },
	{ "='black'", "='currentColor'", NULL }, { "=\"black\"", "=\"currentColor\"", NULL },
	{ "='rgb(  0,   0,   0)'", "='currentColor'", NULL },
	{ "=\"rgb(  0,   0,   0)\"", "=\"currentColor\"", NULL },
	{ " id=\"gnuplot_", NULL, NULL }, /* left out, to its end */
};

/* Up to where a change may begin, which is nowhere in most of a path. */
static void add_plain(struct text *out, struct slice *tag)
{
	const char *start = tag->start;

	while (!slice_is_empty(*tag) && *tag->start != '=' && *tag->start != 'h' &&
		(*tag->start != ' ' || tag->start[1] != 'i'))
		tag->start++;
	text_add_bytes(out, start, (size_t)(tag->start - start));
}

/* The change of what the tag goes on with, which it is moved behind; or NULL. */
static const struct change *scan_change(struct slice *tag)
{
	for (size_t i = 0; i < sizeof changes / sizeof *changes; i++)
		if (*tag->start == *changes[i].found && scan_text(tag, changes[i].found))
			return &changes[i];
	return NULL;
}

/* A tag, its ids behind the stem, what is black in the colour of the text around the chart. */
static void add_tag(struct text *out, struct slice tag, const char *stem)
{
	while (add_plain(out, &tag), !slice_is_empty(tag)) {
		const struct change *change = scan_change(&tag);

		if (!change) {
			text_add_char(out, *tag.start++);
		} else if (!change->put) {
			skip_element(&tag, "\"");
		} else {
			text_add(out, change->put);
			text_add(out, change->behind_stem ? stem : "");
			text_add(out, change->behind_stem ? change->behind_stem : "");
		}
	}
	text_add_char(out, '\n');
}

static void release_held(struct tidying *tidying)
{
	text_add_bytes(tidying->out, tidying->held.data, tidying->held.length);
	text_clear(&tidying->held);
	tidying->held_count = 0;
}

static void hold(struct tidying *tidying, struct slice tag)
{
	if (tidying->held_count == MOST_HELD)
		release_held(tidying);
	tidying->starts[tidying->held_count++] = tidying->held.length;
	add_tag(&tidying->held, tag, tidying->stem);
}

static void end_group(struct tidying *tidying)
{
	if (tidying->held_count == 0) {
		text_add(tidying->out, "</g>\n");
		return;
	}
	tidying->held.length = tidying->starts[--tidying->held_count];
	tidying->held.data[tidying->held.length] = '\0';
}

static bool is_left_out(const struct piece *piece, struct slice *rest)
{
	static const char *const elements[][2] = {
		{ "<title>", "</title>" },
		{ "<desc>", "</desc>" },
		{ "<filter ", "</filter>" },
	};

	for (size_t i = 0; i < sizeof elements / sizeof *elements; i++) {
		if (!slice_starts_with(piece->bytes, elements[i][0]))
			continue;
		skip_element(rest, elements[i][1]);
		return true;
	}
	return piece->kind == PIECE_OTHER || slice_starts_with(piece->bytes, "<svg") ||
	       slice_equals(piece->bytes, "</svg>");
}

static void add_piece(struct tidying *tidying, const struct piece *piece)
{
	if (piece->kind == PIECE_TEXT) {
		if (tidying->in_text)
			add_text(tidying->out, slice_trim(piece->bytes));
	} else if (piece->kind == PIECE_OPEN && slice_starts_with(piece->bytes, "<g")) {
		hold(tidying, piece->bytes);
	} else if (slice_equals(piece->bytes, "</g>")) {
		end_group(tidying);
	} else {
		release_held(tidying);
		add_tag(tidying->out, piece->bytes, tidying->stem);
		tidying->in_text = slice_starts_with(piece->bytes, "<text");
		if (tidying->in_text)
			tidying->out->length--; /* blanks would be a part of the text */
	}
}

static void add_body(struct text *out, struct slice drawing, const char *stem)
{
	struct tidying tidying = { .out = out, .stem = stem, .held = TEXT_INIT };
	struct piece piece;

	while (next_piece(&drawing, &piece))
		if (!is_left_out(&piece, &drawing))
			add_piece(&tidying, &piece);
	text_release(&tidying.held);
}

/* What gnuplot's drawing has between name=" and ". */
static struct slice attribute(struct slice drawing, const char *name)
{
	struct slice found = { drawing.start, drawing.start };
	const char *start = slice_find(drawing, name);
	struct slice rest = { start, drawing.end };

	if (start && scan_text(&rest, name))
		scan_until(&rest, "\"", &found);
	return found;
}

static void add_attribute(struct text *out, struct slice drawing, const char *name)
{
	struct slice value = attribute(drawing, name);

	text_add(out, name);
	text_add_bytes(out, value.start, slice_length(value));
	text_add_char(out, '"');
}

/* The tag that opens the file: as gnuplot's, with what a reader who does not see is told. */
static void add_root(struct text *out, struct slice drawing, const char *stem)
{
	text_add(out, "<svg class=\"chart\"");
	add_attribute(out, drawing, " width=\"");
	add_attribute(out, drawing, " height=\"");
	add_attribute(out, drawing, " viewBox=\"");
	add_attribute(out, drawing, " xmlns=\"");
	add_attribute(out, drawing, " xmlns:xlink=\"");
	text_add_format(out, " role=\"img\" aria-labelledby=\"%s-title %s-legend\">\n", stem, stem);
}

static void add_stamp(struct text *out, const char *script)
{
	text_add_format(out, "%s%016" PRIx64 " -->\n", stamp_start, index_hash(slice_of(script)));
}

void svg_add(struct text *out, const char *drawing, const struct svg_about *about)
{
	struct slice whole = slice_of(drawing);

	add_root(out, whole, about->stem);
	text_add_format(out, "<title id=\"%s-title\">", about->stem);
	add_escaped(out, about->title);
	text_add_format(out, "</title>\n<desc id=\"%s-legend\">", about->stem);
	add_escaped(out, about->legend);
	text_add_format(out, "</desc>\n%s", style);
	add_body(out, whole, about->stem);
	text_add(out, "</svg>\n");
	add_stamp(out, about->script);
}

bool svg_is_stamped(const struct text *file)
{
	struct slice whole = text_slice(file);
	const char *stamp = slice_find_last(whole, stamp_start);
	const char *line = slice_find_last(whole, "<!--");

	return stamp && stamp == line && slice_ends_with(whole, " -->\n");
}

bool svg_is_of(const struct text *file, const char *script)
{
	struct text stamp = TEXT_INIT;
	bool is_of;

	add_stamp(&stamp, script);
	is_of = slice_ends_with(text_slice(file), stamp.data);
	text_release(&stamp);
	return is_of;
}

void svg_add_inline(struct text *out, const struct text *file)
{
	struct slice rest = text_slice(file);
	struct slice before;

	if (scan_until(&rest, style, &before) && scan_text(&rest, style))
		text_add_bytes(out, before.start, slice_length(before));
	if (scan_until(&rest, stamp_start, &before))
		text_add_bytes(out, before.start, slice_length(before));
}
