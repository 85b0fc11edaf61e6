/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case/review-page.h"

#include "case/comments-card.h"

/* A reply to a comment, and what the place of one is called, are in other records. */
static const char *const depends[] = { "comment", "case", "option", "document", "organisation", NULL };

static const char *const groups[] = { "comment/review", NULL };

static gpointer
read_page (AccordReader *reader, gint64 id, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), "review");
  g_autoptr (AccordRecord) review = accord_reader_get (reader, kind, id, error);

  return review != NULL ? accord_comments_read_of_review (reader, review, error) : NULL;
}

static GtkWidget *
make_cards (AccordWorkspace *workspace)
{
  return accord_comments_card_new (workspace, TRUE);
}

static void
show_cards (GtkWidget *cards, AccordRecord *record, gconstpointer data, const char *today)
{
  accord_comments_card_show (ACCORD_COMMENTS_CARD (cards), data, accord_record_get_id (record));
}

/* A partner's reading of a case: what they said, and the letter that answers it. */
const AccordPageKind accord_review_page_kind = {
  .kind = "review",
  .depends = depends,
  .groups = groups,
  .read = read_page,
  .free = (GDestroyNotify) accord_comments_unref,
  .make = make_cards,
  .show = show_cards,
};
