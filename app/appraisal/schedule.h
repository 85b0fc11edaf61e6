/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "decimal.h"

G_BEGIN_DECLS

/**
 * AccordBand:
 * @first: the first year in which the rate holds, 1 or later; it holds until the next band begins
 * @rate: a year, 0.035 for 3.5 %
 */
typedef struct
{
  guint first;
  AccordDecimal rate;
} AccordBand;

/**
 * AccordSchedule:
 * @name: "standard", "health", "lower-rate", or what a user calls it
 * @edition: (nullable): of when it is
 * @source: (nullable): where it was published, in words
 * @bands: (element-type AccordBand): by year, ascending, the first from year 1
 *
 * A schedule of discount rates. It is data: an appraisal keeps the one it used.
 */
typedef struct
{
  char *name;
  char *edition;
  char *source;
  GArray *bands;
} AccordSchedule;

AccordSchedule *accord_schedule_new (const char *name, const char *edition, const char *source);
void accord_schedule_free (AccordSchedule *self);
AccordSchedule *accord_schedule_copy (const AccordSchedule *self);
void accord_schedule_add (AccordSchedule *self, guint first, AccordDecimal rate);
gboolean accord_schedule_is_sound (const AccordSchedule *self);
AccordDecimal accord_schedule_get_rate (const AccordSchedule *self, guint year);
void accord_schedule_fill (const AccordSchedule *self, double *factors, guint n_years);
double accord_schedule_add_up (const AccordSchedule *self, const double *factors, guint n_years);
double accord_schedule_annuity (const AccordSchedule *self, guint n_years);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordSchedule, accord_schedule_free)

G_END_DECLS
