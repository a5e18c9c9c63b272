/* SPDX-License-Identifier: GPL-3.0-or-later */
/* digest - SHA-256 as a Content-Security-Policy has it (libmd's, known here alone) */
#include "render/page/digest.h"

#include <sha256.h>
#include <stdint.h>

/* Three bytes make four letters; those of bytes that are not there are '='. */
static void add_base64(struct text *out, const uint8_t *bytes, size_t count)
{
	static const char letters[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

	for (size_t i = 0; i < count; i += 3) {
		size_t left = count - i;
		uint32_t group = (uint32_t)bytes[i] << 16 |
				 (left > 1 ? (uint32_t)bytes[i + 1] << 8 : 0) |
				 (left > 2 ? bytes[i + 2] : 0U);

		text_add_char(out, letters[group >> 18]);
		text_add_char(out, letters[group >> 12 & 63]);
		text_add_char(out, left > 1 ? letters[group >> 6 & 63] : '=');
		text_add_char(out, left > 2 ? letters[group & 63] : '=');
	}
}

void digest_add(struct text *out, const struct text *bytes)
{
	uint8_t digest[SHA256_DIGEST_LENGTH];
	SHA256_CTX context;

	SHA256_Init(&context);
	SHA256_Update(&context, (const uint8_t *)bytes->data, bytes->length);
	SHA256_Final(digest, &context);
	add_base64(out, digest, sizeof digest);
}
