/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command-pack.h"

#include <glib/gi18n-lib.h>

#include "open-pack.h"
#include "pack-text.h"

static void
write_json (AccordRun *run, AccordPack *pack)
{
  AccordJson json;

  accord_json_init (&json, run->output);
  accord_json_begin_object (&json);
  accord_json_member_string (&json, "file", accord_pack_get_file_name (pack));
  accord_json_member_boolean (&json, "sound", TRUE);
  accord_json_member_string (&json, "sealed", accord_cli_pack_lock_nick (accord_pack_get_lock (pack)));
  accord_cli_write_signer (&json, pack);
  accord_json_end_object (&json);
}

static void
write_words (AccordRun *run, AccordPack *pack)
{
  const guint n = accord_pack_get_manifest (pack)->parts->len;

  accord_output_printf (run->output,
                        ngettext ("The pack is whole: its one part is as it was signed.",
                                  "The pack is whole: all %u parts are as they were signed.", n),
                        n);
  accord_output_printf (run->output, "\n");
  accord_cli_write_signer_words (run->output, pack);
}

/**
 * accord_command_pack_verify:
 * @run: the run
 * @error: return location for an error
 *
 * Says whether a pack is whole and signed.
 *
 * Returns: what the shell is told
 */
AccordExit
accord_command_pack_verify (AccordRun *run, GError **error)
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
