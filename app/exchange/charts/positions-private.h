/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charts/chart-private.h"
#include "charts/positions.h"

G_BEGIN_DECLS

/*
 * AccordParty: someone who pays or gains. @net and @cumulative are by year and not discounted; @deepest is
 * the year in which @cumulative is lowest, @deepest_net what it is then, or 0. The sums are discounted.
 * @n_others is how many it stands for, where it stands for those that are too many to draw.
 */
typedef struct
{
  char *name;
  double *net;
  double *cumulative;
  guint deepest;
  double deepest_net;
  double cost;
  double benefit;
  AccordCbaValue payback;
  guint n_others;
} AccordParty;

/*
 * AccordPositions: what a chart of who pays and who gains shows. @all are everyone, @drawn those that have a
 * panel.
 */
typedef struct
{
  guint n_years;
  int base_year;
  GPtrArray *all;
  GPtrArray *drawn;
} AccordPositions;

char *accord_positions_dup_summary (const AccordPositions *self);
char *accord_positions_dup_mark (const AccordPositions *self, guint party, guint year);
GPtrArray *accord_positions_dup_rows (const AccordPositions *self);
char *accord_party_dup_outcome (const AccordParty *self);
char *accord_party_dup_deepest (const AccordParty *self, int base_year);

G_END_DECLS
