/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * dd/words - what dd says in the languages it is translated into
 *
 * Stems, since words are inflected: "64+0 records in", "64+0 Datensätze ein".
 * Where an encoding other than UTF-8 writes a word differently, only GB18030's
 * spelling is known.
 */
#ifndef INGEST_FORMATS_DD_WORDS_H
#define INGEST_FORMATS_DD_WORDS_H

#include <stdbool.h>

#include "core/scan.h"

/* Whether the text begins with a word for bytes, or with one that is not in ASCII. */
bool dd_begins_with_bytes(struct slice text);

/* Whether a word for records is in the text. */
bool dd_names_records(struct slice text);

/* Each looks at what an error line says behind "dd: ". */
bool dd_says_warning(struct slice message);
bool dd_says_unsupported(struct slice message);

/* Whether it tells of a copy that did not begin. */
bool dd_says_not_begun(struct slice message);

#endif
