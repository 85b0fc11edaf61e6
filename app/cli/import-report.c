/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import-report.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "text-table.h"

/* As many rejected rows of a file as people are shown; programs and reports get all that are kept. */
#define SHOWN 20

/**
 * Part:
 * @file: what the file is called
 * @result: what was done, or %NULL when the whole file was refused
 * @reason: why it was refused
 *
 * What became of one file.
 */
typedef struct
{
  char *file;
  AccordPaymentsResult *result;
  char *reason;
} Part;

struct _AccordImportReport
{
  GPtrArray *parts;
};

static void
part_free (gpointer data)
{
  Part *part = data;

  g_free (part->file);
  g_free (part->reason);
  g_clear_pointer (&part->result, accord_payments_result_free);
  g_free (part);
}

static Part *
add_part (AccordImportReport *self, const char *file)
{
  Part *part = g_new0 (Part, 1);

  part->file = g_strdup (file);
  g_ptr_array_add (self->parts, part);
  return part;
}

/**
 * accord_import_report_new:
 *
 * Returns: (transfer full): a report on nothing yet
 */
AccordImportReport *
accord_import_report_new (void)
{
  AccordImportReport *self = g_new0 (AccordImportReport, 1);

  self->parts = g_ptr_array_new_with_free_func (part_free);
  return self;
}

/**
 * accord_import_report_free:
 * @self: a report
 */
void
accord_import_report_free (AccordImportReport *self)
{
  g_ptr_array_unref (self->parts);
  g_free (self);
}

/**
 * accord_import_report_add:
 * @self: a report
 * @file: what a file is called
 * @result: what was done with it
 */
void
accord_import_report_add (AccordImportReport *self, const char *file, const AccordPaymentsResult *result)
{
  add_part (self, file)->result = accord_payments_result_copy (result);
}

/**
 * accord_import_report_refuse:
 * @self: a report
 * @file: what a file is called
 * @reason: why nothing of it was taken
 */
void
accord_import_report_refuse (AccordImportReport *self, const char *file, const char *reason)
{
  add_part (self, file)->reason = g_strdup (reason);
}

/**
 * accord_import_report_get_n_taken:
 * @self: a report
 *
 * Returns: how many files were not refused
 */
guint
accord_import_report_get_n_taken (AccordImportReport *self)
{
  guint n = 0;

  for (guint i = 0; i < self->parts->len; i++)
    n += ((Part *) g_ptr_array_index (self->parts, i))->result != NULL;
  return n;
}

/**
 * accord_import_report_is_clean:
 * @self: a report
 *
 * Returns: whether nothing was rejected
 */
gboolean
accord_import_report_is_clean (AccordImportReport *self)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = g_ptr_array_index (self->parts, i);

      if (part->result == NULL || part->result->n_rejected > 0)
        return FALSE;
    }
  return TRUE;
}

static AccordPaymentsResult
add_up (AccordImportReport *self)
{
  AccordPaymentsResult sum = { 0 };

  for (guint i = 0; i < self->parts->len; i++)
    {
      const AccordPaymentsResult *result = ((Part *) g_ptr_array_index (self->parts, i))->result;

      if (result == NULL)
        continue;
      sum.added += result->added;
      sum.updated += result->updated;
      sum.skipped += result->skipped;
      sum.n_rejected += result->n_rejected;
      sum.left += result->left;
    }
  return sum;
}

static void
write_rejection (AccordJson *json, const char *file, guint64 line, const char *reason)
{
  accord_json_begin_object (json);
  accord_json_member_string (json, "file", file);
  accord_json_key (json, "line");
  if (line > 0)
    accord_json_int (json, line);
  else
    accord_json_null (json);
  accord_json_member_string (json, "reason", reason);
  accord_json_end_object (json);
}

/**
 * accord_import_report_write_json:
 * @self: a report
 * @output: where to write
 *
 * Writes the report as one object. A file that was refused as a whole is told among the rejected, without a
 * line.
 */
void
accord_import_report_write_json (AccordImportReport *self, AccordOutput *output)
{
  const AccordPaymentsResult sum = add_up (self);
  AccordJson json;

  accord_json_init (&json, output);
  accord_json_begin_object (&json);
  accord_json_member_int (&json, "added", sum.added);
  accord_json_member_int (&json, "updated", sum.updated);
  accord_json_member_int (&json, "skipped", sum.skipped);
  accord_json_member_int (&json, "left", sum.left);
  accord_json_member_int (&json, "rejected_rows", sum.n_rejected);
  accord_json_key (&json, "rejected");
  accord_json_begin_array (&json);
  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = g_ptr_array_index (self->parts, i);

      if (part->result == NULL)
        write_rejection (&json, part->file, 0, part->reason);
      for (guint j = 0; part->result != NULL && j < part->result->rejected->len; j++)
        {
          const AccordRejection *rejection = g_ptr_array_index (part->result->rejected, j);

          write_rejection (&json, part->file, rejection->line, rejection->reason);
        }
    }
  accord_json_end_array (&json);
  accord_json_end_object (&json);
}

static void
write_part (AccordOutput *output, const Part *part)
{
  const AccordPaymentsResult *result = part->result;
  guint n_shown = MIN (result->rejected->len, SHOWN);

  /* Numbers go in as text, because translators know no G_GUINT64_FORMAT. */
  g_autofree char *added = g_strdup_printf ("%" G_GUINT64_FORMAT, result->added);
  g_autofree char *updated = g_strdup_printf ("%" G_GUINT64_FORMAT, result->updated);
  g_autofree char *skipped = g_strdup_printf ("%" G_GUINT64_FORMAT, result->skipped);
  g_autofree char *rejected = g_strdup_printf ("%" G_GUINT64_FORMAT, result->n_rejected);
  g_autofree char *left = g_strdup_printf ("%" G_GUINT64_FORMAT, result->left);
  g_autofree char *more = g_strdup_printf ("%" G_GUINT64_FORMAT, result->n_rejected - n_shown);

  /* Translators: the first %s is a file; the others are counts of payments and of rows. */
  accord_output_printf (output, _ ("%s: added %s, updated %s, skipped %s, rejected %s.\n"), part->file, added,
                        updated, skipped, rejected);
  if (result->left > 0)
    /* Translators: %s is a count of payments. */
    accord_output_printf (output, _ ("Payments that the file no longer has, which stay: %s.\n"), left);
  for (guint i = 0; i < n_shown; i++)
    {
      const AccordRejection *rejection = g_ptr_array_index (result->rejected, i);
      g_autofree char *reason = accord_terminal_line (rejection->reason);

      accord_output_printf (output, "  %s:%" G_GUINT64_FORMAT ": %s\n", part->file, rejection->line, reason);
    }
  if (result->n_rejected > n_shown)
    /* Translators: %s is a count of rows. */
    accord_output_printf (output, _ ("  … and %s more; --report=FILE writes them to a file.\n"), more);
}

/**
 * accord_import_report_write_text:
 * @self: a report
 * @output: where to write
 *
 * Writes the report for people. Files that were refused are left out, for they were complained of.
 */
void
accord_import_report_write_text (AccordImportReport *self, AccordOutput *output)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = g_ptr_array_index (self->parts, i);

      if (part->result != NULL)
        write_part (output, part);
    }
}

static void
append_field (GString *csv, const char *text, char end)
{
  g_auto (GStrv) parts = g_strsplit (text, "\"", -1);
  g_autofree char *doubled = g_strjoinv ("\"\"", parts);

  g_string_append_printf (csv, "\"%s\"%c", doubled, end);
}

/**
 * accord_import_report_save:
 * @self: a report
 * @path: (type filename): a file
 * @error: return location for an error
 *
 * Writes the rejected rows and the reasons as CSV.
 *
 * Returns: %FALSE when the file cannot be written
 */
gboolean
accord_import_report_save (AccordImportReport *self, const char *path, GError **error)
{
  g_autoptr (GString) csv = g_string_new ("File,Line,Reason\n");

  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = g_ptr_array_index (self->parts, i);

      if (part->result == NULL)
        {
          append_field (csv, part->file, ',');
          g_string_append_c (csv, ',');
          append_field (csv, part->reason, '\n');
        }
      for (guint j = 0; part->result != NULL && j < part->result->rejected->len; j++)
        {
          const AccordRejection *rejection = g_ptr_array_index (part->result->rejected, j);

          append_field (csv, part->file, ',');
          g_string_append_printf (csv, "%" G_GUINT64_FORMAT ",", rejection->line);
          append_field (csv, rejection->reason, '\n');
        }
    }
  return g_file_set_contents (path, csv->str, csv->len, error);
}
