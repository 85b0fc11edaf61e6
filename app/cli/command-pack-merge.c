/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command-pack.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "homecoming.h"
#include "lookup.h"
#include "open-pack.h"
#include "pack-text.h"
#include "text-table.h"

static gpointer
read_plan (AccordReader *reader, gpointer data, GError **error)
{
  return accord_homecoming_read (reader, data, error);
}

static const char *
sort_word (AccordHomeSort sort)
{
  static const char *const words[] = { "new", "changed", "both", "deleted" };

  return words[sort];
}

static gboolean
is_taken (const AccordHomeItem *item)
{
  for (guint i = 0; i < item->fields->len; i++)
    {
      const AccordMergeChoice choice = ((const AccordMergeField *) item->fields->pdata[i])->choice;

      if (choice == ACCORD_MERGE_TAKE_THEIRS || choice == ACCORD_MERGE_TAKE_OTHER)
        return TRUE;
    }
  return FALSE;
}

static const char *
field_label (const AccordHomeItem *item, const AccordMergeField *field)
{
  const AccordField *row = accord_kind_get_field (item->kind, field->field);

  return row != NULL ? _ (row->label) : _ ("Deleted");
}

/* A value as JSON text is a value of JSON. */
static void
member_value (AccordJson *json, const char *name, const char *value)
{
  accord_json_key (json, name);
  if (value != NULL)
    accord_json_raw (json, value);
  else
    accord_json_null (json);
}

static void
write_fields (AccordJson *json, const AccordHomeItem *item)
{
  static const char *const choices[] = { "undecided", "ours", "theirs", "other" };

  accord_json_key (json, "fields");
  accord_json_begin_array (json);
  for (guint i = 0; i < item->fields->len; i++)
    {
      const AccordMergeField *field = item->fields->pdata[i];

      accord_json_begin_object (json);
      accord_json_member_string (json, "field", field->field);
      accord_json_member_string (json, "label", field_label (item, field));
      accord_json_member_boolean (json, "conflict", field->verdict == ACCORD_MERGE_BOTH);
      accord_json_member_string (json, "choice", choices[field->choice]);
      if (field->base_known)
        member_value (json, "base", field->base);
      member_value (json, "ours", field->ours);
      member_value (json, "theirs", field->theirs);
      accord_json_end_object (json);
    }
  accord_json_end_array (json);
}

static void
write_items (AccordJson *json, const AccordHomecoming *home)
{
  accord_json_key (json, "items");
  accord_json_begin_array (json);
  for (guint i = 0; i < home->items->len; i++)
    {
      const AccordHomeItem *item = home->items->pdata[i];

      accord_json_begin_object (json);
      accord_json_member_string (json, "kind", item->kind->name);
      accord_json_member_string (json, "uid", item->uid);
      accord_json_member_string (json, "title", item->title);
      accord_json_member_string (json, "sort", sort_word (item->sort));
      accord_json_member_boolean (json, "theirs_to_say", item->theirs_to_say);
      accord_json_member_string (json, "speaks_for", item->speaks_for);
      accord_json_member_boolean (json, "taken", is_taken (item));
      write_fields (json, item);
      accord_json_end_object (json);
    }
  accord_json_end_array (json);
}

static void
write_json (AccordRun *run, AccordPack *pack, const AccordHomecoming *home, gboolean taken)
{
  static const char *const trusts[] = { "own", "trusted", "new", "changed" };
  const AccordPackManifest *manifest = accord_pack_get_manifest (pack);
  AccordJson json;

  accord_json_init (&json, run->output);
  accord_json_begin_object (&json);
  accord_json_member_string (&json, "case", manifest->case_name);
  accord_json_member_string (&json, "version", manifest->version_name);
  accord_json_member_string (&json, "from", manifest->from->name);
  accord_json_member_string (&json, "trust", trusts[home->trust]);
  accord_json_member_string (&json, "sentence", home->sentence);
  accord_cli_write_signer (&json, pack);
  accord_json_member_boolean (&json, "known", home->known);
  accord_json_member_boolean (&json, "merged", taken);
  accord_json_member_int (&json, "new", home->n_new);
  accord_json_member_int (&json, "changed", home->n_changed);
  accord_json_member_int (&json, "conflicts", home->n_both);
  accord_json_member_int (&json, "undecided", accord_homecoming_count_undecided (home));
  write_items (&json, home);
  accord_json_key (&json, "remarks");
  accord_json_begin_array (&json);
  for (guint i = 0; i < home->remarks->len; i++)
    accord_json_string (&json, home->remarks->pdata[i]);
  accord_json_end_array (&json);
  accord_json_end_object (&json);
}

static void
write_line (AccordRun *run, const char *text)
{
  g_autofree char *line = accord_terminal_line (text);

  accord_output_printf (run->output, "%s\n", line);
}

static void
write_value (AccordRun *run, const char *label, const char *value)
{
  g_autofree char *line = accord_terminal_line (value != NULL ? value : "—");

  accord_output_printf (run->output, "    %-8s %s\n", label, line);
}

static void
write_conflicts (AccordRun *run, const AccordHomeItem *item)
{
  for (guint i = 0; i < item->fields->len; i++)
    {
      const AccordMergeField *field = item->fields->pdata[i];

      if (field->verdict != ACCORD_MERGE_BOTH || field->choice != ACCORD_MERGE_UNDECIDED)
        continue;
      accord_output_printf (run->output, "  %s\n", field_label (item, field));
      if (field->base_known)
        write_value (run, _ ("before"), field->base);
      write_value (run, _ ("ours"), field->ours);
      write_value (run, _ ("theirs"), field->theirs);
    }
}

static const char *
say_sort (const AccordHomeItem *item)
{
  if (!is_taken (item) && !item->theirs_to_say)
    return _ ("left out");
  switch (item->sort)
    {
    case ACCORD_HOME_NEW:
      return _ ("new");
    case ACCORD_HOME_DELETED:
      return _ ("deleted");
    case ACCORD_HOME_BOTH:
      return _ ("changed on both sides");
    case ACCORD_HOME_CHANGED:
    default:
      return _ ("changed");
    }
}

static void
write_words (AccordRun *run, AccordPack *pack, const AccordHomecoming *home)
{
  const AccordPackManifest *manifest = accord_pack_get_manifest (pack);
  g_autofree char *name = accord_terminal_line (manifest->case_name);

  accord_output_heading (run->output, name);
  accord_output_printf (run->output, "\n");
  write_line (run, home->sentence);
  for (guint i = 0; i < home->remarks->len; i++)
    write_line (run, home->remarks->pdata[i]);
  if (home->items->len > 0)
    accord_output_printf (run->output, "\n");
  for (guint i = 0; i < home->items->len; i++)
    {
      const AccordHomeItem *item = home->items->pdata[i];
      g_autofree char *title = accord_terminal_line (item->title);

      accord_output_printf (run->output, "%s %s: %s", _ (item->kind->label), title, say_sort (item));
      if (item->speaks_for != NULL)
        /* Translators: an organisation or board that somebody else would speak for. */
        accord_output_printf (run->output, _ (" (speaks for %s)"), item->speaks_for);
      accord_output_printf (run->output, "\n");
      write_conflicts (run, item);
    }
  accord_output_printf (run->output, "\n");
}

/* Which side counts; %ACCORD_MERGE_UNDECIDED where nobody said. */
static gboolean
read_preference (AccordRun *run, AccordMergeChoice *choice, GError **error)
{
  const char *word = run->options->prefer;

  *choice = ACCORD_MERGE_UNDECIDED;
  if (word == NULL)
    return TRUE;
  if (strcmp (word, "ours") == 0)
    *choice = ACCORD_MERGE_TAKE_OURS;
  else if (strcmp (word, "theirs") == 0)
    *choice = ACCORD_MERGE_TAKE_THEIRS;
  else
    g_set_error (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE,
                 _ ("What is preferred is ours or theirs, not “%s”."), word);
  return *choice != ACCORD_MERGE_UNDECIDED;
}

static void
tell (AccordRun *run, const AccordHomecoming *home, gboolean taken, guint undecided)
{
  if (run->options->json)
    return;
  if (undecided > 0)
    accord_output_printf (run->output,
                          ngettext ("%u field was changed on both sides; nothing was taken in. Say which "
                                    "counts with --prefer ours or --prefer theirs.\n",
                                    "%u fields were changed on both sides; nothing was taken in. Say which "
                                    "count with --prefer ours or --prefer theirs.\n",
                                    undecided),
                          undecided);
  else if (run->options->dry_run)
    accord_output_printf (run->output, _ ("Nothing was taken in: that is what would be done.\n"));
  else if (taken)
    accord_output_printf (run->output, _ ("Taken in, as one step that “accordctl undo” takes back.\n"));
  else
    accord_output_printf (run->output, home->known ? _ ("The pack brings nothing that is not here already.\n")
                                                   : _ ("Nothing was taken in.\n"));
}

/**
 * accord_command_pack_merge:
 * @run: the run
 * @error: return location for an error
 *
 * Takes an answer, or a case, into the workspace.
 *
 * Returns: what the shell is told: %ACCORD_EXIT_REJECTED where something is to be decided first
 */
AccordExit
accord_command_pack_merge (AccordRun *run, GError **error)
{
  g_autoptr (AccordPack) pack = NULL;
  g_autoptr (AccordHomecoming) home = NULL;
  g_autoptr (AccordChange) change = NULL;
  g_autoptr (GError) reason = NULL;
  g_autofree char *today = NULL;
  AccordMergeChoice choice;
  guint undecided;

  if (!read_preference (run, &choice, error))
    return ACCORD_EXIT_USAGE;
  pack = accord_cli_open_pack (run, run->arguments[1], error);
  if (pack == NULL || !accord_cli_open_workspace (run, error))
    return ACCORD_EXIT_BROKEN;
  today = accord_cli_dup_today (run->options->today, error);
  home =
      today != NULL ? accord_workspace_read (run->workspace, read_plan, pack, run->cancellable, error) : NULL;
  if (home == NULL)
    return ACCORD_EXIT_BROKEN;
  if (choice != ACCORD_MERGE_UNDECIDED)
    accord_homecoming_prefer (home, choice);
  undecided = accord_homecoming_count_undecided (home);
  if (undecided == 0 && !run->options->dry_run)
    change = accord_homecoming_apply (run->workspace, pack, home, run->options->trust, run->options->name,
                                      today, run->cancellable, &reason);
  if (reason != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return ACCORD_EXIT_REJECTED;
    }
  if (run->options->json)
    write_json (run, pack, home, change != NULL);
  else
    write_words (run, pack, home);
  tell (run, home, change != NULL, undecided);
  return undecided > 0 ? ACCORD_EXIT_REJECTED : ACCORD_EXIT_DONE;
}
