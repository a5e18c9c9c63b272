/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * cjson - samples read by cJSON: the loop that a person would write with it
 *
 *	cjson sum FILE      their number, and the sum of their values
 *	cjson means FILE    the mean of each system's
 */
#include <cjson/cJSON.h>
#include <search.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_SYSTEMS = 1000 };

struct sum {
	const char *system; /* NULL: any */
	unsigned long count;
	double values;
};

struct sums {
	struct sum items[MOST_SYSTEMS];
	size_t count;
};

static struct sum *sum_of(struct sums *sums, const char *system)
{
	ENTRY *found = hsearch((ENTRY){ .key = (char *)system }, FIND);
	struct sum *sum = found ? found->data : NULL;

	if (sum || sums->count == MOST_SYSTEMS)
		return sum;
	sum = &sums->items[sums->count++];
	sum->system = strdup(system);
	return hsearch((ENTRY){ (char *)sum->system, sum }, ENTER) ? sum : NULL;
}

static void take(struct sums *sums, const cJSON *record, int by_system)
{
	const cJSON *system = cJSON_GetObjectItemCaseSensitive(record, "system");
	const cJSON *value = cJSON_GetObjectItemCaseSensitive(record, "value");
	struct sum *sum;

	if (!cJSON_IsString(system) || !cJSON_IsNumber(value))
		return;
	sum = by_system ? sum_of(sums, system->valuestring) : &sums->items[0];
	if (!sum)
		return;
	sum->values += value->valuedouble;
	sum->count++;
}

static void print(const struct sums *sums)
{
	if (sums->count == 0)
		printf("%lu %.17g\n", sums->items[0].count, sums->items[0].values);
	for (size_t i = 0; i < sums->count; i++)
		printf("%s %.17g\n", sums->items[i].system,
			sums->items[i].values / (double)sums->items[i].count);
}

int main(int argc, char **argv)
{
	static struct sums sums;
	FILE *file = argc == 3 ? fopen(argv[2], "r") : NULL;
	char line[65536];

	if (!file || !hcreate(2 * MOST_SYSTEMS))
		return 2;
	while (fgets(line, sizeof line, file)) {
		cJSON *record = cJSON_Parse(line);

		take(&sums, record, strcmp(argv[1], "means") == 0);
		cJSON_Delete(record);
	}
	fclose(file);
	print(&sums);
	return 0;
}
