/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * output - standard output: many records at once, and as a file that is there whole or not at all
 */
#ifndef CORE_OUTPUT_H
#define CORE_OUTPUT_H

/*
 * From here on standard output goes to that file ("-": as before); what is no
 * regular file, such as a pipe, is written to as it is. The file is removed
 * again however the program ends before output_close().
 */
void output_redirect(const char *path);

/* Nothing written yet: more of it shall be kept for a write than stdio would, unless a terminal shows each line. */
void output_widen(void);

/* Ends the program: what was to be written cannot be, or is not good. */
void output_fail(const char *why);

/* Writes what is kept; ends the program when that, or a write before, fails. */
void output_flush(void);

/* The last of it was written: closes it as well, and puts the file, if there is one, into its place. */
void output_close(void);

#endif
