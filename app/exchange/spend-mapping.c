/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "spend-mapping.h"

#include "exchange-error.h"
#include "fold.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NOTHING (-1)

/* A column by its name, with hyphens or underscores. */
static gboolean
find_column (const char *name, gsize len, AccordSpendColumn *column)
{
  g_autofree char *wanted = g_strdelimit (g_strndup (name, len), "_", '-');

  for (guint i = 0; i < ACCORD_SPEND_N_COLUMNS; i++)
    if (g_ascii_strcasecmp (g_strstrip (wanted), accord_spend_column_get_name (i)) == 0)
      {
        *column = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
find_number (AccordSpendLayout *layout, const char *text, int *index)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (text, 10, 1, accord_spend_layout_get_n_headings (layout), &number, NULL))
    return FALSE;
  *index = (int) number - 1;
  return TRUE;
}

static gboolean
find_heading (AccordSpendLayout *layout, const char *text, int *index)
{
  g_autofree char *wanted = accord_spend_heading_normalise (text, strlen (text));

  for (guint i = 0; i < accord_spend_layout_get_n_headings (layout); i++)
    if (*wanted != '\0' && strcmp (wanted, accord_spend_layout_get_normalised (layout, i)) == 0)
      {
        *index = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
read_assignment (AccordSpendLayout *layout, const char *line, int columns[ACCORD_SPEND_N_COLUMNS])
{
  const char *equals = strchr (line, '=');
  AccordSpendColumn column;

  return equals != NULL && find_column (line, equals - line, &column)
         && find_number (layout, equals + 1, &columns[column]);
}

/**
 * accord_spend_mapping_dup_setting_key:
 * @layout: a layout
 * @paying_body: (nullable): who published the file
 *
 * Returns: (transfer full): the name of the setting under which a workspace remembers how this body's files
 * of this layout are mapped
 */
char *
accord_spend_mapping_dup_setting_key (AccordSpendLayout *layout, const char *paying_body)
{
  g_autofree char *slug = accord_text_slug (paying_body != NULL ? paying_body : "");

  g_return_val_if_fail (layout != NULL, NULL);

  return g_strdup_printf ("payments-layout/%s/%s", accord_spend_layout_get_fingerprint (layout), slug);
}

/**
 * accord_spend_mapping_dup_body_key:
 * @layout: a layout
 *
 * Returns: (transfer full): the name of the setting under which a workspace remembers who published the last
 * file of this layout, for files that do not say
 */
char *
accord_spend_mapping_dup_body_key (AccordSpendLayout *layout)
{
  g_return_val_if_fail (layout != NULL, NULL);

  return g_strdup_printf ("payments-body/%s", accord_spend_layout_get_fingerprint (layout));
}

/**
 * accord_spend_mapping_to_text:
 * @layout: a layout
 *
 * Returns: (transfer full): the mapping as lines of `name=column`, columns counted from 1
 */
char *
accord_spend_mapping_to_text (AccordSpendLayout *layout)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (layout != NULL, NULL);

  for (guint i = 0; i < ACCORD_SPEND_N_COLUMNS; i++)
    if (accord_spend_layout_get_column (layout, i) >= 0)
      g_string_append_printf (text, "%s=%d\n", accord_spend_column_get_name (i),
                              accord_spend_layout_get_column (layout, i) + 1);
  return g_string_free (text, FALSE);
}

/**
 * accord_spend_mapping_apply_text:
 * @layout: a layout that no reader has yet
 * @text: what accord_spend_mapping_to_text() wrote
 * @error: return location for a #GError
 *
 * Maps the columns as @text says; those that it does not name are mapped to nothing.
 *
 * Returns: %FALSE, with nothing changed and %ACCORD_EXCHANGE_ERROR_LAYOUT, if @text does not fit
 */
gboolean
accord_spend_mapping_apply_text (AccordSpendLayout *layout, const char *text, GError **error)
{
  g_auto (GStrv) lines = NULL;
  int columns[ACCORD_SPEND_N_COLUMNS];

  g_return_val_if_fail (layout != NULL && text != NULL, FALSE);

  for (guint i = 0; i < ACCORD_SPEND_N_COLUMNS; i++)
    columns[i] = NOTHING;
  lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    if (**line != '\0' && !read_assignment (layout, *line, columns))
      {
        g_set_error (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_LAYOUT,
                     _ ("“%.60s” does not say how a column is read: write it like payee=3."), *line);
        return FALSE;
      }
  for (guint i = 0; i < ACCORD_SPEND_N_COLUMNS; i++)
    accord_spend_layout_set_column (layout, i, columns[i]);
  return TRUE;
}

/**
 * accord_spend_mapping_apply_words:
 * @layout: a layout that no reader has yet
 * @words: what a person wrote: `payee=Supplier Name`, `expense_type=7`, `service=` for none
 * @error: return location for a #GError
 *
 * Maps one column, by its heading in the file or by its number from 1; the others stay as they are.
 *
 * Returns: %FALSE, with nothing changed and %ACCORD_EXCHANGE_ERROR_LAYOUT, if there is no such field or
 * column
 */
gboolean
accord_spend_mapping_apply_words (AccordSpendLayout *layout, const char *words, GError **error)
{
  const char *equals;
  AccordSpendColumn column;
  int index = NOTHING;

  g_return_val_if_fail (layout != NULL && words != NULL, FALSE);

  equals = strchr (words, '=');
  if (equals == NULL || !find_column (words, equals - words, &column))
    {
      g_set_error (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_LAYOUT,
                   _ ("“%.60s” does not name a field of payments: payee, date, amount, reference, "
                      "description, service, "
                      "expense-type or paying-body."),
                   words);
      return FALSE;
    }
  if (equals[1] != '\0' && !find_heading (layout, equals + 1, &index)
      && !find_number (layout, equals + 1, &index))
    {
      g_set_error (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_LAYOUT,
                   _ ("The file has no column “%.60s”."), equals + 1);
      return FALSE;
    }
  accord_spend_layout_set_column (layout, column, index);
  return TRUE;
}
