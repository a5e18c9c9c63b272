/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * templates - the texts of templates/, which are part of the programs
 *
 * Words and looks are data: the experiment, the page, gnuplot's scripts. A
 * user's folder may hold other texts of the same names.
 */
#ifndef CORE_TEMPLATES_H
#define CORE_TEMPLATES_H

/*
 * From now on a template is taken from this folder, if it has one of that name.
 * Ends the program when it is no folder.
 */
void templates_use(const char *folder);

/*
 * The text of a template by its name below templates/, such as
 * "charts/bars.gnuplot"; NULL when there is none. It lives as long as the
 * program. A file of the user's that cannot be read ends the program.
 */
const char *templates_text(const char *name);

#endif
