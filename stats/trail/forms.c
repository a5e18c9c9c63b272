/* SPDX-License-Identifier: GPL-3.0-or-later */
/* forms - what samples have in common beside their labels */
#include "stats/trail/forms.h"

#include <stdlib.h>
#include <string.h>

#include "core/memory.h"

void forms_init(struct forms *forms)
{
	*forms = (struct forms){ .key = TEXT_INIT, .pattern = TEXT_INIT };
}

static bool is_form(const struct form *form, const struct sample *sample, uint64_t *numbers)
{
	if (form->bound != sample->bound || !same_label(form->cached, sample->cached) ||
		!same_label(form->set_aside, sample->set_aside) ||
		!same_label(form->exceptional, sample->exceptional) ||
		!form->pattern.text != !sample->source)
		return false;
	return !form->pattern.text || pattern_fits(&form->pattern, sample->source, numbers);
}

/* Texts of any bytes, told apart from one another and from none. */
static void add_to_key(struct text *key, const char *text)
{
	text_add_format(key, "%zu\n", text ? strlen(text) + 1 : 0);
	text_add(key, text ? text : "");
}

static void begin_form(struct forms *forms, const struct sample *sample)
{
	size_t number = forms->index.count - 1;

	forms->items = memory_reserve_one(
		forms->items, number, &forms->capacity, sizeof *forms->items);
	forms->items[number] = (struct form){
		.pattern = pattern_read(
			sample->source ? memory_copy_string(forms->pattern.data) : NULL),
		.bound = sample->bound,
		.cached = memory_copy_string(sample->cached),
		.set_aside = memory_copy_string(sample->set_aside),
		.exceptional = memory_copy_string(sample->exceptional),
	};
}

size_t forms_take(struct forms *forms, const struct sample *sample, size_t guess,
	uint64_t numbers[PATTERN_NUMBERS])
{
	size_t known = forms->index.count;
	size_t number;

	if (guess < known && is_form(&forms->items[guess], sample, numbers))
		return guess;
	text_clear(&forms->pattern);
	if (sample->source)
		pattern_of(&forms->pattern, sample->source);
	text_clear(&forms->key);
	text_add_format(&forms->key, "%d\n", sample->bound);
	add_to_key(&forms->key, sample->source ? forms->pattern.data : NULL);
	add_to_key(&forms->key, sample->cached);
	add_to_key(&forms->key, sample->set_aside);
	add_to_key(&forms->key, sample->exceptional);
	number = index_add(&forms->index, text_slice(&forms->key));
	if (number == known)
		begin_form(forms, sample);
	if (sample->source)
		pattern_fits(&forms->items[number].pattern, sample->source, numbers);
	return number;
}

void forms_release(struct forms *forms)
{
	for (size_t i = 0; i < forms->index.count; i++) {
		free((char *)forms->items[i].pattern.text);
		free(forms->items[i].cached);
		free(forms->items[i].set_aside);
		free(forms->items[i].exceptional);
	}
	free(forms->items);
	index_release(&forms->index);
	text_release(&forms->key);
	text_release(&forms->pattern);
}
