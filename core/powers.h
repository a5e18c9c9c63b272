/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * powers - the powers of ten that a double holds exactly, and integers that hold products
 */
#ifndef CORE_POWERS_H
#define CORE_POWERS_H

enum { LARGEST_POWER_OF_TEN = 22 };

/* 10^0 to 10^22. */
extern const double powers_of_ten[];

/* The nearest double to 10^exponent, exponent at least -22; otherwise near it. */
double power_of_ten(int exponent);

/* Products of two numbers of 64 bits are exact in it. */
__extension__ typedef unsigned __int128 wide_integer;

#endif
