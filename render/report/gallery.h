/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * gallery - the folder of a report's charts, changed whole or not at all
 */
#ifndef RENDER_REPORT_GALLERY_H
#define RENDER_REPORT_GALLERY_H

struct gallery {
	char *path;    /* where the charts will be */
	char *interim; /* the folder where they are now */
};

/* Begins the gallery folder/name, with an empty interim folder beside it. */
void gallery_init(struct gallery *gallery, const char *folder, const char *name);

/*
 * Puts the interim folder's files into their places; those that were there and
 * are the same stay as they are. Charts that are no longer made are removed, and
 * nothing else.
 */
void gallery_publish(struct gallery *gallery);

/* Removes what was not published, and frees the names. */
void gallery_release(struct gallery *gallery);

#endif
