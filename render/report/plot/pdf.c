/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pdf - the date in a PDF file */
#include "render/report/plot/pdf.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "core/scan.h"

enum { DATE_LENGTH = 14 }; /* of 20261125185259 */

static bool find_date(char date[DATE_LENGTH + 1])
{
	const char *variable = getenv("SOURCE_DATE_EPOCH");
	struct slice rest = slice_of(variable ? variable : "");
	uint64_t seconds;
	struct tm parts;
	time_t when;

	if (!scan_integer(&rest, &seconds) || !slice_is_empty(rest) || seconds > INT32_MAX * 64LL)
		return false;
	when = (time_t)seconds;
	return gmtime_r(&when, &parts) &&
	       strftime(date, DATE_LENGTH + 1, "%Y%m%d%H%M%S", &parts) == DATE_LENGTH;
}

/* The digits are replaced where they are: nothing in the file moves. cairo writes them so. */
void pdf_set_date(struct text *file)
{
	static const char before[] = "/CreationDate (D:";
	char date[DATE_LENGTH + 1];
	char *found = memmem(file->data, file->length, before, strlen(before));
	char *end = file->data + file->length;

	if (found && end - found > (long)strlen(before) + DATE_LENGTH && find_date(date))
		memcpy(found + strlen(before), date, DATE_LENGTH);
}
