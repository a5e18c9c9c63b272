/* SPDX-License-Identifier: GPL-3.0-or-later */
/* dd/words - what dd says in the languages it is translated into */
#include "ingest/formats/dd/words.h"

#include <stddef.h>

/* Each list ends in NULL. */
static const char *const bytes[] = { "byte", "Byte", "octet", "bajt", "bayt", NULL };

static const char *const records[] = {
	"block",            /* BSD says so when it truncates */
	"record",           /* en it nl */
	"Datens",           /* de */
	"enregistrement",   /* fr */
	"registro",         /* es pt */
	"rekord",           /* pl */
	"post",             /* sv */
	"záznam",           /* cs */
	"kayıt",            /* tr */
	"запис",            /* ru uk */
	"レコード",         /* ja */
	"레코드",           /* ko */
	"记录",             /* zh_CN */
	"\xBC\xC7\xC2\xBC", /* zh_CN in GB18030 */
	"錄",               /* zh_TW */
	NULL,
};

static const char *const warnings[] = {
	"warning: ",
	"Warnung: ",
	"avertissement",
	"atención: ",
	"attenzione: ",
	"aviso: ",
	"varning: ",
	"waarschuwing: ",
	"uwaga: ",
	"varování: ",
	"pozor: ",
	"uyarı: ",
	"предупреждение: ",
	"попередження: ",
	"警告",
	"경고: ",
	NULL,
};

static const char *const not_supported[] = {
	"Invalid argument",
	"Operation not supported",
	"Function not implemented",
	/* The first in de fr es pt it nl pl sv cs tr ru uk ja ko zh_CN zh_TW. */
	"Das Argument ist ungültig",
	"Argument invalide",
	"Argumento inválido",
	"Argomento non valido",
	"Ongeldig argument",
	"Zły argument",
	"Ogiltigt argument",
	"Nepřípustný argument",
	"Geçersiz argüman",
	"Недопустимый аргумент",
	"Некоректний аргумент",
	"無効な引数です",
	"부적절한 인수",
	"无效的参数",
	"不適用的引數",
	NULL,
};

static const char *const not_begun[] = {
	"failed to open ",
	"opening ",
	"can't open ",
	"cannot open ",
	"No such file or directory",
	/* The first in de es pt fr it nl pl sv cs tr ru uk ja ko zh_CN zh_TW. */
	" nicht öffnen",
	" abrir ",
	"impossible d'ouvrir ",
	"apertura di ",
	"openen van ",
	" otworzyć ",
	" öppna ",
	"otevření ",
	" açılamadı",
	" открыть ",
	" відкрити ",
	" を開け",
	" 열기 실패",
	"打开 ",
	"開啟 ",
	NULL,
};

static bool contains_one_of(struct slice text, const char *const *list)
{
	for (; *list; list++)
		if (slice_contains(text, *list))
			return true;
	return false;
}

static bool starts_with_one_of(struct slice text, const char *const *list)
{
	for (; *list; list++)
		if (slice_starts_with(text, *list))
			return true;
	return false;
}

bool dd_begins_with_bytes(struct slice text)
{
	bool is_ascii = slice_is_empty(text) || (unsigned char)*text.start < 0x80;

	return !is_ascii || starts_with_one_of(text, bytes);
}

bool dd_names_records(struct slice text)
{
	return contains_one_of(text, records);
}

bool dd_says_warning(struct slice message)
{
	return starts_with_one_of(message, warnings);
}

bool dd_says_unsupported(struct slice message)
{
	return contains_one_of(message, not_supported);
}

bool dd_says_not_begun(struct slice message)
{
	return contains_one_of(message, not_begun);
}
