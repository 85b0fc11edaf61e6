/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rows-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A cell in quotes may hold tabs, ends of lines and quotes, which are doubled. */
static void
add_cell (GString *text, const char *cell, gboolean first)
{
  if (!first)
    g_string_append_c (text, '\t');
  if (*cell != '"' && strpbrk (cell, "\t\n\r") == NULL)
    {
      g_string_append (text, cell);
      return;
    }
  g_string_append_c (text, '"');
  for (const char *p = cell; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *p);
    }
  g_string_append_c (text, '"');
}

/* Words where people read words, and the very figures where a sheet reckons with them. */
static char *
dup_cell (AccordRecord *record, guint field)
{
  switch (accord_record_get_kind (record)->fields[field].type)
    {
    case ACCORD_FIELD_CHOICE:
    case ACCORD_FIELD_REFERENCE:
    case ACCORD_FIELD_REFERENCES:
    case ACCORD_FIELD_BOOLEAN:
      return accord_record_dup_display (record, field);
    default:
      return accord_record_dup_plain (record, field);
    }
}

/**
 * accord_rows_text_add_heading:
 * @text: what to add to
 * @kind: a kind
 * @fields: (array length=n_fields): the columns
 * @n_fields: how many
 *
 * Adds a line with what the columns are called.
 */
void
accord_rows_text_add_heading (GString *text, const AccordKind *kind, const guint *fields, guint n_fields)
{
  for (guint i = 0; i < n_fields; i++)
    add_cell (text, _ (kind->fields[fields[i]].label), i == 0);
}

/**
 * accord_rows_text_add_record:
 * @text: what to add to
 * @record: a record
 * @fields: (array length=n_fields): the columns
 * @n_fields: how many
 *
 * Adds a line for @record: money in pounds and pence without signs, dates in ISO form, other records by what
 * they are called, nothing where nothing is known.
 */
void
accord_rows_text_add_record (GString *text, AccordRecord *record, const guint *fields, guint n_fields)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  for (guint i = 0; i < n_fields; i++)
    {
      g_autofree char *cell = dup_cell (record, fields[i]);

      add_cell (text, cell, i == 0);
    }
}

/* “Amount (£)” and “amount” are one column. */
static char *
dup_key (const char *heading)
{
  g_autofree char *folded = g_utf8_casefold (heading, -1);
  g_autoptr (GString) key = g_string_new (NULL);

  for (const char *p = folded; *p != '\0' && *p != '('; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (key, g_utf8_get_char (p));
  return g_string_free (g_steal_pointer (&key), FALSE);
}

/**
 * accord_rows_text_find_field:
 * @kind: a kind
 * @heading: what a column is called
 *
 * Returns: index of the field of that name or label, whatever its case and its unit; -1 where there is none
 */
int
accord_rows_text_find_field (const AccordKind *kind, const char *heading)
{
  g_autofree char *wanted = dup_key (heading);

  for (guint i = 0; i < kind->n_fields && *wanted != '\0'; i++)
    {
      g_autofree char *label = dup_key (_ (kind->fields[i].label));
      g_autofree char *name = dup_key (kind->fields[i].name);

      if (strcmp (wanted, label) == 0 || strcmp (wanted, name) == 0)
        return (int) i;
    }
  return -1;
}
