/* SPDX-License-Identifier: GPL-3.0-or-later */
/* spool - samples on their way to the workbook */
#include "render/workbook/spool.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory.h"
#include "core/message.h"
#include "core/temporary.h"

enum { TEXTS = 7, NUMBERS = 5 };

/* Of text on a sheet, at most: the sheet's file, which takes some more, must stay under 4 GiB. */
static const uint64_t bytes_a_sheet = UINT64_C(512) << 20;

/* In the file a row is its numbers, which texts it has, and these, each with its NUL. */
struct fixed {
	double numbers[NUMBERS];
	uint32_t present; /* a bit for each text */
	uint32_t length;  /* of all texts */
};

static void list_texts(const struct spooled *row, const char *texts[TEXTS])
{
	texts[0] = row->system;
	texts[1] = row->test;
	texts[2] = row->metric;
	texts[3] = row->unit;
	texts[4] = row->use;
	texts[5] = row->remark;
	texts[6] = row->source;
}

void spool_begin(struct spool *spool, size_t rows_a_sheet)
{
	*spool = (struct spool){
		.file = fdopen(temporary_file(), "w+b"),
		.rows_a_sheet = rows_a_sheet,
		.row = TEXT_INIT,
	};
	if (!spool->file)
		die("temporary file: %s", strerror(errno));
}

static size_t rows_on_last_sheet(const struct spool *spool)
{
	return spool->count - spool->starts[spool->sheet_count - 1];
}

static void begin_sheet(struct spool *spool)
{
	spool->starts = memory_reserve_one(
		spool->starts, spool->sheet_count, &spool->sheet_capacity, sizeof *spool->starts);
	spool->starts[spool->sheet_count++] = spool->count;
	spool->bytes = 0;
}

static void note_columns(struct spool_columns *columns, const struct spooled *row)
{
	columns->part |= !isnan(row->part);
	columns->order |= !isnan(row->order);
	columns->run |= !isnan(row->run);
	columns->time |= !isnan(row->time);
	columns->use |= row->use != NULL;
	columns->remark |= row->remark != NULL;
}

void spool_add(struct spool *spool, const struct spooled *row)
{
	struct fixed fixed = { .numbers = {
				       row->part, row->order, row->run, row->time, row->value } };
	const char *texts[TEXTS];

	list_texts(row, texts);
	text_clear(&spool->row);
	for (size_t i = 0; i < TEXTS; i++) {
		if (!texts[i])
			continue;
		fixed.present |= UINT32_C(1) << i;
		text_add_bytes(&spool->row, texts[i], strlen(texts[i]) + 1);
	}
	fixed.length = (uint32_t)spool->row.length;
	if (spool->sheet_count == 0 || rows_on_last_sheet(spool) == spool->rows_a_sheet ||
		spool->bytes + fixed.length > bytes_a_sheet)
		begin_sheet(spool);
	if (fwrite(&fixed, sizeof fixed, 1, spool->file) != 1 ||
		fwrite(spool->row.data, 1, spool->row.length, spool->file) != spool->row.length)
		die("temporary file: %s", strerror(errno));
	note_columns(&spool->columns, row);
	spool->bytes += fixed.length;
	spool->count++;
}

struct spool_place spool_place(const struct spool *spool, size_t index)
{
	size_t sheet = spool->sheet_count;

	while (sheet > 1 && spool->starts[sheet - 1] > index)
		sheet--;
	return (struct spool_place){ sheet - 1, index - spool->starts[sheet - 1] };
}

void spool_rewind(struct spool *spool)
{
	if (fflush(spool->file) != 0 || fseeko(spool->file, 0, SEEK_SET) != 0)
		die("temporary file: %s", strerror(errno));
}

/* Reads exactly so many bytes: they were written. */
static void read_bytes(struct spool *spool, void *bytes, size_t length)
{
	if (fread(bytes, 1, length, spool->file) != length)
		die("temporary file: %s", ferror(spool->file) ? strerror(errno) : "cut off");
}

bool spool_next(struct spool *spool, struct spooled *row)
{
	const char *texts[TEXTS] = { NULL };
	struct fixed fixed;
	const char *text;

	if (fread(&fixed, sizeof fixed, 1, spool->file) != 1) {
		if (ferror(spool->file))
			die("temporary file: %s", strerror(errno));
		return false;
	}
	text_clear(&spool->row);
	text_add_repeated(&spool->row, '\0', fixed.length);
	read_bytes(spool, spool->row.data, fixed.length);
	text = spool->row.data;
	for (size_t i = 0; i < TEXTS; i++) {
		if (!(fixed.present & UINT32_C(1) << i))
			continue;
		texts[i] = text;
		text += strlen(text) + 1;
	}
	*row = (struct spooled){
		texts[0],
		texts[1],
		texts[2],
		texts[3],
		texts[4],
		texts[5],
		texts[6],
		fixed.numbers[0],
		fixed.numbers[1],
		fixed.numbers[2],
		fixed.numbers[3],
		fixed.numbers[4],
	};
	return true;
}

void spool_release(struct spool *spool)
{
	fclose(spool->file);
	free(spool->starts);
	text_release(&spool->row);
}
