/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * wget/phrases - what wget says around a transfer, in ten languages
 *
 *	Resolving files.example (files.example)... 10.0.0.2
 *	Connecting to files.example (files.example)|10.0.0.2|:80... connected.
 *	HTTP request sent, awaiting response... 200 OK
 *	Length: 8388608 (8.0M) [application/octet-stream]
 *	Saving to: 'android-4.4.tar.gz'
 *
 * As wget 1.21 and the C library print it, blanks before colons left out of
 * the patterns, since some are no-break spaces.
 */
#include "ingest/formats/wget/phrases.h"

#include <stdbool.h>
#include <string.h>

/* Of a pattern, % stands for anything; behind it there is the end of the phrase. */
static const struct {
	enum wget_phrase phrase;
	const char *pattern;
} phrases[] = {
	{ WGET_ADDRESS, "Resolving %..." },
	{ WGET_ADDRESS, "Auflösen des Hostnamens %…" },
	{ WGET_ADDRESS, "Résolution de %…" },
	{ WGET_ADDRESS, "Resolviendo %..." },
	{ WGET_ADDRESS, "Risoluzione di %..." },
	{ WGET_ADDRESS, "Resolvendo %..." },
	{ WGET_ADDRESS, "Распознаётся %…" },
	{ WGET_ADDRESS, "% をDNSに問いあわせています..." },
	{ WGET_ADDRESS, "Translacja %..." },
	{ WGET_ADDRESS, "正在解析主机 %..." },

	{ WGET_ADDRESS, "Connecting to %..." },
	{ WGET_ADDRESS, "Verbindungsaufbau zu %…" },
	{ WGET_ADDRESS, "Connexion à %…" },
	{ WGET_ADDRESS, "Conectando con %..." },
	{ WGET_ADDRESS, "Connessione a %..." },
	{ WGET_ADDRESS, "Conectando-se a %..." },
	{ WGET_ADDRESS, "Подключение к %..." },
	{ WGET_ADDRESS, "% に接続しています..." },
	{ WGET_ADDRESS, "Łączenie się z %..." },
	{ WGET_ADDRESS, "正在连接 %..." },

	{ WGET_REQUEST, "% request sent, awaiting response..." },
	{ WGET_REQUEST, "%-Anforderung gesendet, auf Antwort wird gewartet …" },
	{ WGET_REQUEST, "requête % transmise, en attente de la réponse…" },
	{ WGET_REQUEST, "Petición % enviada, esperando respuesta..." },
	{ WGET_REQUEST, "Richiesta % inviata, in attesa di risposta..." },
	{ WGET_REQUEST, "A requisição % foi enviada, aguardando resposta..." },
	{ WGET_REQUEST, "%-запрос отправлен. Ожидание ответа…" },
	{ WGET_REQUEST, "% による接続要求を送信しました、応答を待っています..." },
	{ WGET_REQUEST, "Żądanie % wysłano, oczekiwanie na odpowiedź..." },
	{ WGET_REQUEST, "已发出 % 请求，正在等待回应..." },

	{ WGET_LENGTH, "Length: %" },
	{ WGET_LENGTH, "Länge: %" },
	{ WGET_LENGTH, "Taille%: " },
	{ WGET_LENGTH, "Longitud: %" },
	{ WGET_LENGTH, "Lunghezza: %" },
	{ WGET_LENGTH, "Tamanho: %" },
	{ WGET_LENGTH, "Длина: %" },
	{ WGET_LENGTH, "長さ: %" },
	{ WGET_LENGTH, "Długość: %" },
	{ WGET_LENGTH, "长度：%" },

	{ WGET_REMARK, "Saving to: %" },
	{ WGET_REMARK, "Wird in % gespeichert." },
	{ WGET_REMARK, "Sauvegarde en%: " },
	{ WGET_REMARK, "Grabando a: %" },
	{ WGET_REMARK, "Salvataggio in: %" },
	{ WGET_REMARK, "Salvando em: %" },
	{ WGET_REMARK, "Сохранение в: %" },
	{ WGET_REMARK, "% に保存中" },
	{ WGET_REMARK, "Zapis do: %" },
	{ WGET_REMARK, "正在保存至: %" },

	{ WGET_REMARK, "Location: %" },
	{ WGET_REMARK, "Platz: %" },
	{ WGET_REMARK, "Emplacement%: " },
	{ WGET_REMARK, "Localización: %" },
	{ WGET_REMARK, "Posizione: %" },
	{ WGET_REMARK, "Localização: %" },
	{ WGET_REMARK, "Адрес: %" },
	{ WGET_REMARK, "場所: %" },
	{ WGET_REMARK, "Lokalizacja: %" },
	{ WGET_REMARK, "位置：%" },

	{ WGET_REMARK, "Reusing existing connection to %." },
	{ WGET_REMARK, "Wiederverwendung der bestehenden Verbindung zu %." },
	{ WGET_REMARK, "Réutilisation de la connexion existante à %." },
	{ WGET_REMARK, "Reutilizando la conexión con %." },
	{ WGET_REMARK, "Riutilizzo della connessione esistente a %." },
	{ WGET_REMARK, "Reaproveitando a conexão existente para %." },
	{ WGET_REMARK, "Повторное использование соединения с %." },
	{ WGET_REMARK, "% への接続を再利用します。" },
	{ WGET_REMARK, "Ponowne użycie połączenia do %." },
	{ WGET_REMARK, "再次使用存在的到 % 的连接。" },

	{ WGET_REMARK, "==> %" }, /* FTP commands */
	{ WGET_REMARK, "=> %" },
	{ WGET_REMARK, "[ %K" }, /* [ skipping 3072K ] */

	{ WGET_FAILURE, "Cannot write to %)." },
	{ WGET_FAILURE, "Schreiben nach % nicht möglich" },
	{ WGET_FAILURE, "Impossible d’écrire dans %)." },
	{ WGET_FAILURE, "No se puede escribir a %)." },
	{ WGET_FAILURE, "Impossibile scrivere in %)." },
	{ WGET_FAILURE, "Não foi possível escrever em %)." },
	{ WGET_FAILURE, "Невозможно записать в %)." },
	{ WGET_FAILURE, "% へ書き込めません" },
	{ WGET_FAILURE, "Nie można zapisać do %)." },
	{ WGET_FAILURE, "无法写入 %)。" },

	{ WGET_FAILURE, "Unable to establish SSL connection.%" },
	{ WGET_FAILURE, "Es ist nicht möglich, eine SSL-Verbindung herzustellen.%" },
	{ WGET_FAILURE, "Incapable d’établir une connexion SSL.%" },
	{ WGET_FAILURE, "No se pudo establecer la conexión SSL.%" },
	{ WGET_FAILURE, "Impossibile stabilire una connessione SSL.%" },
	{ WGET_FAILURE, "Não foi possível estabelecer conexão segura (SSL).%" },
	{ WGET_FAILURE, "Не удаётся установить SSL-соединение.%" },
	{ WGET_FAILURE, "SSL による接続が確立できません。%" },
	{ WGET_FAILURE, "Niemożliwe utworzenie połączenia SSL.%" },
	{ WGET_FAILURE, "无法建立 SSL 连接。%" },

	{ WGET_FAILURE, "ERROR: cannot verify %" },
};

/* Most patterns begin with another byte. */
static bool may_match(struct slice text, const char *pattern)
{
	return *pattern == '%' || (!slice_is_empty(text) && *pattern == *text.start);
}

static bool matches(struct slice text, const char *pattern, struct slice *behind)
{
	const char *gap = strchr(pattern, '%');
	size_t length = (size_t)(gap - pattern);

	if (slice_length(text) < length || memcmp(text.start, pattern, length) != 0)
		return false;
	text.start += length;
	if (!scan_until(&text, gap + 1, NULL) || !scan_text(&text, gap + 1))
		return false;
	*behind = slice_trim(text);
	return true;
}

enum wget_phrase wget_phrase(struct slice text, struct slice *behind)
{
	for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++)
		if (may_match(text, phrases[i].pattern) &&
			matches(text, phrases[i].pattern, behind))
			return phrases[i].phrase;
	return WGET_NO_PHRASE;
}
