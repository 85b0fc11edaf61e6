/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command-pack.h"

#include <glib/gi18n-lib.h>

#include "date.h"
#include "open-pack.h"
#include "pack-text.h"
#include "text-table.h"

static void
write_party (AccordJson *json, const AccordPackParty *party)
{
  accord_json_begin_object (json);
  accord_json_member_string (json, "uid", party->uid);
  accord_json_member_string (json, "name", party->name);
  accord_json_member_string (json, "ods_code", party->ods_code);
  accord_json_member_string (json, "gss_code", party->gss_code);
  accord_json_member_string (json, "person", party->person);
  accord_json_member_string (json, "key", party->key);
  accord_json_member_string (json, "review", party->review);
  accord_json_end_object (json);
}

static void
write_part (AccordJson *json, const AccordPackPart *part)
{
  accord_json_begin_object (json);
  accord_json_member_string (json, "path", part->path);
  accord_json_member_string (json, "name", part->name);
  accord_json_member_string (json, "media_type", part->media_type);
  accord_json_member_string (json, "document", part->document);
  accord_json_member_int (json, "size", part->size);
  accord_json_member_string (json, "sha256", part->digest);
  accord_json_end_object (json);
}

static void
write_manifest (AccordJson *json, const AccordPackManifest *manifest)
{
  accord_json_member_int (json, "format", manifest->format);
  accord_json_member_string (json, "kind", manifest->kind == ACCORD_PACK_RESPONSE ? "response" : "request");
  accord_json_member_string (json, "uid", manifest->uid);
  accord_json_member_string (json, "answers", manifest->answers);
  accord_json_member_string (json, "case", manifest->case_uid);
  accord_json_member_string (json, "case_name", manifest->case_name);
  accord_json_member_string (json, "stage", manifest->stage);
  accord_json_member_string (json, "version", manifest->version_uid);
  accord_json_member_string (json, "version_name", manifest->version_name);
  accord_json_member_int (json, "version_number", manifest->version_number);
  accord_json_member_string (json, "made", manifest->made);
  accord_json_member_string (json, "due", manifest->due);
  accord_json_key (json, "from");
  write_party (json, manifest->from);
  accord_json_key (json, "to");
  accord_json_begin_array (json);
  for (guint i = 0; i < manifest->to->len; i++)
    write_party (json, manifest->to->pdata[i]);
  accord_json_end_array (json);
  accord_json_key (json, "parts");
  accord_json_begin_array (json);
  for (guint i = 0; i < manifest->parts->len; i++)
    write_part (json, manifest->parts->pdata[i]);
  accord_json_end_array (json);
}

static void
write_json (AccordRun *run, AccordPack *pack)
{
  AccordJson json;

  accord_json_init (&json, run->output);
  accord_json_begin_object (&json);
  accord_json_member_string (&json, "file", accord_pack_get_file_name (pack));
  accord_json_member_string (&json, "sealed", accord_cli_pack_lock_nick (accord_pack_get_lock (pack)));
  write_manifest (&json, accord_pack_get_manifest (pack));
  accord_cli_write_signer (&json, pack);
  accord_json_end_object (&json);
}

static void
write_line (AccordRun *run, const char *label, const char *text)
{
  g_autofree char *line = NULL;

  if (text == NULL || *text == '\0')
    return;
  line = accord_terminal_line (text);
  accord_output_printf (run->output, "%s: %s\n", label, line);
}

static char *
dup_party (const AccordPackParty *party)
{
  /* Translators: an organisation, and the post of somebody there. */
  return party->person != NULL ? g_strdup_printf (_ ("%s, %s"), party->name, party->person)
                               : g_strdup (party->name);
}

static void
write_parts (AccordRun *run, const AccordPackManifest *manifest)
{
  g_autoptr (AccordTable) table = accord_table_new (run->output);

  accord_table_add_column (table, _ ("Part"), FALSE);
  accord_table_add_column (table, _ ("Name"), FALSE);
  accord_table_add_column (table, _ ("Size"), TRUE);
  for (guint i = 0; i < manifest->parts->len; i++)
    {
      const AccordPackPart *part = manifest->parts->pdata[i];
      g_autofree char *size = g_format_size (part->size);

      accord_table_add_cell (table, part->path);
      accord_table_add_cell (table, part->name);
      accord_table_add_cell (table, size);
    }
  accord_table_finish (table);
  accord_output_printf (run->output, "\n");
  accord_output_heading (run->output, _ ("SHA-256"));
  accord_output_printf (run->output, "\n");
  /* As sha256sum has them. */
  for (guint i = 0; i < manifest->parts->len; i++)
    {
      const AccordPackPart *part = manifest->parts->pdata[i];

      accord_output_printf (run->output, "%s  %s\n", part->digest, part->path);
    }
}

static void
write_words (AccordRun *run, AccordPack *pack)
{
  const AccordPackManifest *manifest = accord_pack_get_manifest (pack);
  g_autofree char *from = dup_party (manifest->from), *made = accord_cli_dup_moment (manifest->made);
  g_autofree char *due = manifest->due != NULL ? accord_date_format (manifest->due) : NULL;
  g_autofree char *name = accord_terminal_line (manifest->case_name);

  accord_output_heading (run->output, name);
  accord_output_printf (run->output, "\n");
  write_line (run, _ ("What"), accord_cli_pack_kind_label (manifest->kind));
  write_line (run, _ ("Version"), manifest->version_name);
  write_line (run, _ ("From"), from);
  for (guint i = 0; i < manifest->to->len; i++)
    {
      g_autofree char *to = dup_party (manifest->to->pdata[i]);

      write_line (run, _ ("To"), to);
    }
  write_line (run, _ ("Made"), made);
  write_line (run, _ ("Answer wanted by"), due);
  accord_cli_write_signer_words (run->output, pack);
  write_line (run, _ ("Sealed"), accord_cli_pack_lock_label (accord_pack_get_lock (pack)));
  accord_output_printf (run->output, "\n");
  write_parts (run, manifest);
}

/**
 * accord_command_pack_inspect:
 * @run: the run
 * @error: return location for an error
 *
 * Tells what is in a pack, and takes nothing of it in.
 *
 * Returns: what the shell is told
 */
AccordExit
accord_command_pack_inspect (AccordRun *run, GError **error)
{
  g_autoptr (AccordPack) pack = accord_cli_open_pack (run, run->arguments[1], error);

  if (pack == NULL)
    return ACCORD_EXIT_BROKEN;
  if (run->options->json)
    write_json (run, pack);
  else
    write_words (run, pack);
  return ACCORD_EXIT_DONE;
}
