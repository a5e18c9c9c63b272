/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * descriptor - writing to a file descriptor, whatever interrupts it
 */
#ifndef CORE_DESCRIPTOR_H
#define CORE_DESCRIPTOR_H

#include <stdbool.h>
#include <stddef.h>

/* Writes all the bytes; false, with errno set, when that fails. */
bool descriptor_write(int descriptor, const char *bytes, size_t length);

#endif
