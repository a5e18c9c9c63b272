/* SPDX-License-Identifier: GPL-3.0-or-later */
/* zip_layout - where in a zip file's headers things stand (APPNOTE 6.3.9, 4.3.7, 4.3.12, 4.3.16) */
#ifndef RENDER_WORKBOOK_PACKAGE_ZIP_LAYOUT_H
#define RENDER_WORKBOOK_PACKAGE_ZIP_LAYOUT_H

enum {
	HEADER = 30, /* bytes of a part's own header, before its name */
	ENTRY = 46,  /* of its entry in the directory */
	END = 22,    /* of the end of the directory, without a comment */
	DEFLATED = 8,
};

/* Where in an entry things stand. The header has the same, from its version on, 2 bytes earlier. */
enum {
	ENTRY_METHOD = 10,
	ENTRY_CRC = 16,
	ENTRY_NAME_LENGTH = 28,
	ENTRY_EXTRA_LENGTH = 30,
	ENTRY_COMMENT_LENGTH = 32,
	ENTRY_OFFSET = 42,
	HEADER_NAME_LENGTH = 26,
	HEADER_EXTRA_LENGTH = 28,
	END_COUNT = 8,
	END_SIZE = 12,
	END_OFFSET = 16,
};

#endif
