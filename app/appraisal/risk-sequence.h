/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "uncertainty.h"

G_BEGIN_DECLS

/**
 * ACCORD_SEQUENCE_BLOCK:
 *
 * How many draws are filled at once. A power of two.
 */
#define ACCORD_SEQUENCE_BLOCK 256u

/**
 * AccordSequence:
 *
 * Numbers between 0 and 1 for every draw and dimension. Each depends on the method, the seed, the number of
 * draws (of a Latin hypercube alone), the draw and the dimension, and on nothing that was asked for before.
 */
typedef struct _AccordSequence AccordSequence;

AccordSequence *accord_sequence_new (AccordDrawMethod method, guint64 seed, guint n_draws,
                                     guint n_dimensions);
void accord_sequence_free (AccordSequence *self);
void accord_sequence_fill (const AccordSequence *self, guint dimension, guint block,
                           double numbers[ACCORD_SEQUENCE_BLOCK]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordSequence, accord_sequence_free)

G_END_DECLS
