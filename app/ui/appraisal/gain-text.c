/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal/gain-text.h"

#include "appraisal/cell-text.h"
#include "fold.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static char *
dup_name (AccordAppraisalWork *work, AccordRecord *gain)
{
  const AccordWorkOrganisation *organisation =
      accord_appraisal_work_find_organisation (work, accord_record_get_int (gain, "organisation"));
  const char *title = accord_record_get_reference_title (gain, "organisation");

  if (organisation != NULL)
    return g_strdup (organisation->name);
  return g_strdup (title != NULL ? title : _ ("not known"));
}

/**
 * accord_gain_text_format:
 * @work: where organisations are known
 * @gains: (nullable) (element-type AccordRecord): shares of an outcome
 *
 * Returns: (transfer full) (nullable): them in one line, or %NULL where there are none
 */
char *
accord_gain_text_format (AccordAppraisalWork *work, GPtrArray *gains)
{
  GString *text;

  if (gains == NULL || gains->len == 0)
    return NULL;
  text = g_string_new (NULL);
  for (guint i = 0; i < gains->len; i++)
    {
      const char *written = accord_record_get_text (gains->pdata[i], "share");
      g_autofree char *name = dup_name (work, gains->pdata[i]), *share = NULL;
      AccordDecimal value;

      share = accord_decimal_parse (written, &value) ? accord_cell_dup_rate (value) : g_strdup (written);
      g_string_append_printf (text, "%s%s %s", i > 0 ? "; " : "", name, share != NULL ? share : "");
    }
  return g_string_free (text, FALSE);
}

static gboolean
is_called (const AccordWorkOrganisation *organisation, const char *folded)
{
  g_autofree char *name = accord_text_fold (organisation->name);
  g_autofree char *short_name =
      organisation->short_name != NULL ? accord_text_fold (organisation->short_name) : NULL;

  return g_str_equal (folded, name) || g_strcmp0 (folded, short_name) == 0;
}

/**
 * accord_gain_text_find:
 * @work: where organisations are known
 * @name: what one is called, in full or for short
 * @why: (out): where there is none, or several, the end of a sentence
 *
 * Returns: the organisation, or 0
 */
gint64
accord_gain_text_find (AccordAppraisalWork *work, const char *name, char **why)
{
  const GPtrArray *all = accord_appraisal_work_get_organisations (work);
  g_autofree char *folded = accord_text_fold (name);
  gint64 found = 0;

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const AccordWorkOrganisation *one = all->pdata[i];

      if (!is_called (one, folded))
        continue;
      if (found != 0)
        {
          *why = g_strdup_printf (_ ("Several organisations are called “%s”."), name);
          return 0;
        }
      found = one->id;
    }
  if (found == 0)
    *why = g_strdup_printf (_ ("No organisation is called “%s”."), name);
  return found;
}

/* A name, and behind the last blank its share; one without a share has all of it. */
static AccordRecord *
parse_one (AccordAppraisalWork *work, const char *text, gboolean alone, char **why)
{
  AccordSchema *schema = accord_workspace_get_schema (accord_appraisal_work_get_workspace (work));
  g_autoptr (AccordRecord) gain = accord_record_new (accord_schema_find_kind (schema, "gain"));
  const char *blank = strrchr (text, ' ');
  g_autofree char *name = NULL, *share = NULL;
  AccordDecimal value = ACCORD_DECIMAL_ONE;
  gboolean said =
      blank != NULL && (g_ascii_isdigit (blank[1]) || blank[1] == '.') && g_str_has_suffix (text, "%");
  gint64 id;

  if (!said && !alone)
    {
      *why = g_strdup_printf (_ ("“%s” does not say which share, such as 40%%."), text);
      return NULL;
    }
  if (said && accord_cell_scan_rate (blank + 1, &value) != ACCORD_CELL_OK)
    {
      *why = g_strdup_printf (_ ("“%s” is not a share."), blank + 1);
      return NULL;
    }
  name = said ? g_strndup (text, blank - text) : g_strdup (text);
  id = accord_gain_text_find (work, g_strstrip (name), why);
  if (id == 0)
    return NULL;
  share = accord_decimal_format (value);
  accord_record_set_int (gain, "organisation", id);
  accord_record_set_text (gain, "share", share);
  return g_steal_pointer (&gain);
}

/**
 * accord_gains_add_up:
 * @gains: (element-type AccordRecord): shares
 * @sum: (out): what they add to
 *
 * Returns: whether that is all, or there are none
 */
gboolean
accord_gains_add_up (GPtrArray *gains, AccordDecimal *sum)
{
  *sum = 0;
  for (guint i = 0; i < gains->len; i++)
    {
      AccordDecimal share;

      if (accord_decimal_parse (accord_record_get_text (gains->pdata[i], "share"), &share))
        *sum += share;
    }
  return gains->len == 0 || *sum == ACCORD_DECIMAL_ONE;
}

static gboolean
has_twice (GPtrArray *gains)
{
  for (guint i = 0; i < gains->len; i++)
    for (guint j = 0; j < i; j++)
      if (accord_record_get_int (gains->pdata[i], "organisation")
          == accord_record_get_int (gains->pdata[j], "organisation"))
        return TRUE;
  return FALSE;
}

/**
 * accord_gain_text_parse:
 * @work: where organisations are known
 * @text: who gains, in one line; empty for nobody that is known
 * @gains: (inout) (transfer full) (nullable) (element-type AccordRecord): takes the shares in the place of
 * those before
 * @why: (out): where it is refused, the end of a sentence
 *
 * Returns: whether it says who gains, and all of it
 */
gboolean
accord_gain_text_parse (AccordAppraisalWork *work, const char *text, GPtrArray **gains, char **why)
{
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  AccordDecimal sum;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      AccordRecord *gain;

      if (*g_strstrip (parts[i]) == '\0')
        continue;
      gain = parse_one (work, parts[i], strchr (text, ';') == NULL, why);
      if (gain == NULL)
        return FALSE;
      g_ptr_array_add (found, gain);
    }
  if (!accord_gains_add_up (found, &sum))
    {
      g_autofree char *shown = accord_cell_dup_rate (sum);

      *why = g_strdup_printf (_ ("The shares add to %s, not to 100%%."), shown);
      return FALSE;
    }
  if (has_twice (found))
    {
      *why = g_strdup (_ ("One organisation is named twice."));
      return FALSE;
    }
  g_clear_pointer (gains, g_ptr_array_unref);
  *gains = g_steal_pointer (&found);
  return TRUE;
}
