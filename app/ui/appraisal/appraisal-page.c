/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal/appraisal-page.h"

#include "appraisal/appraisal-cards.h"
#include "form/form-figures.h"

/* Years go across it. */
#define WIDTH 1600

static const char *const depends[] = { "case",     "option",  "cost",         "outcome", "gain",
                                       "scenario", "edition", "organisation", NULL };

static const char *const groups[] = { "scenario/appraisal", NULL };

/* The cards read the appraisal themselves, after what was typed in them is kept; here only whose it is. */
static gpointer
read_page (AccordReader *reader, gint64 id, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), "appraisal");
  g_autoptr (AccordRecord) appraisal = accord_reader_get (reader, kind, id, error);
  gint64 business_case = appraisal != NULL ? accord_record_get_int (appraisal, "case") : 0;

  return appraisal != NULL ? g_memdup2 (&business_case, sizeof business_case) : NULL;
}

/* They follow what is typed, and so stand among the cards. */
static GPtrArray *
dup_figures (AccordRecord *record, gconstpointer data, const char *today)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) accord_form_figure_free);
}

static GtkWidget *
make_cards (AccordWorkspace *workspace)
{
  return accord_appraisal_cards_new (workspace);
}

static void
show_cards (GtkWidget *cards, AccordRecord *record, gconstpointer data, const char *today)
{
  const gint64 *business_case = data;

  if (*business_case != ACCORD_UNKNOWN)
    accord_appraisal_work_show (accord_appraisal_cards_get_work (ACCORD_APPRAISAL_CARDS (cards)),
                                *business_case);
}

const AccordPageKind accord_appraisal_page_kind = {
  .kind = "appraisal",
  .depends = depends,
  .groups = groups,
  .width = WIDTH,
  .alone = TRUE,
  .read = read_page,
  .free = g_free,
  .dup_figures = dup_figures,
  .make = make_cards,
  .show = show_cards,
};
