/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * wget/failure - how wget says that a transfer failed
 *
 *	2026-11-23 01:18:48 ERROR 404: Not Found.
 *	wget: unable to resolve host address 'nosuch.invalid'
 *	Giving up.
 */
#include "ingest/formats/wget/failure.h"

#include "ingest/formats/wget/result.h"

enum { COMMENT_LIMIT = 48 }; /* bytes of "Giving up." in any language */

/* ETIMEDOUT, as the C library words it. */
static const char *const timeouts[] = {
	"timed out",
	"Wartezeit für die Verbindung ist abgelaufen",
	"expiration du délai",
	"Expiró el tiempo",
	"Connessione scaduta",
	"Tempo esgotado",
	"Время ожидания соединения истекло",
	"タイムアウト",
	"Przekroczony czas oczekiwania",
	"超时",
};

bool wget_is_http_error(struct slice text)
{
	struct slice word;
	uint64_t code;

	return wget_stamp(&text) && scan_blanks(&text) && scan_word(&text, &word) &&
	       scan_blanks(&text) && scan_integer(&text, &code) && code >= 100 && code <= 999 &&
	       scan_blanks(&text) && (scan_char(&text, ':') || scan_text(&text, "："));
}

/* Not busybox's "wget: note:", nor the loader's "wget: /lib/...: no version information". */
bool wget_is_own_error(struct slice text)
{
	return scan_text(&text, "wget") && scan_blanks(&text) && scan_char(&text, ':') &&
	       scan_blanks(&text) && !slice_starts_with(text, "note:") &&
	       !slice_starts_with(text, "/");
}

bool wget_ends_sentence(struct slice text)
{
	return slice_ends_with(text, ".") || slice_ends_with(text, "。");
}

static bool has_digit(struct slice text)
{
	for (const char *c = text.start; c < text.end; c++)
		if (*c >= '0' && *c <= '9')
			return true;
	return false;
}

bool wget_is_comment(struct slice text)
{
	return slice_length(text) <= COMMENT_LIMIT && wget_ends_sentence(text) &&
	       !has_digit(text) && !slice_contains(text, ":");
}

bool wget_timed_out(struct slice message)
{
	for (size_t i = 0; i < sizeof timeouts / sizeof *timeouts; i++)
		if (slice_contains(message, timeouts[i]))
			return true;
	return false;
}
