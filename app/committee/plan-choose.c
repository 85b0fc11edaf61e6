/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan-private.h"

static gboolean
is_empty (AccordRecord *record, const char *field)
{
  return accord_record_is_empty (record,
                                 (guint) accord_kind_find_field (accord_record_get_kind (record), field));
}

/* A person says of what it is: then there is no doubt left. */
static void
be_sure (AccordPlanRow *row)
{
  row->sure = TRUE;
  row->taken = TRUE;
  g_clear_pointer (&row->why, g_free);
}

/* What a person said of the page as a whole counts for every row that lacks it, and where the page names
 * nothing. */
void
accord_planning_choose (AccordPlanning *self)
{
  const AccordPlanOptions *options = self->options;
  GPtrArray *rows = self->plan->rows;

  for (guint i = 0; options != NULL && i < rows->len; i++)
    {
      AccordPlanRow *row = rows->pdata[i];
      const char *kind = accord_record_get_kind (row->record)->name;
      gboolean of_case = g_str_equal (kind, "endorsement") || g_str_equal (kind, "caveat");

      if (row->doing != ACCORD_PLAN_ADD)
        continue;
      if (of_case && options->n_cases > 0 && is_empty (row->record, "cases"))
        {
          accord_record_set_ids (row->record, "cases", options->cases, options->n_cases);
          be_sure (row);
        }
      else if (g_str_equal (kind, "finding") && options->programme > 0 && is_empty (row->record, "programme"))
        {
          accord_record_set_int (row->record, "programme", options->programme);
          be_sure (row);
        }
    }
}
