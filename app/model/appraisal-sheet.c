/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal-sheet.h"

#include "model-error.h"
#include "money.h"
#include "text-lines.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What stands between the cause of a mitigation and the evidence for it. */
#define EVIDENCE " | "

static gboolean
take_work (const char *first, const char *rest, guint number, gpointer data, GError **error)
{
  AccordDecimal share;

  if (accord_decimal_parse (rest, &share))
    {
      accord_bias_sheet_add_work (data, first, share);
      return TRUE;
    }
  g_set_error (error, ACCORD_MODEL_ERROR, ACCORD_MODEL_ERROR_FORM,
               _ ("Line %u is not a kind of works and its share, such as standard-buildings 0.7."), number);
  return FALSE;
}

static gboolean
read_mitigation (const char *first, const char *rest, AccordMitigation *mitigation)
{
  g_autofree char *mitigated = NULL, *cost = NULL;
  const char *cause = accord_text_next_word (rest, &mitigated);
  const char *evidence;

  cause = accord_text_next_word (cause, &cost);
  if (!accord_decimal_parse (first, &mitigation->share)
      || !accord_decimal_parse (mitigated, &mitigation->mitigated)
      || !accord_money_parse (cost, &mitigation->cost, NULL) || *cause == '\0')
    return FALSE;
  evidence = strstr (cause, EVIDENCE);
  mitigation->name = g_strndup (cause, evidence != NULL ? (gsize) (evidence - cause) : strlen (cause));
  mitigation->evidence = evidence != NULL ? g_strdup (evidence + strlen (EVIDENCE)) : NULL;
  return TRUE;
}

static gboolean
take_mitigation (const char *first, const char *rest, guint number, gpointer data, GError **error)
{
  AccordMitigation mitigation = { 0 };

  if (!read_mitigation (first, rest, &mitigation))
    {
      g_set_error (
          error, ACCORD_MODEL_ERROR, ACCORD_MODEL_ERROR_FORM,
          _ ("Line %u is not a part of the bias, how much of it is mitigated, a cost and a cause, such "
             "as 0.4 0.92 7000.00 Site not surveyed."),
          number);
      return FALSE;
    }
  accord_bias_sheet_add_mitigation (data, &mitigation);
  g_free (mitigation.name);
  g_free (mitigation.evidence);
  return TRUE;
}

/**
 * accord_works_parse:
 * @text: (nullable): kinds of works and their shares, one a line: `standard-buildings 0.7`
 * @sheet: where they are added
 * @error: return location for %ACCORD_MODEL_ERROR_FORM, which says which line is not
 *
 * Returns: whether every line was read
 */
gboolean
accord_works_parse (const char *text, AccordBiasSheet *sheet, GError **error)
{
  return accord_text_lines_each (text, take_work, sheet, error);
}

/**
 * accord_mitigations_parse:
 * @text: (nullable): what was done against the bias, one a line: its part of the bias, how much of that is
 *   mitigated, what that costs, the cause, and behind ` | ` the evidence where there is some
 * @sheet: where they are added
 * @error: return location for %ACCORD_MODEL_ERROR_FORM, which says which line is not
 *
 * Returns: whether every line was read
 */
gboolean
accord_mitigations_parse (const char *text, AccordBiasSheet *sheet, GError **error)
{
  return accord_text_lines_each (text, take_mitigation, sheet, error);
}

/**
 * accord_works_format:
 * @sheet: a worksheet
 *
 * Returns: (transfer full): its works as accord_works_parse() reads them
 */
char *
accord_works_format (const AccordBiasSheet *sheet)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sheet->works->len; i++)
    {
      const AccordBiasWork *work = g_ptr_array_index (sheet->works, i);
      g_autofree char *share = accord_decimal_format (work->share);

      g_string_append_printf (text, "%s%s %s", i > 0 ? "\n" : "", work->code, share);
    }
  return g_string_free (text, FALSE);
}

/**
 * accord_mitigations_format:
 * @sheet: a worksheet
 *
 * Returns: (transfer full): its mitigations as accord_mitigations_parse() reads them
 */
char *
accord_mitigations_format (const AccordBiasSheet *sheet)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sheet->mitigations->len; i++)
    {
      const AccordMitigation *mitigation = g_ptr_array_index (sheet->mitigations, i);
      g_autofree char *share = accord_decimal_format (mitigation->share);
      g_autofree char *mitigated = accord_decimal_format (mitigation->mitigated);
      g_autofree char *cost = accord_money_format (mitigation->cost, ACCORD_MONEY_PLAIN);

      g_string_append_printf (text, "%s%s %s %s %s", i > 0 ? "\n" : "", share, mitigated, cost,
                              mitigation->name);
      if (mitigation->evidence != NULL)
        g_string_append_printf (text, "%s%s", EVIDENCE, mitigation->evidence);
    }
  return g_string_free (text, FALSE);
}
