/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "programme/programme-page.h"

#include "form/form-figures.h"
#include "programme/programme-cards.h"
#include "programme/programme-figures.h"
#include "claim-lines.h"
#include "today.h"

#define WIDTH 1040

/* What the cards of a programme show, all of one moment. */
typedef struct
{
  AccordProgrammeProgress *progress;
  GPtrArray *claims;
} ProgrammeData;

static void
programme_data_free (gpointer data)
{
  ProgrammeData *self = data;

  g_clear_pointer (&self->progress, accord_programme_progress_free);
  g_clear_pointer (&self->claims, g_ptr_array_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProgrammeData, programme_data_free)

static gpointer
read_page (AccordReader *reader, gint64 id, GError **error)
{
  g_autoptr (ProgrammeData) self = g_new0 (ProgrammeData, 1);
  g_autofree char *today = accord_today_dup ();

  self->progress = accord_programme_progress_read (reader, id, today, error);
  if (self->progress == NULL)
    return NULL;
  self->claims = accord_claims_read (reader, "programme", id, error);
  return self->claims != NULL ? g_steal_pointer (&self) : NULL;
}

static GPtrArray *
dup_figures (AccordRecord *record, gconstpointer data, const char *today)
{
  const ProgrammeData *self = data;

  return self != NULL ? accord_programme_figures (self->progress)
                      : g_ptr_array_new_with_free_func ((GDestroyNotify) accord_form_figure_free);
}

static void
show_cards (GtkWidget *cards, AccordRecord *record, gconstpointer data, const char *today)
{
  const ProgrammeData *self = data;

  accord_programme_cards_show (ACCORD_PROGRAMME_CARDS (cards), self->progress, self->claims);
}

static const char *const depends[] = { "organisation", "workstream", "milestone",  "transfer",
                                       "action",       "risk",       "benefit",    "engagement",
                                       "finding",      "claim",      "allocation", "payment",
                                       "item",         "source",     "body",       NULL };
static const char *const groups[] = { "milestone/programme", "workstream/programme", "action/programme",
                                      "risk/programme",      "benefit/programme",    "engagement/programme",
                                      "finding/programme",   "claim/programme",      NULL };

const AccordPageKind accord_programme_page_kind = {
  .kind = "programme",
  .depends = depends,
  .groups = groups,
  .width = WIDTH,
  .read = read_page,
  .free = programme_data_free,
  .dup_figures = dup_figures,
  .make = accord_programme_cards_new,
  .show = show_cards,
};
