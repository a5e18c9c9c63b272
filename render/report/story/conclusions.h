/* SPDX-License-Identifier: GPL-3.0-or-later */
/* conclusions - the part of a story that says what the data support */
#ifndef RENDER_REPORT_STORY_CONCLUSIONS_H
#define RENDER_REPORT_STORY_CONCLUSIONS_H

#include "render/report/story/teller.h"

void tell_conclusions(struct teller *teller);

#endif
