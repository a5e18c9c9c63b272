/* SPDX-License-Identifier: GPL-3.0-or-later */
/* schema/value - what a key of a schema takes that is neither an object nor several */
#ifndef CORE_SCHEMA_VALUE_H
#define CORE_SCHEMA_VALUE_H

#include "core/schema.h"

/* Fills the member from the value at place, which may not be there. */
void schema_read_value(
	const struct schema_key *key, void *member, const struct schema_place *place);

#endif
