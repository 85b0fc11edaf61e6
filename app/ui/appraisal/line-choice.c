/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal/line-columns.h"

#include "fold.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_CHOICES 40

/* What can be chosen in a cell, by what was typed of it. */

static void
list_field (const AccordLineColumn *column, const AccordKind *kind, const char *folded, GStrvBuilder *found)
{
  const AccordField *field = accord_kind_get_field (kind, column->field);

  for (const AccordChoice *choice = field->choices; choice->value != NULL; choice++)
    {
      g_autofree char *label = accord_text_fold (_ (choice->label));

      if (g_str_has_prefix (label, folded))
        g_strv_builder_add (found, _ (choice->label));
    }
}

/* Those that begin with it, then those in which a word does; with nothing typed those that are in it already.
 */
static void
list_organisations (AccordAppraisalWork *work, const char *folded, GStrvBuilder *found)
{
  const GPtrArray *all = accord_appraisal_work_get_organisations (work);
  const AccordCba *cba = accord_appraisal_work_get_cba (work);
  g_autofree char *within = g_strconcat (" ", folded, NULL);
  guint n_found = 0;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < all->len && n_found < MOST_CHOICES; i++)
      {
        const AccordWorkOrganisation *one = all->pdata[i];
        g_autofree char *name = accord_text_fold (one->name);
        gboolean used = cba != NULL && accord_cba_find_organisation (cba, one->uid) != ACCORD_CBA_NONE;
        gboolean first = *folded == '\0' ? used : g_str_has_prefix (name, folded);
        gboolean second = *folded == '\0' ? !used : !first && strstr (name, within) != NULL;

        if (!(pass == 0 ? first : second))
          continue;
        g_strv_builder_add (found, one->name);
        n_found++;
      }
}

/**
 * accord_line_list_choices:
 * @work: where organisations are known
 * @column: a column of choices
 * @typed: what was typed
 *
 * Returns: (transfer full): the choices that fit
 */
char **
accord_line_list_choices (AccordAppraisalWork *work, const AccordLineColumn *column, const char *typed)
{
  g_autoptr (GStrvBuilder) found = g_strv_builder_new ();
  g_autofree char *folded = accord_text_fold (typed);

  if (column->cell == ACCORD_LINE_ORGANISATION && accord_appraisal_work_get_organisations (work) != NULL)
    list_organisations (work, folded, found);
  else if (column->cell == ACCORD_LINE_CHOICE)
    {
      AccordSchema *schema = accord_workspace_get_schema (accord_appraisal_work_get_workspace (work));
      guint n_columns;
      const AccordLineColumn *costs = accord_line_columns (FALSE, &n_columns);
      gboolean is_cost = column >= costs && column < costs + n_columns;

      list_field (column, accord_schema_find_kind (schema, is_cost ? "cost" : "outcome"), folded, found);
    }
  return g_strv_builder_end (found);
}
