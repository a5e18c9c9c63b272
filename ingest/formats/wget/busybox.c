/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * wget/busybox - what busybox's wget says, which has no result in it
 *
 *	Connecting to 127.0.0.1:9999 (127.0.0.1:9999)
 *	saving to 'android-4.4.tar.gz'
 *	android-4.4.tar.gz   100% |********************************| 8192k  0:00:00 ETA
 *	'android-4.4.tar.gz' saved
 */
#include "ingest/formats/wget/busybox.h"

bool wget_busybox_address(struct slice text)
{
	struct slice word;

	return scan_text(&text, "Connecting to ") && scan_word(&text, &word) &&
	       scan_text(&text, " (") && scan_word(&text, &word) && slice_is_empty(text) &&
	       slice_contains(word, ":") && slice_ends_with(word, ")");
}

bool wget_busybox_progress(struct slice text)
{
	return slice_starts_with(text, "saving to '") || slice_equals(text, "writing to stdout") ||
	       (slice_contains(text, "% |") && slice_ends_with(text, "ETA"));
}

bool wget_busybox_end(struct slice text)
{
	return slice_ends_with(text, "' saved") || slice_equals(text, "written to stdout");
}
