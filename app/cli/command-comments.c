/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include <glib/gi18n-lib.h>

#include "comments.h"
#include "text-table.h"

typedef struct
{
  AccordRun *run;
  char *title;
} Wanted;

static gpointer
read_comments (AccordReader *reader, gpointer data, GError **error)
{
  Wanted *wanted = data;
  const AccordKind *kind = accord_schema_find_kind (wanted->run->schema, "case");
  gint64 id = accord_reader_resolve (reader, kind, wanted->run->arguments[0], error);

  if (id <= 0)
    return NULL;
  wanted->title = accord_reader_dup_title (reader, kind, id, NULL);
  return accord_comments_read (reader, id, 0, error);
}

/* --- Words. */

static const char *
choice_words (AccordRecord *record, const char *field)
{
  const char *label = accord_field_choice_label (
      accord_kind_get_field (accord_record_get_kind (record), field), accord_record_get_text (record, field));

  return label != NULL ? _ (label) : "";
}

static void
write_said (AccordOutput *output, const char *indent, AccordRecord *record)
{
  g_autofree char *said = accord_comment_dup_said (record);
  g_autofree char *text = accord_terminal_line (accord_record_get_text (record, "text"));
  g_autofree char *by = said != NULL ? accord_terminal_line (said) : NULL;

  accord_output_printf (output, "%s%s\n", indent, text);
  if (by != NULL)
    accord_output_printf (output, "%s%s\n", indent, by);
}

/* What was answered is not told as open. */
static const char *
state_words (const AccordCommentThread *thread)
{
  const gboolean open = g_strcmp0 (accord_record_get_text (thread->record, "state"), "open") == 0;

  return open && thread->answered ? _ ("Answered") : choice_words (thread->record, "state");
}

static void
write_thread (AccordOutput *output, const AccordCommentThread *thread)
{
  const char *quote = accord_record_get_text (thread->record, "quote");
  g_autofree char *place = accord_terminal_line (thread->place);
  g_autofree char *who = thread->who != NULL ? accord_terminal_line (thread->who) : NULL;

  accord_output_write (output, "\n", 1);
  accord_output_heading (output, place);
  accord_output_printf (output, "\n  [%" G_GINT64_FORMAT "] %s · %s%s%s\n",
                        accord_record_get_id (thread->record), choice_words (thread->record, "sort"),
                        state_words (thread), who != NULL ? " · " : "", who != NULL ? who : "");
  if (quote != NULL)
    {
      g_autofree char *line = accord_terminal_line (quote);

      accord_output_printf (output, "  “%s”\n", line);
      if (thread->quote_gone)
        accord_output_printf (output, "  %s\n", _ ("These words are not in the case any more."));
    }
  write_said (output, "  ", thread->record);
  for (guint i = 0; i < thread->replies->len; i++)
    write_said (output, "    ", thread->replies->pdata[i]);
}

static void
write_words (AccordOutput *output, const AccordComments *comments, const char *title)
{
  g_autofree char *name = accord_terminal_line (title);
  g_autofree char *count = accord_comments_dup_count (comments);

  /* Translators: a business case, then how many comments there are on it. */
  accord_output_printf (output, _ ("%s: %s"), name, count);
  accord_output_write (output, "\n", 1);
  for (guint i = 0; i < comments->threads->len; i++)
    write_thread (output, comments->threads->pdata[i]);
}

/* --- JSON. */

static void
json_said (AccordJson *json, AccordRecord *record)
{
  static const char *const fields[] = { "text", "sort", "state", "author", "written" };

  accord_json_member_int (json, "id", accord_record_get_id (record));
  accord_json_member_string (json, "uid", accord_record_get_uid (record));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    accord_json_member_string (json, fields[i], accord_record_get_text (record, fields[i]));
}

static void
json_place (AccordJson *json, const AccordCommentThread *thread)
{
  static const char *const on[] = { "case", "section", "figure", "document" };
  gint64 page = accord_record_get_int (thread->record, "page");

  accord_json_member_string (json, "on", on[thread->on]);
  accord_json_member_string (json, "place", thread->place);
  accord_json_member_string (json, "who", thread->who);
  accord_json_member_string (json, "section", accord_record_get_text (thread->record, "section"));
  accord_json_member_string (json, "figure", accord_record_get_text (thread->record, "figure"));
  accord_json_member_string (json, "option", accord_record_get_reference_title (thread->record, "option"));
  accord_json_member_string (json, "document",
                             accord_record_get_reference_title (thread->record, "document"));
  accord_json_key (json, "page");
  if (page > 0)
    accord_json_int (json, page);
  else
    accord_json_null (json);
  accord_json_member_string (json, "rectangles", accord_record_get_text (thread->record, "rectangles"));
  accord_json_member_string (json, "quote", accord_record_get_text (thread->record, "quote"));
  accord_json_member_boolean (json, "quote_gone", thread->quote_gone);
  accord_json_member_boolean (json, "has_answer", thread->answered);
  accord_json_member_string (json, "caveat", accord_record_get_reference_title (thread->record, "caveat"));
  accord_json_member_string (json, "what_if", accord_record_get_text (thread->record, "what-if"));
}

static void
json_thread (AccordJson *json, const AccordCommentThread *thread)
{
  accord_json_begin_object (json);
  json_said (json, thread->record);
  json_place (json, thread);
  accord_json_key (json, "replies");
  accord_json_begin_array (json);
  for (guint i = 0; i < thread->replies->len; i++)
    {
      accord_json_begin_object (json);
      json_said (json, thread->replies->pdata[i]);
      accord_json_member_string (json, "who",
                                 accord_record_get_reference_title (thread->replies->pdata[i], "review"));
      accord_json_end_object (json);
    }
  accord_json_end_array (json);
  accord_json_end_object (json);
}

static void
write_json (AccordOutput *output, const AccordComments *comments, const char *title)
{
  static const char *const sorts[] = { "questions", "corrections", "risks", "caveats" };
  static const char *const states[] = { "open", "answered", "closed" };
  AccordJson json;

  accord_json_init (&json, output);
  accord_json_begin_object (&json);
  accord_json_member_string (&json, "case", title);
  for (guint i = 0; i < ACCORD_COMMENT_N_SORTS; i++)
    accord_json_member_int (&json, sorts[i], comments->n_by_sort[i]);
  for (guint i = 0; i < ACCORD_COMMENT_N_STATES; i++)
    accord_json_member_int (&json, states[i], comments->n_by_state[i]);
  accord_json_key (&json, "comments");
  accord_json_begin_array (&json);
  for (guint i = 0; i < comments->threads->len; i++)
    json_thread (&json, comments->threads->pdata[i]);
  accord_json_end_array (&json);
  accord_json_end_object (&json);
  accord_output_write (output, "\n", 1);
}

/**
 * accord_command_comments:
 * @run: the run
 * @error: return location for an error
 *
 * Lists what was said of a business case, with replies, in the order of the places that it was said of.
 *
 * Returns: what the shell is told
 */
AccordExit
accord_command_comments (AccordRun *run, GError **error)
{
  Wanted wanted = { run, NULL };
  g_autoptr (AccordComments) comments =
      accord_workspace_read (run->workspace, read_comments, &wanted, run->cancellable, error);
  g_autofree char *title = wanted.title;

  if (comments == NULL)
    return ACCORD_EXIT_BROKEN;
  if (run->options->json)
    write_json (run->output, comments, title);
  else
    write_words (run->output, comments, title);
  return ACCORD_EXIT_DONE;
}
