/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * tables/readout - the records of a row of a published table
 */
#ifndef INGEST_FORMATS_TABLES_READOUT_H
#define INGEST_FORMATS_TABLES_READOUT_H

#include "ingest/formats/tables/claims.h"
#include "ingest/formats/tables/columns.h"
#include "ingest/formats/tables/row.h"
#include "ingest/log/sink.h"

/* What a row is read with. */
struct readout {
	const char *title;             /* of the table; NULL: none */
	const struct columns *columns; /* behind the first, which has the systems */
	struct claims *claims;
};

/*
 * Gives a sample for each value of the row, with what the cell marks it as; a
 * claim for a verdict; a problem for a status, for an empty cell (not run), and
 * for what is neither.
 */
void readout_row(const struct readout *readout, const struct row *row, struct sink *sink);

#endif
