/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case-version.h"

#include <glib/gi18n-lib.h>

#include "date.h"
#include "fold.h"
#include "text-table.h"

#include <string.h>

/**
 * accord_cli_list_versions:
 * @reader: a reader
 * @business_case: a business case
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type AccordRecord): its versions in the order in which they were kept
 */
GPtrArray *
accord_cli_list_versions (AccordReader *reader, gint64 business_case, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), "version");
  g_autoptr (AccordQuery) query = accord_query_new (kind);

  accord_query_add_number (query, accord_kind_find_field (kind, "case"), ACCORD_OPERATOR_EQUAL,
                           business_case);
  accord_query_set_sort (query, -1, FALSE);
  return accord_reader_list (reader, query, error);
}

/* What people say for it in a line: the stage in three letters and the number, and for what came back to that
 * version a letter more. */
static char *
dup_stem (AccordRecord *version)
{
  static const char *const stages[][2] = { { "strategic-outline", "SOC" },
                                           { "outline", "OBC" },
                                           { "full", "FBC" } };
  const char *stage = accord_record_get_text (version, "stage"), *letters = "V";
  const gint64 number = accord_record_get_int (version, "number");

  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    if (g_strcmp0 (stages[i][0], stage) == 0)
      letters = stages[i][1];
  if (number == ACCORD_UNKNOWN)
    return g_strdup (letters);
  return g_strdup_printf ("%s%" G_GINT64_FORMAT, letters, number);
}

/* a to z, then aa: which of those that have the same stem it is, from the second on. */
static char *
dup_letters (guint n)
{
  GString *letters = g_string_new (NULL);

  for (; n > 0; n = (n - 1) / 26)
    g_string_prepend_c (letters, (char) ('a' + (n - 1) % 26));
  return g_string_free (letters, FALSE);
}

/**
 * accord_cli_version_dup_short:
 * @versions: (element-type AccordRecord): the versions of a case, as accord_cli_list_versions() has them
 * @index: which
 *
 * Returns: (transfer full): the short name of a version, which no other version of the case has: “OBC2”, and
 * “OBC2a” for the first that was brought together with it
 */
char *
accord_cli_version_dup_short (GPtrArray *versions, guint index)
{
  g_autofree char *stem = dup_stem (versions->pdata[index]), *letters = NULL;
  guint n_before = 0;

  for (guint i = 0; i < index; i++)
    {
      g_autofree char *other = dup_stem (versions->pdata[i]);

      n_before += g_str_equal (other, stem);
    }
  letters = dup_letters (n_before);
  return g_strconcat (stem, letters, NULL);
}

/* A bare number is that of the version that went out with it. */
static gboolean
is_called (GPtrArray *versions, guint index, const char *word)
{
  AccordRecord *version = versions->pdata[index];
  g_autofree char *brief = accord_cli_version_dup_short (versions, index);
  g_autofree char *title = accord_record_dup_title (version), *folded = accord_text_fold (title);
  g_autofree char *asked = accord_text_fold (word), *stem = dup_stem (version);

  return g_ascii_strcasecmp (brief, word) == 0 || g_strcmp0 (accord_record_get_uid (version), word) == 0
         || g_str_equal (folded, asked)
         || (g_str_equal (brief, stem) && g_str_equal (stem + strcspn (stem, "0123456789"), word));
}

/**
 * accord_cli_find_version:
 * @versions: (element-type AccordRecord): the versions of a case
 * @word: a short name, number, uid or name; “now” for the case as it stands
 * @version: (out): the version's number; 0 for the case as it stands
 * @error: return location for a refusal
 *
 * Returns: whether there is one such version
 */
gboolean
accord_cli_find_version (GPtrArray *versions, const char *word, gint64 *version, GError **error)
{
  g_autofree char *shown = NULL;
  guint n_found = 0;

  *version = 0;
  if (g_str_equal (word, "now"))
    return TRUE;
  for (guint i = 0; i < versions->len; i++)
    if (is_called (versions, i, word))
      {
        *version = accord_record_get_id (versions->pdata[i]);
        n_found++;
      }
  if (n_found == 1)
    return TRUE;
  shown = accord_terminal_line (word);
  g_set_error (
      error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_REFUSED,
      n_found == 0
          ? _ ("This case has no version “%s”; “accordctl case versions” lists them.")
          : _ ("Several versions of this case are called “%s”: say which by its short name, as “accordctl "
               "case versions” lists them."),
      shown);
  return FALSE;
}

static const char *
choice_label (AccordRecord *record, const char *field)
{
  const AccordField *described = accord_kind_get_field (accord_record_get_kind (record), field);
  const char *label = accord_field_choice_label (described, accord_record_get_text (record, field));

  return label != NULL ? _ (label) : "–";
}

static void
add_plain (AccordTable *table, AccordRecord *record, const char *field)
{
  g_autofree char *text =
      accord_record_dup_display (record, accord_kind_find_field (accord_record_get_kind (record), field));

  accord_table_add_cell (table, *text != '\0' ? text : "–");
}

static void
write_text (AccordOutput *output, GPtrArray *versions)
{
  g_autoptr (AccordTable) table = NULL;

  if (versions->len == 0)
    {
      accord_output_printf (output, "%s\n", _ ("No version of this case has been kept or sent yet."));
      return;
    }
  table = accord_table_new (output);
  accord_table_add_column (table, _ ("Short name"), FALSE);
  accord_table_add_column (table, _ ("Version"), FALSE);
  accord_table_add_column (table, _ ("What it is"), FALSE);
  accord_table_add_column (table, _ ("Dated"), FALSE);
  accord_table_add_column (table, _ ("Sent to"), FALSE);
  accord_table_add_column (table, _ ("Answer due on"), FALSE);
  for (guint i = 0; i < versions->len; i++)
    {
      AccordRecord *version = versions->pdata[i];
      g_autofree char *brief = accord_cli_version_dup_short (versions, i);
      g_autofree char *title = accord_record_dup_title (version);

      accord_table_add_cell (table, brief);
      accord_table_add_cell (table, title);
      accord_table_add_cell (table, choice_label (version, "sort"));
      add_plain (table, version, "dated");
      add_plain (table, version, "sent-to");
      add_plain (table, version, "due");
    }
  accord_table_finish (table);
}

static void
write_json (AccordOutput *output, GPtrArray *versions)
{
  static const char *const fields[] = { "name", "stage", "sort", "dated", "due", "note" };
  AccordJson json;

  accord_json_init (&json, output);
  accord_json_begin_array (&json);
  for (guint i = 0; i < versions->len; i++)
    {
      AccordRecord *version = versions->pdata[i];
      const gint64 number = accord_record_get_int (version, "number");
      g_autofree char *brief = accord_cli_version_dup_short (versions, i);

      accord_json_begin_object (&json);
      accord_json_member_int (&json, "id", accord_record_get_id (version));
      accord_json_member_string (&json, "uid", accord_record_get_uid (version));
      accord_json_member_string (&json, "short_name", brief);
      for (guint j = 0; j < G_N_ELEMENTS (fields); j++)
        accord_json_member_string (&json, fields[j], accord_record_get_text (version, fields[j]));
      accord_json_key (&json, "number");
      if (number == ACCORD_UNKNOWN)
        accord_json_null (&json);
      else
        accord_json_int (&json, number);
      accord_json_member_string (&json, "sent_to", accord_record_get_reference_title (version, "sent-to"));
      accord_json_member_string (&json, "signed_by", accord_record_get_text (version, "signed-by"));
      accord_json_member_string (&json, "pack", accord_record_get_text (version, "pack"));
      accord_json_end_object (&json);
    }
  accord_json_end_array (&json);
}

static gpointer
read_versions (AccordReader *reader, gpointer data, GError **error)
{
  AccordRun *run = data;
  gint64 id =
      accord_reader_resolve (reader, accord_schema_find_kind (run->schema, "case"), run->arguments[1], error);
  g_autoptr (GPtrArray) versions = id > 0 ? accord_cli_list_versions (reader, id, error) : NULL;

  if (versions == NULL)
    return NULL;
  if (run->options->json)
    write_json (run->output, versions);
  else
    write_text (run->output, versions);
  return run;
}

/**
 * accord_command_case_versions:
 * @run: the run
 * @error: return location for an error
 *
 * Lists the versions of a business case that were kept, sent, or came back.
 *
 * Returns: what the shell is told
 */
AccordExit
accord_command_case_versions (AccordRun *run, GError **error)
{
  if (!g_str_equal (run->arguments[0], "versions"))
    {
      g_set_error_literal (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE,
                           _ ("The forms are “accordctl case CASE” and “accordctl case versions CASE”."));
      return ACCORD_EXIT_DONE;
    }
  accord_workspace_read (run->workspace, read_versions, run, run->cancellable, error);
  return ACCORD_EXIT_DONE;
}
