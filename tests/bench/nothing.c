/* SPDX-License-Identifier: GPL-3.0-or-later */
/* nothing - the least that a program does: begins and ends */
int main(void)
{
	return 0;
}
