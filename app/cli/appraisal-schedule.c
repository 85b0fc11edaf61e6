/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal-schedule.h"

#include <glib/gi18n-lib.h>

#include "edition.h"
#include "editions.h"
#include "exit.h"
#include "text-table.h"

static AccordSchedule *
find_own (const AccordCba *cba, const char *name)
{
  for (guint i = 0; cba != NULL && i < cba->schedules->len; i++)
    {
      const AccordSchedule *schedule = cba->schedules->pdata[i];

      if (g_strcmp0 (schedule->name, name) == 0)
        return accord_schedule_copy (schedule);
    }
  return NULL;
}

/* The newest edition of the workspace that goes by the name. */
static gboolean
find_kept (AccordReader *reader, const char *name, AccordSchedule **schedule, GError **error)
{
  const AccordKind *kind = accord_kind_for_type (ACCORD_TYPE_EDITION);
  g_autoptr (AccordQuery) query = accord_query_new (kind);
  g_autoptr (GPtrArray) editions = NULL;
  AccordRecord *newest = NULL;

  accord_query_add_text (query, (guint) accord_kind_find_field (kind, "sort"), ACCORD_OPERATOR_EQUAL,
                         "schedule");
  editions = accord_reader_list (reader, query, error);
  if (editions == NULL)
    return FALSE;
  for (guint i = 0; i < editions->len; i++)
    {
      AccordRecord *edition = editions->pdata[i];

      if (g_strcmp0 (accord_record_get_text (edition, "code"), name) != 0
          && g_strcmp0 (accord_record_get_text (edition, "name"), name) != 0)
        continue;
      if (newest == NULL || accord_edition_compare (edition, newest) > 0)
        newest = edition;
    }
  if (newest == NULL)
    return TRUE;
  *schedule = accord_edition_get_schedule (newest, error);
  return *schedule != NULL;
}

/**
 * accord_cli_find_schedule:
 * @reader: (nullable): a workspace
 * @cba: (nullable): an analysis
 * @name: what a discount schedule is called
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the schedule of that name: of the analysis, of the workspace, or one
 * that Accord comes with
 */
AccordSchedule *
accord_cli_find_schedule (AccordReader *reader, const AccordCba *cba, const char *name, GError **error)
{
  AccordSchedule *schedule = find_own (cba, name);
  g_autofree char *shown = NULL;

  if (schedule != NULL || (reader != NULL && !find_kept (reader, name, &schedule, error)) || schedule != NULL)
    return schedule;
  schedule = accord_editions_shipped_schedule (name, NULL);
  if (schedule != NULL)
    return schedule;
  shown = accord_terminal_line (name);
  g_set_error (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_REFUSED,
               _ ("There is no discount schedule “%s”; there are standard, health and lower-rate."), shown);
  return NULL;
}

/**
 * accord_cli_use_schedule:
 * @cba: an analysis
 * @schedule: (transfer full): a schedule
 *
 * Discounts by @schedule what was discounted by the appraisal's own; a line that names its own keeps that.
 */
void
accord_cli_use_schedule (AccordCba *cba, AccordSchedule *schedule)
{
  if (cba->schedules->len == 0)
    {
      g_ptr_array_add (cba->schedules, schedule);
      return;
    }
  /* A line may name the one that was the first. */
  g_ptr_array_add (cba->schedules, accord_schedule_copy (cba->schedules->pdata[0]));
  for (guint i = 0; i < cba->options->len; i++)
    {
      const AccordCbaOption *option = cba->options->pdata[i];

      for (guint j = 0; j < option->costs->len; j++)
        if (((AccordCbaCost *) option->costs->pdata[j])->schedule == 0)
          ((AccordCbaCost *) option->costs->pdata[j])->schedule = cba->schedules->len - 1;
      for (guint j = 0; j < option->outcomes->len; j++)
        if (((AccordCbaOutcome *) option->outcomes->pdata[j])->schedule == 0)
          ((AccordCbaOutcome *) option->outcomes->pdata[j])->schedule = cba->schedules->len - 1;
    }
  accord_schedule_free (cba->schedules->pdata[0]);
  cba->schedules->pdata[0] = schedule;
}
