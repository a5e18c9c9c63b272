/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * cjson - samples read by cJSON: the loop that a person would write with it
 *
 *	cjson FILE    their number, and the sum of their values
 */
#include <cjson/cJSON.h>
#include <stdio.h>

int main(int argc, char **argv)
{
	FILE *file = argc == 2 ? fopen(argv[1], "r") : NULL;
	unsigned long count = 0;
	double sum = 0;
	char line[65536];

	if (!file)
		return 2;
	while (fgets(line, sizeof line, file)) {
		cJSON *record = cJSON_Parse(line);
		const cJSON *metric = cJSON_GetObjectItemCaseSensitive(record, "metric");
		const cJSON *value = cJSON_GetObjectItemCaseSensitive(record, "value");

		if (cJSON_IsString(metric) && cJSON_IsNumber(value)) {
			sum += value->valuedouble;
			count++;
		}
		cJSON_Delete(record);
	}
	fclose(file);
	printf("%lu %.17g\n", count, sum);
	return 0;
}
