/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "appraisal-file.h"
#include "appraisal-lines.h"
#include "result.h"
#include "writer.h"

G_BEGIN_DECLS

/**
 * AccordBenefitEntry:
 * @record: (nullable): the benefit in the register, or %NULL where an outcome line has none yet
 * @outcome: (nullable): the outcome line it comes of, or %NULL for one that was added by hand
 * @proposed: (nullable): the benefit as the appraisal has it, or %NULL without a line that can be worked out
 * @recurrent: whether it comes every year; that is not known without @outcome
 * @forecast: (nullable) (element-type AccordYearAmount): what it was forecast to be worth, by year, in the
 *   prices of the appraisal and with its corrections
 * @realised: (nullable) (element-type AccordYearAmount): what it was really worth, in the money of each year
 * @differences: (element-type guint): the fields in which register and appraisal both say something, and not
 *   the same
 *
 * A line of a benefits register.
 */
typedef struct
{
  AccordRecord *record;
  AccordRecord *outcome;
  AccordRecord *proposed;
  gboolean recurrent;
  GArray *forecast;
  GArray *realised;
  GArray *differences;
} AccordBenefitEntry;

/**
 * AccordBenefitYear:
 * @year: the financial year, by the year it begins in
 * @forecast_cost: in pence, real
 * @forecast_benefit: likewise
 * @spent: what was paid, in the money of the year, or %ACCORD_UNKNOWN
 * @realised: what the benefits were worth, in the money of the year, or %ACCORD_UNKNOWN
 *
 * A year of a register: what was forecast, and what came.
 */
typedef struct
{
  int year;
  gint64 forecast_cost;
  gint64 forecast_benefit;
  gint64 spent;
  gint64 realised;
} AccordBenefitYear;

/**
 * AccordBenefitsRegister:
 * @file: the appraisal of the case
 * @result: (nullable): what the option that counts comes to, or %NULL where it cannot be worked out
 * @problem: (nullable): why there is no @result
 * @entries: (element-type AccordBenefitEntry): by number, then those that are not in the register yet
 * @years: (element-type AccordBenefitYear): by year
 * @n_missing: how many outcome lines have no benefit yet
 * @until: the last year for which anything was recorded, or %ACCORD_NO_YEAR
 * @rebased: whether what was paid and realised could be brought to the prices of the appraisal
 * @spent: present value of what was paid up to @until, in pence
 * @realised: present value of what was realised up to @until, in pence
 * @realised_known: whether anything realised is recorded
 * @spent_known: whether anything paid is recorded
 * @bcr: @realised ÷ @spent
 * @forecast_bcr: the same of the forecast up to @until
 * @recurrent_forecast: present value of the option's benefits that come every year, in pence
 * @once_forecast: of those that come once
 *
 * The benefits of a business case, forecast and realised.
 */
typedef struct
{
  AccordAppraisalFile *file;
  AccordCbaResult *result;
  char *problem;
  GPtrArray *entries;
  GArray *years;
  guint n_missing;
  int until;
  gboolean rebased;
  gint64 spent;
  gint64 realised;
  gboolean realised_known;
  gboolean spent_known;
  AccordCbaValue bcr;
  AccordCbaValue forecast_bcr;
  gint64 recurrent_forecast;
  gint64 once_forecast;
} AccordBenefitsRegister;

/**
 * AccordBenefitsUpdate:
 * @business_case: a business case
 * @overwrite: whether what the register has is replaced where the appraisal says something else
 * @n_added: (out): how many benefits were added
 * @n_changed: (out): how many were changed
 * @n_kept: (out): how many were left as they are although the appraisal says something else
 *
 * Brings the register in step with the appraisal.
 */
typedef struct
{
  gint64 business_case;
  gboolean overwrite;
  guint n_added;
  guint n_changed;
  guint n_kept;
} AccordBenefitsUpdate;

AccordBenefitsRegister *accord_benefits_register_read (AccordReader *reader, gint64 business_case,
                                                       GError **error);
AccordBenefitsRegister *accord_benefits_register_ref (AccordBenefitsRegister *self);
void accord_benefits_register_unref (AccordBenefitsRegister *self);
gboolean accord_benefits_update_write (AccordWriter *writer, gpointer update, GError **error);

const char *accord_benefits_register_get_rule (void);
char *accord_benefits_register_dup_bcr (const AccordBenefitsRegister *self);
char *accord_benefits_register_dup_differences (const AccordBenefitsRegister *self);
char *accord_benefits_update_dup_words (const AccordBenefitsUpdate *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordBenefitsRegister, accord_benefits_register_unref)

G_END_DECLS
