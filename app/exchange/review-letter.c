/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comments-export.h"

#include "caveat-steps.h"
#include "date.h"
#include "public-key.h"

#include <glib/gi18n-lib.h>

/* What is answered to a partner: each of their caveats and comments, with the reply to it. */

static void
add_fact (AccordReport *report, const char *name, const char *value)
{
  const char *const cells[] = { name, value, NULL };

  if (value != NULL)
    accord_report_add_row (report, cells);
}

/* Their decision with its day: "Endorse subject to caveats, 3 May 2026". */
static char *
dup_decision (AccordRecord *review)
{
  const char *decided = accord_record_get_text (review, "decided");
  g_autofree char *outcome = accord_comments_export_dup_outcome (review);
  g_autofree char *day = decided != NULL ? accord_date_format (decided) : NULL;

  return day != NULL ? g_strdup_printf ("%s, %s", outcome, day) : g_steal_pointer (&outcome);
}

/* Who signed, and the words by which the key is known, as the partner can compare them. */
static char *
dup_signed (AccordRecord *review)
{
  const char *who = accord_record_get_text (review, "signed-by");
  const char *text = accord_record_get_text (review, "signing-key");
  g_autoptr (AccordPublicKey) key = text != NULL ? accord_public_key_parse (text, -1, NULL) : NULL;
  g_autofree char *words = key != NULL ? accord_public_key_dup_words (key) : NULL;

  if (words == NULL)
    return g_strdup (who);
  /* Translators: who signed, and the words of the key. */
  return g_strdup_printf (_ ("%s: %s"), who != NULL ? who : accord_public_key_get_holder (key), words);
}

static void
add_facts (AccordReport *report, const AccordCommentsExport *self)
{
  AccordRecord *review = self->review, *record = self->file->record;
  const char *const headings[] = { _ ("To"), accord_record_get_text (review, "who"), NULL };
  const char *returned = accord_record_get_text (review, "returned");
  const char *organisation = accord_record_get_reference_title (review, "organisation");
  g_autofree char *title = accord_record_dup_title (record);
  g_autofree char *decision = dup_decision (review), *signed_by = dup_signed (review);
  g_autofree char *day = returned != NULL ? accord_date_format (returned) : NULL;

  accord_report_begin_figures_table (report, headings, 0);
  if (g_strcmp0 (organisation, accord_record_get_text (review, "who")) != 0)
    add_fact (report, _ ("Organisation"), organisation);
  add_fact (report, _ ("Business case"), title);
  add_fact (report, _ ("Version you read"), accord_record_get_reference_title (review, "version"));
  add_fact (report, _ ("Your answer came"), day);
  add_fact (report, _ ("Your decision"), decision);
  add_fact (report, _ ("Who decided"), accord_comments_export_get_decider (review));
  add_fact (report, _ ("Your words"), accord_record_get_text (review, "words"));
  add_fact (report, _ ("Signed by"), signed_by);
}

/* The caveat that a comment became, which the letter has among the caveats. */
static AccordRecord *
find_caveat (const AccordCommentsExport *self, AccordRecord *comment)
{
  gint64 id = accord_record_get_int (comment, "caveat");

  for (guint i = 0; i < self->file->caveats->len; i++)
    if (accord_record_get_id (self->file->caveats->pdata[i]) == id)
      return self->file->caveats->pdata[i];
  return NULL;
}

static gboolean
is_answered_caveat (const AccordCommentsExport *self, AccordRecord *comment)
{
  AccordRecord *caveat = find_caveat (self, comment);

  return caveat != NULL && accord_record_get_text (caveat, "response") != NULL;
}

static guint
count_answered (const AccordCommentsExport *self)
{
  guint n = 0;

  for (guint i = 0; i < self->comments->threads->len; i++)
    {
      const AccordCommentThread *thread = self->comments->threads->pdata[i];

      n += thread->replies->len > 0 || is_answered_caveat (self, thread->record)
           || g_strcmp0 (accord_record_get_text (thread->record, "state"), "open") != 0;
    }
  return n;
}

static void
add_summary (AccordReport *report, const AccordCommentsExport *self)
{
  const guint n = self->comments->threads->len, answered = count_answered (self);
  AccordCaveatTally tally = accord_caveat_tally (self->file->caveats, self->today);
  g_autofree char *comments = NULL, *caveats = NULL;

  accord_report_add_text (report,
                          _ ("Thank you for reading the business case. Below is every caveat that you "
                             "raised and every comment that you made, each with our answer."));
  if (n > 0)
    {
      comments = g_strdup_printf (
          ngettext ("You made %u comment; answered: %u.", "You made %u comments; answered: %u.", n), n,
          answered);
      accord_report_add_text (report, comments);
    }
  if (self->file->caveats->len > 0)
    {
      caveats = g_strdup_printf (
          ngettext ("You raised %u caveat; answered: %u, accepted by you: %u.",
                    "You raised %u caveats; answered: %u, accepted by you: %u.", self->file->caveats->len),
          self->file->caveats->len, tally.n_answered + tally.n_accepted, tally.n_accepted);
      accord_report_add_text (report, caveats);
    }
}

static void
add_caveats (AccordReport *report, const AccordCommentsExport *self)
{
  if (self->file->caveats->len == 0)
    return;
  accord_report_add_heading (report, 1, _ ("Your caveats and our answers"));
  for (guint i = 0; i < self->file->caveats->len; i++)
    {
      AccordRecord *caveat = self->file->caveats->pdata[i];
      const char *response = accord_record_get_text (caveat, "response");
      g_autofree char *title = accord_record_dup_title (caveat);
      g_autofree char *words = accord_sentence_case (title);
      g_autofree char *steps = accord_caveat_dup_steps (caveat);
      g_autofree char *note = g_strdup_printf ("%s.", steps);
      /* Translators: a caveat, and what is answered to it. */
      g_autofree char *both = response != NULL
                                  ? g_strdup_printf (_ ("%s\nOur answer: %s"), words, response)
                                  : g_strdup_printf (_ ("%s\nWe have not answered it yet."), words);

      accord_report_add_point (report, both, note);
    }
}

static char *
dup_reply (const AccordCommentsExport *self, const AccordCommentThread *thread)
{
  g_autofree char *replies = accord_comments_export_dup_replies (thread);
  g_autofree char *state = accord_comments_export_dup_label (thread->record, "state");

  if (replies != NULL)
    return g_steal_pointer (&replies);
  if (find_caveat (self, thread->record) != NULL)
    return g_strdup (_ ("It is among your caveats, above."));
  if (g_strcmp0 (accord_record_get_text (thread->record, "state"), "open") == 0)
    return g_strdup (_ ("We have not replied yet."));
  /* Translators: how a comment stands, such as “Closed”. */
  return g_strdup_printf (_ ("%s, without a reply in writing."), state);
}

static void
add_comment (AccordReport *report, const AccordCommentsExport *self, const AccordCommentThread *thread)
{
  gint64 id = accord_record_get_id (thread->record);
  const char *tried = g_hash_table_lookup (self->what_ifs, &id);
  g_autofree char *sort = accord_comments_export_dup_label (thread->record, "sort");
  g_autofree char *reply = dup_reply (self, thread);
  g_autofree char *note = tried != NULL ? g_strdup_printf (_ ("What you tried: %s"), tried)
                                        : accord_comment_dup_said (thread->record);
  /* Translators: a sort of comment, what is said, and the reply to it. */
  g_autofree char *words =
      g_strdup_printf (_ ("%s: %s\n%s"), sort, accord_record_get_text (thread->record, "text"), reply);

  accord_report_add_point (report, words, note);
}

static void
add_comments (AccordReport *report, const AccordCommentsExport *self)
{
  const char *place = NULL;

  if (self->comments->threads->len == 0)
    return;
  accord_report_add_heading (report, 1, _ ("Your comments and our replies"));
  for (guint i = 0; i < self->comments->threads->len; i++)
    {
      const AccordCommentThread *thread = self->comments->threads->pdata[i];

      if (g_strcmp0 (place, thread->place) != 0)
        accord_report_add_heading (report, 2, thread->place);
      place = thread->place;
      add_comment (report, self, thread);
    }
}

/* Who answers: what is on record of the case, and no more. */
static void
add_end (AccordReport *report, const AccordCommentsExport *self)
{
  const char *owner = accord_record_get_text (self->file->record, "owner");
  const char *organisation = accord_record_get_reference_title (self->file->record, "organisation");

  if (owner == NULL && organisation == NULL)
    return;
  accord_report_add_heading (report, 1, _ ("From"));
  accord_report_add_text (report, owner != NULL ? owner : organisation);
  if (owner != NULL && organisation != NULL)
    accord_report_add_text (report, organisation);
}

/**
 * accord_review_letter_new:
 * @self: what one partner said of a case
 *
 * Returns: (transfer full): the letter that answers it
 */
AccordReport *
accord_review_letter_new (const AccordCommentsExport *self)
{
  const char *who = accord_record_get_text (self->review, "who");
  g_autofree char *title = accord_record_dup_title (self->file->record);
  g_autofree char *day = accord_date_format (self->today);
  /* Translators: a partner. */
  g_autofree char *heading = g_strdup_printf (_ ("Our answer to %s"), who);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", title, day);
  AccordReport *report = accord_report_new (heading, subtitle);

  add_summary (report, self);
  add_facts (report, self);
  add_caveats (report, self);
  add_comments (report, self);
  add_end (report, self);
  return report;
}
