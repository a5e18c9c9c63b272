/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * story_json - a story as JSON, for templates
 *
 * docs/TEMPLATES.md lists the names. Every name is there in every object of its
 * kind, false where there is nothing: a template finds names in outer objects,
 * too, and must not find another's.
 */
#ifndef RENDER_PAGE_STORY_JSON_H
#define RENDER_PAGE_STORY_JSON_H

#include "render/report/story.h"

/* Makes of the report, the section of level 1, a member "report" of the object that is open. */
extern const struct story_format story_json;

#endif
