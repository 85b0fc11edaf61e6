/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comments-export.h"

#include "caveat-steps.h"
#include "date.h"

#include <glib/gi18n-lib.h>

/* What all partners said of a case, for a meeting: who decided what, every caveat with its answer, and every
 * comment at the place that it is on. */

static const char *
dash (const char *text)
{
  return text != NULL && *text != '\0' ? text : "–";
}

static char *
dup_day (AccordRecord *record, const char *field)
{
  const char *date = accord_record_get_text (record, field);

  return date != NULL ? accord_date_format (date) : g_strdup ("–");
}

static void
add_partner (AccordReport *report, AccordRecord *review)
{
  g_autofree char *state = accord_comments_export_dup_label (review, "state");
  g_autofree char *outcome = accord_record_get_text (review, "outcome") != NULL
                                 ? accord_comments_export_dup_label (review, "outcome")
                                 : g_strdup ("–");
  g_autofree char *due = dup_day (review, "due"), *decided = dup_day (review, "decided");
  const char *decider = accord_comments_export_get_decider (review);
  /* Translators: what was decided, and the board or committee that did. */
  g_autofree char *decision = decider != NULL ? g_strdup_printf (_ ("%s (%s)"), outcome, decider) : NULL;
  const char *const cells[] = { accord_record_get_text (review, "who"),
                                dash (accord_record_get_reference_title (review, "version")),
                                state,
                                due,
                                decision != NULL ? decision : outcome,
                                decided,
                                dash (accord_record_get_text (review, "signed-by")),
                                NULL };

  accord_report_add_row (report, cells);
}

static void
add_partners (AccordReport *report, const AccordCommentsExport *self)
{
  const char *const headings[] = { _ ("Partner"),  _ ("Version"),    _ ("State"),     _ ("Due"),
                                   _ ("Decision"), _ ("Decided on"), _ ("Signed by"), NULL };

  accord_report_add_heading (report, 1, _ ("Who was asked, and what they decided"));
  if (self->reviews->len == 0)
    {
      accord_report_add_text (report, _ ("Nobody was asked to review the case yet."));
      return;
    }
  accord_report_begin_figures_table (report, headings, 0);
  for (guint i = 0; i < self->reviews->len; i++)
    add_partner (report, self->reviews->pdata[i]);
  for (guint i = 0; i < self->reviews->len; i++)
    {
      AccordRecord *review = self->reviews->pdata[i];
      const char *words = accord_record_get_text (review, "words");

      if (words != NULL)
        accord_report_add_point (report, accord_record_get_text (review, "who"), words);
    }
}

static void
add_caveat (AccordReport *report, AccordRecord *caveat)
{
  const char *response = accord_record_get_text (caveat, "response");
  g_autofree char *title = accord_record_dup_title (caveat);
  g_autofree char *words = accord_sentence_case (title);
  g_autofree char *steps = accord_caveat_dup_steps (caveat);
  g_autofree char *note = g_strdup_printf ("%s.", steps);
  /* Translators: a caveat, and the answer to it. */
  g_autofree char *both = response != NULL ? g_strdup_printf (_ ("%s\nAnswer: %s"), words, response) : NULL;

  accord_report_add_point (report, both != NULL ? both : words, note);
}

static void
add_caveats (AccordReport *report, const AccordCommentsExport *self)
{
  g_autofree char *warning = accord_case_file_dup_caveats_warning (self->file, self->today);

  accord_report_add_heading (report, 1, _ ("Caveats and their answers"));
  if (self->file->caveats->len == 0)
    accord_report_add_text (report, _ ("No caveat is recorded."));
  if (warning != NULL)
    accord_report_add_text (report, warning);
  for (guint i = 0; i < self->file->caveats->len; i++)
    add_caveat (report, self->file->caveats->pdata[i]);
}

static void
append_line (GString *words, const char *line)
{
  if (line != NULL)
    g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", line);
}

/* Who said it, what they quote, and what they tried. */
static char *
dup_note (const AccordCommentsExport *self, const AccordCommentThread *thread)
{
  gint64 id = accord_record_get_id (thread->record);
  const char *quote = accord_record_get_text (thread->record, "quote");
  const char *tried = g_hash_table_lookup (self->what_ifs, &id);
  const char *caveat = accord_record_get_reference_title (thread->record, "caveat");
  g_autofree char *said = accord_comment_dup_said (thread->record);
  g_autofree char *quoted =
      quote != NULL
          ? g_strdup_printf (thread->quote_gone ? _ ("On the words “%s”, which are not in the case any more")
                                                : _ ("On the words “%s”"),
                             quote)
          : NULL;
  g_autofree char *what_if = tried != NULL ? g_strdup_printf (_ ("What if: %s"), tried) : NULL;
  g_autofree char *became =
      caveat != NULL ? g_strdup_printf (_ ("It became the caveat “%s”."), caveat) : NULL;
  GString *words = g_string_new (NULL);

  append_line (words, said);
  append_line (words, quoted);
  append_line (words, what_if);
  append_line (words, became);
  return g_string_free (words, FALSE);
}

static void
add_thread (AccordReport *report, const AccordCommentsExport *self, const AccordCommentThread *thread)
{
  g_autofree char *sort = accord_comments_export_dup_label (thread->record, "sort");
  g_autofree char *state = accord_comments_export_dup_state (thread);
  g_autofree char *replies = accord_comments_export_dup_replies (thread);
  /* Translators: a partner, a sort of comment, how it stands, and what is said. */
  g_autofree char *words = g_strdup_printf (_ ("%s · %s · %s\n%s"), accord_comments_export_get_who (thread),
                                            sort, state, accord_record_get_text (thread->record, "text"));
  g_autofree char *all = replies != NULL ? g_strdup_printf ("%s\n%s", words, replies) : NULL;
  g_autofree char *note = dup_note (self, thread);

  accord_report_add_point (report, all != NULL ? all : words, *note != '\0' ? note : NULL);
}

static void
add_comments (AccordReport *report, const AccordCommentsExport *self)
{
  g_autofree char *count = accord_comments_dup_count (self->comments);
  g_autofree char *sentence = accord_sentence_case (count);
  const char *place = NULL;

  accord_report_add_heading (report, 1, _ ("Comments"));
  accord_report_add_text (report, sentence);
  for (guint i = 0; i < self->comments->threads->len; i++)
    {
      const AccordCommentThread *thread = self->comments->threads->pdata[i];

      if (g_strcmp0 (place, thread->place) != 0)
        accord_report_add_heading (report, 2, thread->place);
      place = thread->place;
      add_thread (report, self, thread);
    }
}

/**
 * accord_comments_report_new:
 * @self: what was said of a case
 *
 * Returns: (transfer full): the same for paper: what each partner decided, the caveats with their answers,
 * and the comments of all by the places that they are on
 */
AccordReport *
accord_comments_report_new (const AccordCommentsExport *self)
{
  g_autofree char *title = accord_record_dup_title (self->file->record);
  g_autofree char *stage = accord_comments_export_dup_label (self->file->record, "stage");
  g_autofree char *day = accord_date_format (self->today);
  /* Translators: a stage of a business case, and a day. */
  g_autofree char *subtitle = g_strdup_printf (_ ("What partners said · %s · %s"), stage, day);
  AccordReport *report = accord_report_new (title, subtitle);

  add_partners (report, self);
  add_caveats (report, self);
  add_comments (report, self);
  return report;
}
