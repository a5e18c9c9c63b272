/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * number/powers - powers of ten that a double holds exactly, powers of five that 64 bits do
 */
#ifndef CORE_NUMBER_POWERS_H
#define CORE_NUMBER_POWERS_H

#include <stdint.h>

enum { LARGEST_POWER_OF_TEN = 22, LARGEST_POWER_OF_FIVE = 27 };

extern const double powers_of_ten[LARGEST_POWER_OF_TEN + 1];
extern const uint64_t powers_of_five[LARGEST_POWER_OF_FIVE + 1];

/* The double nearest to 10^exponent, from -22 to 22; beyond that, one near it. */
double power_of_ten(int exponent);

/* The product of two numbers of 64 bits is exact in it. */
__extension__ typedef unsigned __int128 wide_integer;

#endif
