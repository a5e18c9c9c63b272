/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * moderation - what the spreads of many series say about that of each, pure functions
 *
 * Three runs know their spread badly. Where many series of a kind are measured,
 * their variances are taken as drawn from one distribution, s0^2 d0 / chi2(d0),
 * and a series' own is drawn towards s0^2 and gains d0 degrees of freedom: the
 * moderated t of Smyth (2004, Stat. Appl. Genet. Mol. Biol. 3:3), as limma has it.
 *
 * That distribution is about series on the average. One that truly spreads more
 * than its kind would have its spread belittled: five equal systems of twice
 * the class's spread, three runs each, give a false winner in 26 % of cases.
 * So only systems that together spread as their class does are moderated: not
 * more, and not so much less that the class would widen their intervals
 * (docs/VERDICTS.md has the alternatives tried).
 */
#ifndef STATS_METHODS_MODERATION_H
#define STATS_METHODS_MODERATION_H

#include "stats/methods/comparison.h"

/* Series a class must have, and what its say is worth at most. */
#define MODERATION_LEAST_SERIES 20
#define MODERATION_MOST_DF      20

/* What a class of series says of a variance: as much as so many degrees of freedom. */
struct prior {
	double degrees_of_freedom; /* d0, at most MODERATION_MOST_DF */
	double variance;           /* s0^2, of ln x */
	size_t series;             /* it comes from */
};

/*
 * From the spreads of count >= 2 levels of two runs or more, each above 0: the
 * moments of ln s^2 (Smyth 2004, section 6.2), a variance counting as no less
 * than 1e-5 of their median, as in limma. Where the variances scatter no more
 * than chance has it, d0 is the most there may be.
 */
struct prior prior_of(const struct level *levels, size_t count);

/*
 * Whether the systems of a family, count of them, spread as their class does:
 * their pooled variance is at most s0^2, and at least a third of it. Three
 * systems at least, for two gain nothing; those of a single run do not count.
 */
bool prior_suits(const struct prior *prior, const struct level *levels, size_t count);

/*
 * Moderates a level of a family that the prior suits. False, and the level as
 * it was, if it has fewer than three runs or a variance above 1.5 s0^2: then it stands for itself.
 */
bool moderate(struct level *level, const struct prior *prior);

/* The x > 0 at which trigamma is y > 0. */
double trigamma_inverse(double y);

#endif
