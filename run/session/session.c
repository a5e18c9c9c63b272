/* SPDX-License-Identifier: GPL-3.0-or-later */
/* session - from a plan to results: checks, descriptions, run after run */
#include "run/session/session.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory.h"
#include "core/message.h"
#include "run/process/interrupt.h"
#include "run/record/folder.h"
#include "run/session/surroundings.h"
#include "run/session/progress.h"
#include "run/session/systems.h"
#include "run/session/undecided.h"

struct session {
	const struct setting *setting;
	struct plan *plan;
	struct systems systems;
	struct progress progress;
	size_t done; /* steps of the plan */
};

static bool is_missing(const struct step *step, void *context)
{
	return step->run == RUN_WARM_UP || !folder_has(context, step);
}

struct wanted {
	const struct experiment *experiment;
	bool *cells; /* of which a run is planned: only those are warmed up */
};

static bool is_wanted(const struct step *step, void *context)
{
	const struct wanted *wanted = context;

	return wanted->cells[plan_cell(wanted->experiment, step)];
}

static void leave_out_warm_ups(const struct experiment *experiment, struct plan *plan)
{
	size_t cells = experiment->system_count * experiment->test_count;
	struct wanted wanted = { experiment, memory_allocate(cells, sizeof *wanted.cells) };

	for (size_t i = 0; i < plan->count; i++)
		if (plan->steps[i].run != RUN_WARM_UP)
			wanted.cells[plan_cell(experiment, &plan->steps[i])] = true;
	plan_filter(plan, is_wanted, &wanted);
	free(wanted.cells);
}

static void leave_out_what_is_there(const struct setting *setting, struct plan *plan)
{
	size_t planned = plan->count;

	plan_filter(plan, is_missing, (void *)setting);
	if (plan->count < planned)
		note("%zu of %zu runs are there already", planned - plan->count, planned);
	leave_out_warm_ups(setting->experiment, plan);
}

static enum step_end fail(struct text *why, const char *where)
{
	text_add_format(why, "%s: %s", where, strerror(errno));
	return STEP_STOPS_ALL;
}

static bool is_fit(const struct step *step, void *context)
{
	return systems_state(context, step->system)->fitness == FIT;
}

/* Writes down, for each cell of a system that is not fit, why its next run was not made. */
static bool write_reasons(const struct session *session)
{
	const struct experiment *experiment = session->setting->experiment;
	size_t cells = experiment->system_count * experiment->test_count;
	bool *told = memory_allocate(cells, sizeof *told);
	bool written = true;

	for (size_t i = 0; i < session->plan->count && written; i++) {
		const struct step *step = &session->plan->steps[i];
		const struct system_state *state = systems_state(&session->systems, step->system);
		enum problem_status status = state->fitness == HANGING ? PROBLEM_TIMED_OUT
								       : PROBLEM_NOT_RUN;
		bool *cell = &told[plan_cell(experiment, step)];

		if (state->fitness == FIT || step->run == RUN_WARM_UP || *cell)
			continue;
		*cell = true;
		written = step_leave_out(
			session->setting, step, problem_status_text(status), state->why.data);
	}
	free(told);
	return written;
}

static enum step_end leave_out_unfit(struct session *session, struct text *why)
{
	const struct experiment *experiment = session->setting->experiment;

	for (size_t i = 0; i < experiment->system_count; i++) {
		const struct system_state *state = &session->systems.states[i];

		if (state->is_planned && state->fitness != FIT)
			warn("%s is left out: %s", experiment->systems[i].name, state->why.data);
	}
	if (!write_reasons(session))
		return fail(why, session->setting->folder);
	plan_filter(session->plan, is_fit, &session->systems);
	return STEP_DONE;
}

/* Also without a log: a report shall say how many runs there were to be. */
static enum step_end give_up(
	const struct setting *setting, const struct step *step, struct text *remark)
{
	static const char why[] = "no run before it ended in time";

	if (!step_leave_out(setting, step, problem_status_text(PROBLEM_NOT_TRIED), why))
		return fail(remark, setting->folder);
	text_add_format(remark, "left out: %s", why);
	return STEP_FAILED;
}

static enum step_end perform_one(struct session *session, struct text *remark)
{
	const struct step *step = &session->plan->steps[session->done];

	if (step_is_hopeless(session->setting, step))
		return give_up(session->setting, step, remark);
	return step_perform(session->setting, step, remark);
}

static enum step_end perform(struct session *session, struct text *why)
{
	struct text remark = TEXT_INIT;
	enum step_end end = STEP_DONE;

	for (; session->done < session->plan->count; session->done++) {
		if (session->done && !interrupt_sleep(session->setting->pause)) {
			end = STEP_INTERRUPTED;
			break;
		}
		progress_begin(&session->progress, session->done);
		text_clear(&remark);
		end = perform_one(session, &remark);
		if (end == STEP_FAILED)
			mark_data_wrong();
		else if (end != STEP_DONE)
			break;
		progress_end(&session->progress, session->done, remark.data);
		end = STEP_DONE;
	}
	if (end == STEP_STOPS_ALL)
		text_add(why, remark.data);
	text_release(&remark);
	return end;
}

static enum step_end prepare(struct session *session, struct text *why)
{
	enum step_end end = systems_check(&session->systems, session->setting, session->plan, why);

	if (end != STEP_DONE)
		return end;
	if (!surroundings_write(session->setting, &session->systems, session->plan))
		return fail(why, session->setting->folder);
	if (interrupt_came())
		return STEP_INTERRUPTED;
	return leave_out_unfit(session, why);
}

/* More runs of cells that are not decided. */
struct extension {
	const struct setting *setting;
	const struct systems *systems;
	const struct undecided *undecided;
	size_t most;
};

/* Whether the step's cell may have another run: then the step is its next one. */
static bool is_next(struct step *step, const struct extension *extension)
{
	if (systems_state(extension->systems, step->system)->fitness != FIT ||
		!undecided_has(extension->undecided, extension->setting, step))
		return false;
	for (step->run = 1; step->run <= extension->most; step->run++)
		if (!folder_has(extension->setting, step))
			return !step_is_hopeless(extension->setting, step);
	return false;
}

/* Plans another round, of those cells that more runs may decide; false when there are none. */
static bool plan_more(struct session *session, const struct session_choice *choice, size_t round,
	struct text *why)
{
	const struct setting *setting = session->setting;
	struct undecided undecided;
	struct extension extension = { setting, &session->systems, &undecided,
		choice->until_stable };
	size_t kept = session->plan->count;

	if (!undecided_judge(&undecided, setting, choice->experiment_path, why))
		return false;
	plan_add_round(session->plan, setting->experiment, choice->plan, round);
	for (size_t i = kept; i < session->plan->count; i++)
		if (is_next(&session->plan->steps[i], &extension))
			session->plan->steps[kept++] = session->plan->steps[i];
	session->plan->count = kept;
	undecided_release(&undecided);
	return kept > session->done;
}

static enum step_end perform_until_stable(
	struct session *session, const struct session_choice *choice, struct text *why)
{
	enum step_end end = perform(session, why);

	for (size_t round = 1; choice->until_stable && end == STEP_DONE; round++) {
		if (!plan_more(session, choice, round, why))
			return why->length ? STEP_STOPS_ALL : STEP_DONE;
		end = perform(session, why);
	}
	return end;
}

enum step_end session_perform(const struct setting *setting, struct plan *plan,
	const struct session_choice *choice, struct text *why)
{
	struct session session = { .setting = setting, .plan = plan };
	enum step_end end;

	leave_out_what_is_there(setting, plan);
	end = prepare(&session, why);
	progress_init(&session.progress, setting->experiment, plan);
	if (end == STEP_DONE)
		end = perform_until_stable(&session, choice, why);
	if (end != STEP_DONE)
		progress_clear(&session.progress);
	progress_release(&session.progress);
	systems_release(&session.systems);
	return end;
}
