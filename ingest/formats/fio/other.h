/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fio/other - the lines of fio's that no figure is read from */
#ifndef INGEST_FORMATS_FIO_OTHER_H
#define INGEST_FORMATS_FIO_OTHER_H

#include <stdbool.h>

#include "core/scan.h"

/* in_company: fio was at work in the log, so lines that look like its plain ones are its. */
bool fio_other_line(struct slice text, bool in_company);

#endif
