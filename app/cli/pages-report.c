/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages-report.h"

#include <glib/gi18n-lib.h>

#include "text-table.h"

/* A record of a plan, as it is told: kept or, in a dry run, to be kept; or left for a person, with why. */
typedef struct
{
  const AccordKind *kind;
  gint64 id;
  char *title;
  AccordPlanDoing doing;
  gboolean taken;
  guint depth;
  char *why;
  char *links;
} Line;

typedef struct
{
  char *file;
  char *reason;
  char *title;
  char *page;
  char *style;
  AccordPlanResult result;
  guint n_unread;
  GPtrArray *lines;
} Part;

struct _AccordPagesReport
{
  gboolean details;
  GPtrArray *parts;
};

static void
line_free (gpointer data)
{
  Line *line = data;

  g_free (line->title);
  g_free (line->why);
  g_free (line->links);
  g_free (line);
}

static void
part_free (gpointer data)
{
  Part *part = data;

  g_free (part->file);
  g_free (part->reason);
  g_free (part->title);
  g_free (part->page);
  g_free (part->style);
  g_ptr_array_unref (part->lines);
  g_free (part);
}

/**
 * accord_pages_report_new:
 * @details: whether to tell of each record, and not only of those that were left
 *
 * Returns: (transfer full): a report on nothing yet
 */
AccordPagesReport *
accord_pages_report_new (gboolean details)
{
  AccordPagesReport *self = g_new0 (AccordPagesReport, 1);

  self->details = details;
  self->parts = g_ptr_array_new_with_free_func (part_free);
  return self;
}

/**
 * accord_pages_report_free:
 * @self: (transfer full): a report
 */
void
accord_pages_report_free (AccordPagesReport *self)
{
  g_ptr_array_unref (self->parts);
  g_free (self);
}

static Part *
add_part (AccordPagesReport *self, const char *file)
{
  Part *part = g_new0 (Part, 1);

  part->file = g_strdup (file);
  part->lines = g_ptr_array_new_with_free_func (line_free);
  g_ptr_array_add (self->parts, part);
  return part;
}

static char *
dup_links (const AccordPlanRow *row)
{
  GString *links = g_string_new (NULL);

  for (guint i = 0; i < row->links->len; i++)
    {
      const AccordPlanLink *link = row->links->pdata[i];

      g_string_append_printf (links, "%s%s %s", links->len > 0 ? "; " : "", link->kind, link->title);
    }
  return g_string_free (links, FALSE);
}

static void
add_line (Part *part, const AccordPlanRow *row)
{
  Line *line = g_new0 (Line, 1);

  line->kind = accord_record_get_kind (row->record);
  line->id = accord_record_get_id (row->record);
  line->title = accord_record_dup_title (row->record);
  line->doing = row->doing;
  line->taken = row->taken;
  line->depth = row->depth;
  line->why = g_strdup (row->why);
  line->links = dup_links (row);
  g_ptr_array_add (part->lines, line);
}

/**
 * accord_pages_report_add:
 * @self: a report
 * @file: what a page's file is called
 * @plan: what became of it
 * @result: what was done
 */
void
accord_pages_report_add (AccordPagesReport *self, const char *file, AccordCommitteePlan *plan,
                         const AccordPlanResult *result)
{
  Part *part = add_part (self, file);

  part->result = *result;
  part->n_unread = plan->page->unread->len;
  part->page = g_strdup (accord_page_type_to_word (plan->page->type));
  part->style = g_strdup (accord_page_style_to_word (plan->page->style));
  for (guint i = 0; i < plan->rows->len; i++)
    {
      const AccordPlanRow *row = plan->rows->pdata[i];

      if (i == 0)
        part->title = accord_record_dup_title (row->record);
      if (self->details || (!row->taken && row->why != NULL))
        add_line (part, row);
    }
}

/**
 * accord_pages_report_refuse:
 * @self: a report
 * @file: what a page's file is called
 * @reason: why nothing was made of it
 */
void
accord_pages_report_refuse (AccordPagesReport *self, const char *file, const char *reason)
{
  add_part (self, file)->reason = g_strdup (reason);
}

guint
accord_pages_report_get_n_refused (AccordPagesReport *self)
{
  guint n = 0;

  for (guint i = 0; i < self->parts->len; i++)
    n += ((Part *) self->parts->pdata[i])->reason != NULL;
  return n;
}

guint
accord_pages_report_get_n_taken (AccordPagesReport *self)
{
  return self->parts->len - accord_pages_report_get_n_refused (self);
}

static void
write_id (AccordJson *json, const char *name, gint64 id)
{
  accord_json_key (json, name);
  if (id > 0)
    accord_json_int (json, id);
  else
    accord_json_null (json);
}

static void
write_line (AccordJson *json, const Line *line)
{
  static const char *const words[] = { "add", "update", "same", "gone" };

  accord_json_begin_object (json);
  accord_json_member_string (json, "kind", line->kind->name);
  write_id (json, "id", line->id);
  accord_json_member_string (json, "title", line->title);
  accord_json_member_string (json, "doing", words[line->doing]);
  accord_json_member_boolean (json, "taken", line->taken);
  accord_json_member_string (json, "why", line->why);
  accord_json_member_string (json, "links", *line->links != '\0' ? line->links : NULL);
  accord_json_end_object (json);
}

static void
write_part (AccordJson *json, const Part *part)
{
  accord_json_begin_object (json);
  accord_json_member_string (json, "file", part->file);
  accord_json_member_string (json, "page", part->page);
  accord_json_member_string (json, "style", part->style);
  write_id (json, "source", part->result.source);
  accord_json_member_string (json, "main_kind", part->result.main_kind);
  write_id (json, "main", part->result.main);
  accord_json_member_int (json, "added", part->result.added);
  accord_json_member_int (json, "updated", part->result.updated);
  accord_json_member_int (json, "same", part->result.same);
  accord_json_member_int (json, "unread", part->n_unread);
  accord_json_key (json, "records");
  accord_json_begin_array (json);
  for (guint i = 0; i < part->lines->len; i++)
    write_line (json, part->lines->pdata[i]);
  accord_json_end_array (json);
  accord_json_end_object (json);
}

static AccordPlanResult
add_up (AccordPagesReport *self)
{
  AccordPlanResult sum = { 0 };

  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = self->parts->pdata[i];

      sum.added += part->result.added;
      sum.updated += part->result.updated;
      sum.same += part->result.same;
    }
  return sum;
}

/**
 * accord_pages_report_write_json:
 * @self: a report
 * @output: where to write
 *
 * Writes the report as one object.
 */
void
accord_pages_report_write_json (AccordPagesReport *self, AccordOutput *output)
{
  const AccordPlanResult sum = add_up (self);
  AccordJson json;

  accord_json_init (&json, output);
  accord_json_begin_object (&json);
  accord_json_member_int (&json, "added", sum.added);
  accord_json_member_int (&json, "updated", sum.updated);
  accord_json_member_int (&json, "same", sum.same);
  accord_json_key (&json, "pages");
  accord_json_begin_array (&json);
  for (guint i = 0; i < self->parts->len; i++)
    if (((Part *) self->parts->pdata[i])->reason == NULL)
      write_part (&json, self->parts->pdata[i]);
  accord_json_end_array (&json);
  accord_json_key (&json, "rejected");
  accord_json_begin_array (&json);
  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = self->parts->pdata[i];

      if (part->reason == NULL)
        continue;
      accord_json_begin_object (&json);
      accord_json_member_string (&json, "file", part->file);
      accord_json_member_string (&json, "reason", part->reason);
      accord_json_end_object (&json);
    }
  accord_json_end_array (&json);
  accord_json_end_object (&json);
}

static void
tell_line (AccordOutput *output, const Line *line)
{
  static const char signs[] = { '+', '~', '=', '-' };
  g_autofree char *title = accord_terminal_line (line->title);
  g_autofree char *why = line->why != NULL ? accord_terminal_line (line->why) : NULL;
  g_autofree char *links = accord_terminal_line (line->links);

  accord_output_printf (output, "  %*s%c %s: %s\n", (int) line->depth * 2, "",
                        line->taken || line->doing == ACCORD_PLAN_GONE ? signs[line->doing] : '?',
                        _ (line->kind->label), title);
  if (why != NULL)
    accord_output_printf (output, "  %*s  %s\n", (int) line->depth * 2, "", why);
  if (*links != '\0')
    /* Translators: %s is a list of organisations, funds and the like. */
    accord_output_printf (output, _ ("  %*s  Names %s\n"), (int) line->depth * 2, "", links);
}

static void
tell_part (AccordOutput *output, const Part *part)
{
  g_autofree char *file = accord_terminal_line (part->file);
  g_autofree char *title = accord_terminal_line (part->title);

  /* Translators: the first %s is a file, the second what the page in it is; then counts of records. */
  accord_output_printf (output, _ ("%s: %s: added %u, updated %u, as they were %u.\n"), file, title,
                        part->result.added, part->result.updated, part->result.same);
  for (guint i = 0; i < part->lines->len; i++)
    tell_line (output, part->lines->pdata[i]);
  if (part->n_unread > 0)
    accord_output_printf (output,
                          ngettext ("  %u passage was not read; “accordctl read committee” tells which.\n",
                                    "  %u passages were not read; “accordctl read committee” tells which.\n",
                                    part->n_unread),
                          part->n_unread);
}

/**
 * accord_pages_report_write_text:
 * @self: a report
 * @output: where to write
 *
 * Tells people of the pages that were taken; those that were refused have been complained of already.
 */
void
accord_pages_report_write_text (AccordPagesReport *self, AccordOutput *output)
{
  for (guint i = 0; i < self->parts->len; i++)
    if (((Part *) self->parts->pdata[i])->reason == NULL)
      tell_part (output, self->parts->pdata[i]);
}
