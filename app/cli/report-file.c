/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report-file.h"

#include <glib/gi18n-lib.h>

#include "safe-file.h"

static gboolean
ends_in (const char *path, const char *ending)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  return g_str_has_suffix (lower, ending);
}

static gboolean
write_values (GFile *file, AccordCsvFunc write_csv, gpointer data, GError **error)
{
  g_autoptr (AccordSafeFile) place = accord_safe_file_new (file, error);
  g_autoptr (GOutputStream) stream = place != NULL ? accord_safe_file_open (place, error) : NULL;

  return stream != NULL && write_csv (data, stream, error) && g_output_stream_close (stream, NULL, error)
         && accord_safe_file_finish (place, error);
}

static void
tell (AccordRun *run)
{
  g_autofree char *path = g_filename_display_name (run->options->output);
  AccordJson json;

  if (!run->options->json)
    {
      accord_output_printf (run->output, _ ("Wrote %s\n"), path);
      return;
    }
  accord_json_init (&json, run->output);
  accord_json_begin_array (&json);
  accord_json_begin_object (&json);
  accord_json_member_string (&json, "path", path);
  accord_json_end_object (&json);
  accord_json_end_array (&json);
}

/**
 * accord_cli_write_report:
 * @run: a run that was given a file to write
 * @report: what is to be read
 * @write_csv: (nullable): writes the same as separated values, where it can be
 * @data: for @write_csv
 * @error: return location for an error
 *
 * Writes a report to the file, in the form that its ending names, and says so.
 *
 * Returns: %FALSE if it cannot be written
 */
gboolean
accord_cli_write_report (AccordRun *run, AccordReport *report, AccordCsvFunc write_csv, gpointer data,
                         GError **error)
{
  const char *path = run->options->output;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *name = g_filename_display_name (path);
  gboolean written = FALSE;

  if (ends_in (path, ".pdf"))
    written = accord_report_write_pdf (report, file, error);
  else if (write_csv != NULL && ends_in (path, ".csv"))
    written = write_values (file, write_csv, data, error);
  else
    g_set_error (error, ACCORD_CLI_ERROR, ACCORD_CLI_ERROR_USAGE,
                 write_csv != NULL ? _ ("“%s” ends neither in .pdf nor in .csv.")
                                   : _ ("“%s” does not end in .pdf."),
                 name);
  if (written)
    tell (run);
  return written;
}
