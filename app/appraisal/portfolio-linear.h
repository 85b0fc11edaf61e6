/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AccordLinear:
 * @n: how many things there are, each 0 to 1
 * @m: how many limits
 * @profits: (array length=n): of each
 * @rows: (array): of each limit, what each thing takes, m × n
 * @limits: (array length=m): not below nought
 * @near: (array length=n): what is likely to be in: the nearer, the sooner it is solved
 * @values: (out) (array length=n): how much of each is in
 * @prices: (out) (array length=m): what one more of each limit is worth; not below nought
 *
 * A linear programme: the greatest profit within the limits.
 */
typedef struct
{
  guint n;
  guint m;
  const double *profits;
  const double *rows;
  const double *limits;
  const gboolean *near;
  double *values;
  double *prices;
} AccordLinear;

guint accord_linear_solve (const AccordLinear *self);

G_END_DECLS
