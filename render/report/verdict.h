/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * verdict - what the verdicts of several cells are together
 */
#ifndef RENDER_REPORT_VERDICT_H
#define RENDER_REPORT_VERDICT_H

/*
 * The one that is the status of both: Stable, Stable?, a failure's word, Unstable, the later
 * of these. NULL: none yet; "", of what was not run or is only a fact, has no say.
 */
const char *worse_verdict(const char *a, const char *b);

#endif
