/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "whole.h"

#include <string.h>

typedef struct
{
  gboolean living;
  GChecksum *sum;
} Summing;

static GPtrArray *
list_texts (AccordReader *reader, const char *sql, const char *about)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordRows) rows = accord_reader_query (reader, sql, &error);

  g_assert_no_error (error);
  if (about != NULL)
    accord_rows_bind_text (rows, 1, about);
  while (accord_rows_next (rows, &error))
    g_ptr_array_add (texts, g_strdup (accord_rows_text (rows, 0)));
  g_assert_no_error (error);
  return texts;
}

/* A row as one text; what only says when it was touched is left out of what lives. */
static char *
dup_question (AccordReader *reader, const char *table, gboolean living)
{
  g_autoptr (GPtrArray) columns =
      list_texts (reader, "SELECT name FROM pragma_table_info (?1) ORDER BY cid", table);
  g_autoptr (GString) sql = g_string_new ("SELECT ");
  gboolean deletes = FALSE, records = FALSE;

  for (guint i = 0; i < columns->len; i++)
    {
      deletes |= g_str_equal (columns->pdata[i], "deleted");
      records |= g_str_equal (columns->pdata[i], "uid");
      if (!living || !g_str_equal (columns->pdata[i], "modified"))
        g_string_append_printf (sql, "quote (\"%s\") || '|' || ", (char *) columns->pdata[i]);
    }
  g_string_append_printf (sql, "'' FROM \"%s\"%s ORDER BY 1", table, living ? " WHERE deleted IS NULL" : "");
  return !living || (deletes && records) ? g_strdup (sql->str) : NULL;
}

static gpointer
sum_up (AccordReader *reader, gpointer data, GError **error)
{
  Summing *summing = data;
  g_autoptr (GPtrArray) tables = list_texts (
      reader, "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' ORDER BY name",
      NULL);

  (void) error;
  for (guint i = 0; i < tables->len; i++)
    {
      g_autofree char *sql = dup_question (reader, tables->pdata[i], summing->living);
      g_autoptr (GPtrArray) lines = sql != NULL ? list_texts (reader, sql, NULL) : NULL;

      g_checksum_update (summing->sum, tables->pdata[i], -1);
      for (guint j = 0; lines != NULL && j < lines->len; j++)
        g_checksum_update (summing->sum, lines->pdata[j], -1);
    }
  return g_strdup (g_checksum_get_string (summing->sum));
}

static char *
dup_sum (AccordWorkspace *workspace, gboolean living)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  Summing summing = { living, sum };
  g_autoptr (GError) error = NULL;
  char *text = accord_workspace_read (workspace, sum_up, &summing, NULL, &error);

  g_assert_no_error (error);
  return text;
}

char *
whole_dup_digest (AccordWorkspace *workspace)
{
  return dup_sum (workspace, FALSE);
}

char *
whole_dup_living (AccordWorkspace *workspace)
{
  return dup_sum (workspace, TRUE);
}

void
whole_assert_folder (const char *folder, const char *const *names)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      if (!g_strv_contains (names, name))
        g_error ("%s was left in %s", name, folder);
      n++;
    }
  g_assert_cmpuint (n, ==, g_strv_length ((char **) names));
}
