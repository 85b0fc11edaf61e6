/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case/case-page.h"

#include "case/case-cards.h"
#include "case/case-figures.h"
#include "case/documents-card.h"
#include "case-versions.h"
#include "caveat-versions.h"

/* With caveats beside endorsements a case needs more room than most records. */
#define WIDTH 1160

static const char *const depends[] = { "resolution", "body",    "organisation", "milestone",  "engagement",
                                       "programme",  "fund",    "payment",      "allocation", "source",
                                       "risk",       "benefit", "option",       "cost",       "outcome",
                                       "gain",       "edition", "version",      "review",     "comment",
                                       NULL };

static const char *const groups[] = { "caveat/cases",  "endorsement/cases", "option/case",    "claim/case",
                                      "document/case", "answer/case",       "appraisal/case", "benefit/case",
                                      "version/case",  "review/case",       "comment/case",   NULL };

static gpointer
read_page (AccordReader *reader, gint64 id, GError **error)
{
  g_autoptr (AccordCaseData) data = g_new0 (AccordCaseData, 1);

  data->file = accord_case_file_read (reader, id, error);
  data->appraisal = data->file != NULL ? accord_appraisal_file_read (reader, id, error) : NULL;
  data->claims = data->appraisal != NULL ? accord_claims_read (reader, "case", id, error) : NULL;
  data->documents = data->claims != NULL ? accord_documents_read (reader, "case", id, error) : NULL;
  data->versions = data->documents != NULL ? accord_case_versions_read (reader, id, error) : NULL;
  data->review = data->versions != NULL ? accord_case_review_read (reader, id, 0, error) : NULL;
  data->benefits = data->review != NULL ? accord_benefits_register_read (reader, id, error) : NULL;
  data->offline = data->benefits != NULL ? accord_offline_file_read (reader, id, error) : NULL;
  data->comments = data->offline != NULL ? accord_comments_read (reader, id, 0, error) : NULL;
  data->answered_in = data->comments != NULL ? accord_caveat_versions_read (reader, data->file, error) : NULL;
  return data->answered_in != NULL ? g_steal_pointer (&data) : NULL;
}

static GPtrArray *
dup_figures (AccordRecord *record, gconstpointer data, const char *today)
{
  const AccordCaseData *self = data;

  return accord_case_figures (record, self != NULL ? self->file : NULL, self != NULL ? self->appraisal : NULL,
                              today);
}

static GtkWidget *
make_cards (AccordWorkspace *workspace)
{
  return accord_case_cards_new (workspace);
}

static void
show_cards (GtkWidget *cards, AccordRecord *record, gconstpointer data, const char *today)
{
  accord_case_cards_show (ACCORD_CASE_CARDS (cards), data, today);
}

const AccordPageKind accord_case_page_kind = {
  .kind = "case",
  .depends = depends,
  .groups = groups,
  .width = WIDTH,
  .read = read_page,
  .free = (GDestroyNotify) accord_case_data_free,
  .dup_figures = dup_figures,
  .make = make_cards,
  .show = show_cards,
};
