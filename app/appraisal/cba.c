/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cba.h"

#include "cba-line.h"

static void
organisation_free (gpointer data)
{
  AccordCbaOrganisation *self = data;

  g_free (self->uid);
  g_free (self->name);
  g_free (self);
}

static void
group_free (gpointer data)
{
  AccordCbaGroup *self = data;

  g_free (self->name);
  g_free (self);
}

static void
option_free (gpointer data)
{
  AccordCbaOption *self = data;

  g_free (self->uid);
  g_free (self->name);
  g_ptr_array_unref (self->costs);
  g_ptr_array_unref (self->outcomes);
  g_free (self);
}

static void
schedule_free (gpointer data)
{
  accord_schedule_free (data);
}

static void
series_free (gpointer data)
{
  accord_price_series_free (data);
}

/**
 * accord_cba_new:
 * @title: what it is of
 *
 * Returns: (transfer full): a CBA with nothing in it and a horizon of one year. Schedules and series are
 * appended to its arrays, which own them.
 */
AccordCba *
accord_cba_new (const char *title)
{
  AccordCba *self = g_new0 (AccordCba, 1);

  self->title = g_strdup (title);
  self->base_year = ACCORD_NO_YEAR;
  self->price_year = ACCORD_NO_YEAR;
  self->horizon = 1;
  self->organisations = g_ptr_array_new_with_free_func (organisation_free);
  self->options = g_ptr_array_new_with_free_func (option_free);
  self->schedules = g_ptr_array_new_with_free_func (schedule_free);
  self->series = g_ptr_array_new_with_free_func (series_free);
  self->groups = g_ptr_array_new_with_free_func (group_free);
  return self;
}

void
accord_cba_free (AccordCba *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_ptr_array_unref (self->organisations);
  g_ptr_array_unref (self->options);
  g_ptr_array_unref (self->schedules);
  g_ptr_array_unref (self->series);
  g_ptr_array_unref (self->groups);
  accord_grade_table_free (self->grades);
  accord_bias_table_free (self->bias);
  g_free (self);
}

/**
 * accord_cba_add_option:
 * @self: a CBA
 * @uid: (nullable): what the caller knows it by
 * @name: what it is called
 *
 * Returns: (transfer none): an option without lines, behind the others
 */
AccordCbaOption *
accord_cba_add_option (AccordCba *self, const char *uid, const char *name)
{
  AccordCbaOption *option = g_new0 (AccordCbaOption, 1);

  option->uid = g_strdup (uid);
  option->name = g_strdup (name);
  option->costs = g_ptr_array_new_with_free_func (accord_cba_cost_free);
  option->outcomes = g_ptr_array_new_with_free_func (accord_cba_outcome_free);
  g_ptr_array_add (self->options, option);
  return option;
}

/**
 * accord_cba_add_organisation:
 * @self: a CBA
 * @uid: (nullable): what the caller knows it by
 * @name: what it is called
 *
 * Returns: its index
 */
guint
accord_cba_add_organisation (AccordCba *self, const char *uid, const char *name)
{
  AccordCbaOrganisation *organisation = g_new0 (AccordCbaOrganisation, 1);

  organisation->uid = g_strdup (uid);
  organisation->name = g_strdup (name);
  g_ptr_array_add (self->organisations, organisation);
  return self->organisations->len - 1;
}

/**
 * accord_cba_find_organisation:
 * @self: a CBA
 * @uid: (nullable): what the caller knows it by
 *
 * Returns: its index, or %ACCORD_CBA_NONE
 */
guint
accord_cba_find_organisation (const AccordCba *self, const char *uid)
{
  for (guint i = 0; i < self->organisations->len; i++)
    {
      const AccordCbaOrganisation *organisation = g_ptr_array_index (self->organisations, i);

      if (uid != NULL && g_strcmp0 (organisation->uid, uid) == 0)
        return i;
    }
  return ACCORD_CBA_NONE;
}

/**
 * accord_cba_add_group:
 * @self: a CBA
 * @name: what its lines have in common
 * @correlation: between any two of them, 0 to 1
 *
 * Returns: its index
 */
guint
accord_cba_add_group (AccordCba *self, const char *name, AccordDecimal correlation)
{
  AccordCbaGroup *group = g_new0 (AccordCbaGroup, 1);

  group->name = g_strdup (name);
  group->correlation = correlation;
  g_ptr_array_add (self->groups, group);
  return self->groups->len - 1;
}

/**
 * accord_cba_find_comparator:
 * @self: a CBA
 *
 * Returns: index of the option the others are measured against, or %ACCORD_CBA_NONE
 */
guint
accord_cba_find_comparator (const AccordCba *self)
{
  for (guint i = 0; i < self->options->len; i++)
    {
      const AccordCbaOption *option = g_ptr_array_index (self->options, i);

      if (option->comparator != ACCORD_COMPARATOR_NONE)
        return i;
    }
  return ACCORD_CBA_NONE;
}
