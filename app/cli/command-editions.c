/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include <glib/gi18n-lib.h>

#include "edition.h"
#include "editions-rows.h"
#include "editions.h"
#include "lookup.h"
#include "text-table.h"

/* What is told of an edition. */
typedef struct
{
  AccordRecord *edition;
  AccordRecord *newer;
  GPtrArray *used_by;
} Told;

static void
told_free (gpointer data)
{
  Told *self = data;

  g_object_unref (self->edition);
  g_clear_object (&self->newer);
  g_ptr_array_unref (self->used_by);
  g_free (self);
}

/* The appraisals of the workspace that name an edition in one of their fields. */
static GPtrArray *
find_users (GPtrArray *appraisals, gint64 edition)
{
  static const char *const fields[] = { "schedule", "health", "lower", "deflator", "bias", "grades" };
  GPtrArray *users = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < appraisals->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (fields); j++)
      if (accord_record_get_int (appraisals->pdata[i], fields[j]) == edition)
        {
          g_ptr_array_add (users, g_object_ref (appraisals->pdata[i]));
          break;
        }
  return users;
}

static GPtrArray *
list_kind (AccordReader *reader, const char *kind, GError **error)
{
  g_autoptr (AccordQuery) query =
      accord_query_new (accord_schema_find_kind (accord_reader_get_schema (reader), kind));

  return accord_reader_list (reader, query, error);
}

static gpointer
read_editions (AccordReader *reader, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) editions = list_kind (reader, "edition", error);
  g_autoptr (GPtrArray) appraisals = editions != NULL ? list_kind (reader, "appraisal", error) : NULL;
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (told_free);

  if (appraisals == NULL)
    return NULL;
  for (guint i = 0; i < editions->len; i++)
    {
      Told *told = g_new0 (Told, 1);

      told->edition = g_object_ref (editions->pdata[i]);
      told->used_by = find_users (appraisals, accord_record_get_id (told->edition));
      g_ptr_array_add (all, told);
      if (!accord_edition_find_newer (reader, told->edition, &told->newer, error))
        return NULL;
    }
  return g_steal_pointer (&all);
}

static void
write_list (AccordOutput *output, GPtrArray *all)
{
  static const struct
  {
    const char *heading;
    const char *field;
  } columns[] = {
    { N_ ("Name"), "name" },
    { N_ ("Edition"), "edition" },
    { N_ ("Publisher"), "publisher" },
    { NULL, NULL },
  };
  g_autoptr (AccordTable) table = NULL;

  if (all->len == 0)
    {
      accord_output_printf (
          output, "%s\n",
          _ ("There is no edition yet: the first appraisal brings those that Accord comes with."));
      return;
    }
  table = accord_table_new (output);
  accord_table_add_column (table, _ ("Number"), TRUE);
  for (guint i = 0; columns[i].field != NULL; i++)
    accord_table_add_column (table, _ (columns[i].heading), FALSE);
  accord_table_add_column (table, _ ("Used by"), TRUE);
  for (guint i = 0; i < all->len; i++)
    {
      const Told *told = all->pdata[i];
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, accord_record_get_id (told->edition));
      g_autofree char *used = g_strdup_printf ("%u", told->used_by->len);

      accord_table_add_cell (table, number);
      for (guint j = 0; columns[j].field != NULL; j++)
        accord_table_add_cell (table, accord_record_get_text (told->edition, columns[j].field));
      accord_table_add_cell (table, used);
    }
  accord_table_finish (table);
}

static void
write_id (AccordJson *json, const char *key, AccordRecord *record)
{
  accord_json_key (json, key);
  if (record != NULL)
    accord_json_int (json, accord_record_get_id (record));
  else
    accord_json_null (json);
}

static void
write_json_edition (AccordJson *json, const Told *told)
{
  static const char *const fields[] = { "name",      "sort",    "code",    "edition", "published",
                                        "publisher", "address", "licence", "note" };
  const char *content = accord_record_get_text (told->edition, "content");

  accord_json_begin_object (json);
  write_id (json, "id", told->edition);
  accord_json_member_string (json, "uid", accord_record_get_uid (told->edition));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    accord_json_member_string (json, fields[i], accord_record_get_text (told->edition, fields[i]));
  accord_json_member_boolean (json, "shipped", accord_record_get_boolean (told->edition, "shipped"));
  accord_json_member_string (json, "content", content);
  accord_json_key (json, "used_by");
  accord_json_begin_array (json);
  for (guint i = 0; i < told->used_by->len; i++)
    accord_json_int (json, accord_record_get_id (told->used_by->pdata[i]));
  accord_json_end_array (json);
  write_id (json, "newer", told->newer);
  accord_json_end_object (json);
}

static void
write_json (AccordOutput *output, GPtrArray *all)
{
  AccordJson json;

  accord_json_init (&json, output);
  accord_json_begin_array (&json);
  for (guint i = 0; i < all->len; i++)
    write_json_edition (&json, all->pdata[i]);
  accord_json_end_array (&json);
}

static void
write_fact (AccordOutput *output, const char *label, const char *text)
{
  g_autofree char *line = text != NULL ? accord_terminal_line (text) : NULL;

  if (line != NULL)
    accord_output_printf (output, "%s: %s\n", label, line);
}

static void
write_rows (AccordOutput *output, const AccordEditionRows *rows)
{
  g_autoptr (AccordTable) table = accord_table_new (output);

  for (guint i = 0; rows->headings[i] != NULL; i++)
    accord_table_add_column (table, rows->headings[i], i > 0);
  for (guint i = 0; i < rows->rows->len; i++)
    for (char **cell = rows->rows->pdata[i]; *cell != NULL; cell++)
      accord_table_add_cell (table, *cell);
  accord_table_finish (table);
}

static gboolean
write_one (AccordOutput *output, AccordRecord *edition, GError **error)
{
  g_autofree char *title = accord_edition_dup_title (edition), *line = accord_terminal_line (title);
  g_autoptr (GError) problem = NULL;
  g_autoptr (AccordEditionRows) rows = accord_edition_read_rows (edition, &problem);

  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  accord_output_heading (output, line);
  accord_output_write (output, "\n", 1);
  write_fact (output, _ ("Publisher"), accord_record_get_text (edition, "publisher"));
  write_fact (output, _ ("Address"), accord_record_get_text (edition, "address"));
  write_fact (output, _ ("Licence"), accord_record_get_text (edition, "licence"));
  write_fact (output, _ ("Note"), accord_record_get_text (edition, "note"));
  if (rows != NULL)
    write_rows (output, rows);
  return TRUE;
}

typedef struct
{
  AccordSchema *schema;
  const char *words;
} Sought;

static gpointer
read_one (AccordReader *reader, gpointer data, GError **error)
{
  const Sought *sought = data;
  const AccordKind *kind = accord_schema_find_kind (sought->schema, "edition");
  const gint64 id = accord_reader_resolve (reader, kind, sought->words, error);

  return id > 0 ? accord_reader_get (reader, kind, id, error) : NULL;
}

/* Of the editions only the one that is meant. */
static void
keep_one (GPtrArray *all, AccordRecord *edition)
{
  for (guint i = all->len; i-- > 0;)
    if (accord_record_get_id (((Told *) all->pdata[i])->edition) != accord_record_get_id (edition))
      g_ptr_array_remove_index (all, i);
}

/**
 * accord_command_editions:
 * @run: the run
 * @error: return location for an error
 *
 * Lists the published tables that appraisals stand on, or shows one.
 *
 * Returns: what the shell is told
 */
AccordExit
accord_command_editions (AccordRun *run, GError **error)
{
  Sought sought = { run->schema, run->n_arguments > 0 ? run->arguments[0] : NULL };
  g_autoptr (GPtrArray) all =
      accord_workspace_read (run->workspace, read_editions, NULL, run->cancellable, error);
  g_autoptr (AccordRecord) edition = NULL;

  if (all == NULL)
    return ACCORD_EXIT_BROKEN;
  if (sought.words != NULL)
    {
      edition = accord_workspace_read (run->workspace, read_one, &sought, run->cancellable, error);
      if (edition == NULL)
        return ACCORD_EXIT_REJECTED;
      keep_one (all, edition);
    }
  if (run->options->json)
    write_json (run->output, all);
  else if (edition != NULL)
    return write_one (run->output, edition, error) ? ACCORD_EXIT_DONE : ACCORD_EXIT_REJECTED;
  else
    write_list (run->output, all);
  return ACCORD_EXIT_DONE;
}
