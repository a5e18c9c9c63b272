/* SPDX-License-Identifier: GPL-3.0-or-later */
/* free/row - a line of free(1): what its label says, and its numbers */
#include "ingest/formats/free/row.h"

enum { LANGUAGES = 13 };

/* Of procps 4 in all its languages: en de es fr pl pt_BR ro sv uk vi ka ko zh_CN. */
static const char *const labels[FREE_ROW_KINDS][LANGUAGES] = {
	[FREE_MEMORY] = { "Mem", "Speicher", "Pamięć", "Mem.", "Minne", "Пам.", "BNhớ", "მეხს",
		"메모리", "内存" },
	[FREE_WITHOUT_BUFFERS] = { "-/+ buffers" },
	[FREE_LOW] = { "Low", "Niedrig", "Baja", "Basse", "Niska", "Baixa", "Lågt", "Нижня", "Thấp",
		"დაბალი", "하  위", "低" },
	[FREE_HIGH] = { "High", "Hoch", "Alta", "Haute", "Wysoka", "Högt", "Верхня", "Cao",
		"მაღალი", "상  위", "高" },
	[FREE_SWAP] = { "Swap", "Inter", "Échange", "Wymiana", "Växl.", "Своп.", "Tráo đổi",
		"სვაპი", "스  왑", "交换" },
	[FREE_WITH_SWAP] = { "Total", "Gesamt", "Razem", "Totalt", "Загалом", "Tổng", "ჯამი",
		"총  계", "总量" },
	[FREE_COMMIT] = { "Comm", "Dédié", "Zajęta", "Com.", "Til.", "ბრძანება", "커  밋" },
};

static bool scan_before(struct slice *at, const char *colon, struct slice *label)
{
	struct slice rest = *at;

	if (!scan_until(&rest, colon, label) || !scan_text(&rest, colon))
		return false;
	*at = rest;
	return true;
}

static bool is_one_of(struct slice label, const char *const names[LANGUAGES])
{
	for (size_t i = 0; i < LANGUAGES && names[i]; i++)
		if (slice_equals(label, names[i]))
			return true;
	return false;
}

bool free_row_scan_label(struct slice *at, enum free_row_kind *kind)
{
	struct slice rest = *at;
	struct slice label;

	if (!scan_before(&rest, ":", &label) && !scan_before(&rest, "：", &label))
		return false;
	for (*kind = 0; *kind < FREE_ROW_KINDS; ++*kind)
		if (is_one_of(label, labels[*kind]))
			break;
	/* "-/+ buffers/cache" in any language. */
	if (*kind == FREE_ROW_KINDS && slice_starts_with(label, "-/+ "))
		*kind = FREE_WITHOUT_CACHE;
	if (*kind == FREE_ROW_KINDS)
		return false;
	*at = rest;
	return true;
}

/* "24105", "8,6Mi", "0B", "-3332468": added to the row. */
static bool scan_amount(struct slice *at, enum prefix_base prefix, struct free_row *row)
{
	struct reading reading;
	struct slice word;
	struct slice letters;
	bool negative;
	double factor;

	scan_blanks(at);
	if (row->count == FREE_ROW_LIMIT || !scan_word(at, &word))
		return false;
	negative = scan_char(&word, '-');
	if (!scan_number_of_any_locale(&word, &reading))
		return false;
	letters = word;
	scan_prefix(&word, prefix, &factor);
	scan_char(&word, 'B');
	row->has_letter |= !slice_is_empty(letters);
	reading = reading_scaled(reading, factor);
	if (negative)
		reading.value = -reading.value;
	row->numbers[row->count++] = reading;
	return slice_is_empty(word);
}

bool free_row_scan_numbers(struct slice *at, enum prefix_base prefix, struct free_row *row)
{
	while (!scan_end(at))
		if (!scan_amount(at, prefix, row))
			return false;
	return row->count > 0;
}

bool free_row_scan_one_line(struct slice *at, enum prefix_base prefix, struct free_row *row)
{
	static const char *const names[] = { "SwapUse", "CachUse", "MemUse", "MemFree" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (!scan_blanks(at) || !scan_text(at, names[i]) || !scan_amount(at, prefix, row))
			return false;
	return true;
}
