/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cba.h"

static GArray *
copy_array (const GArray *array, gsize size)
{
  GArray *copy = g_array_sized_new (FALSE, TRUE, size, array->len);

  return g_array_append_vals (copy, array->data, array->len);
}

static void
copy_cost (AccordCbaOption *option, const AccordCbaCost *self)
{
  AccordCbaCost *copy = accord_cba_option_add_cost (option, self->uid, self->name);
  const AccordCbaCost owned = *copy;

  *copy = *self;
  copy->uid = owned.uid;
  copy->name = owned.name;
  g_array_append_vals (owned.amounts, self->amounts->data, self->amounts->len);
  copy->amounts = owned.amounts;
  copy->sheet = accord_bias_sheet_copy (self->sheet);
  copy->source = g_strdup (self->source);
}

static void
copy_outcome (AccordCbaOption *option, const AccordCbaOutcome *self)
{
  AccordCbaOutcome *copy = accord_cba_option_add_outcome (option, self->uid, self->name);
  const AccordCbaOutcome owned = *copy;

  *copy = *self;
  copy->uid = owned.uid;
  copy->name = owned.name;
  g_array_append_vals (owned.gains, self->gains->data, self->gains->len);
  copy->gains = owned.gains;
  copy->phasing = self->phasing != NULL ? copy_array (self->phasing, sizeof (AccordDecimal)) : NULL;
  copy->source = g_strdup (self->source);
}

static void
copy_option (AccordCba *cba, const AccordCbaOption *self)
{
  AccordCbaOption *copy = accord_cba_add_option (cba, self->uid, self->name);

  copy->comparator = self->comparator;
  copy->preferred = self->preferred;
  for (guint i = 0; i < self->costs->len; i++)
    copy_cost (copy, g_ptr_array_index (self->costs, i));
  for (guint i = 0; i < self->outcomes->len; i++)
    copy_outcome (copy, g_ptr_array_index (self->outcomes, i));
}

/**
 * accord_cba_copy:
 * @self: a CBA
 *
 * Returns: (transfer full): another like it, which shares nothing with it
 */
AccordCba *
accord_cba_copy (const AccordCba *self)
{
  AccordCba *copy = accord_cba_new (self->title);

  copy->base_year = self->base_year;
  copy->price_year = self->price_year;
  copy->horizon = self->horizon;
  for (guint i = 0; i < self->organisations->len; i++)
    {
      const AccordCbaOrganisation *organisation = g_ptr_array_index (self->organisations, i);

      accord_cba_add_organisation (copy, organisation->uid, organisation->name);
    }
  for (guint i = 0; i < self->options->len; i++)
    copy_option (copy, g_ptr_array_index (self->options, i));
  for (guint i = 0; i < self->schedules->len; i++)
    g_ptr_array_add (copy->schedules, accord_schedule_copy (g_ptr_array_index (self->schedules, i)));
  for (guint i = 0; i < self->series->len; i++)
    g_ptr_array_add (copy->series, accord_price_series_copy (g_ptr_array_index (self->series, i)));
  for (guint i = 0; i < self->groups->len; i++)
    {
      const AccordCbaGroup *group = g_ptr_array_index (self->groups, i);

      accord_cba_add_group (copy, group->name, group->correlation);
    }
  copy->grades = accord_grade_table_copy (self->grades);
  copy->bias = accord_bias_table_copy (self->bias);
  return copy;
}

/**
 * accord_grade_table_new:
 * @name: what it is called
 * @edition: (nullable): of when it is
 * @source: (nullable): where it was published, in words
 *
 * Returns: (transfer full): a table without grades; corrections are appended to its array, grade 1 first
 */
AccordGradeTable *
accord_grade_table_new (const char *name, const char *edition, const char *source)
{
  AccordGradeTable *self = g_new0 (AccordGradeTable, 1);

  self->name = g_strdup (name);
  self->edition = g_strdup (edition);
  self->source = g_strdup (source);
  self->corrections = g_array_new (FALSE, FALSE, sizeof (AccordDecimal));
  return self;
}

/**
 * accord_grade_table_copy:
 * @self: (nullable): a table
 *
 * Returns: (transfer full) (nullable): another like it
 */
AccordGradeTable *
accord_grade_table_copy (const AccordGradeTable *self)
{
  AccordGradeTable *copy;

  if (self == NULL)
    return NULL;
  copy = accord_grade_table_new (self->name, self->edition, self->source);
  g_array_append_vals (copy->corrections, self->corrections->data, self->corrections->len);
  return copy;
}

void
accord_grade_table_free (AccordGradeTable *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->edition);
  g_free (self->source);
  g_array_unref (self->corrections);
  g_free (self);
}
