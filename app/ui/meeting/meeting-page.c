/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "meeting/meeting-page.h"

#include "date.h"
#include "form/form-figures.h"
#include "meeting/meeting-cards.h"

#include <glib/gi18n-lib.h>

#define WIDTH 1500

static gpointer
read_page (AccordReader *reader, gint64 id, GError **error)
{
  return accord_agenda_read (reader, id, error);
}

static void
free_page (gpointer data)
{
  accord_agenda_free (data);
}

static AccordQuery *
make_query (AccordRecord *meeting, const char *kind_name, const char *field, const char *value)
{
  const AccordKind *kind = accord_kind_for_type (g_type_from_name (kind_name));
  AccordQuery *query = accord_query_new (kind);

  accord_query_add_number (query, accord_kind_find_field (kind, "meeting"), ACCORD_OPERATOR_EQUAL,
                           accord_record_get_id (meeting));
  if (field != NULL)
    accord_query_add_text (query, accord_kind_find_field (kind, field), ACCORD_OPERATOR_EQUAL, value);
  return query;
}

static void
add_figure (GPtrArray *figures, const char *label, const char *text, char *note, gboolean urgent,
            const char *rule, AccordQuery *rows)
{
  AccordFormFigure *figure = accord_form_figure_new (label, text, note);

  figure->urgent = urgent;
  accord_form_figure_explain (figure, rule, rows);
  g_ptr_array_add (figures, figure);
  g_clear_pointer (&rows, accord_query_unref);
  g_free (note);
}

static void
add_items (GPtrArray *figures, AccordRecord *meeting, const AccordAgenda *agenda)
{
  g_autofree char *n = g_strdup_printf ("%u", agenda->n_items);
  char *note = agenda->n_incomplete > 0 ? g_strdup_printf (
                   g_dngettext (NULL, "%u of them cut short", "%u of them cut short", agenda->n_incomplete),
                   agenda->n_incomplete)
                                        : NULL;

  add_figure (
      figures, _ ("Items on the agenda"), n, note, agenda->n_incomplete > 0,
      _ ("The agenda items that name this meeting. One is cut short when its minutes, or a decision under "
         "it, stop before their end."),
      make_query (meeting, "AccordItem", NULL, NULL));
}

static guint
count (const AccordAgenda *agenda, const char *kind, const char *field, const char *value)
{
  guint n = 0;

  for (guint i = 0; i < agenda->items->len; i++)
    n += accord_text_count (((AccordAgendaItem *) agenda->items->pdata[i])->text, kind, field, value);
  return n;
}

/* When, at what hour and where. */
static void
add_date (GPtrArray *figures, AccordRecord *meeting)
{
  const char *date = accord_record_get_text (meeting, "date");
  const char *hour = accord_record_get_text (meeting, "time");
  const char *venue = accord_record_get_text (meeting, "venue");
  g_autofree char *text = date != NULL ? accord_date_format (date) : NULL;
  g_autofree char *note = g_strjoin (hour != NULL && venue != NULL ? ", " : "", hour != NULL ? hour : "",
                                     venue != NULL ? venue : "", NULL);

  if (date != NULL)
    g_ptr_array_add (figures, accord_form_figure_new (_ ("Held on"), text, *note != '\0' ? note : NULL));
}

static void
add_decisions (GPtrArray *figures, AccordRecord *meeting, const AccordAgenda *agenda)
{
  guint asked = count (agenda, "resolution", "type", "recommendation");
  guint all = count (agenda, "resolution", NULL, NULL);
  g_autofree char *n = g_strdup_printf ("%u", all - asked);
  char *note = asked > 0 ? g_strdup_printf (
                   g_dngettext (NULL, "and %u recommendation", "and %u recommendations", asked), asked)
                         : NULL;

  if (all > 0)
    add_figure (
        figures, _ ("Decisions"), n, note, FALSE,
        _ ("The resolutions, agreements and matters noted at this meeting; recommendations are what it was "
           "asked to do."),
        make_query (meeting, "AccordResolution", NULL, NULL));
}

static void
add_open (GPtrArray *figures, AccordRecord *meeting, const AccordAgenda *agenda)
{
  gboolean room = figures->len + 1 < ACCORD_FORM_MAX_FIGURES;
  guint caveats = count (agenda, "caveat", NULL, NULL), open = count (agenda, "caveat", "state", "open");
  guint actions_open = 0;

  for (guint i = 0; i < agenda->owed->len; i++)
    actions_open += ((AccordOwed *) agenda->owed->pdata[i])->actions->len;
  if (caveats > 0)
    {
      /* Translators: how many are open, how many there are. */
      g_autofree char *text = g_strdup_printf (_ ("%u of %u"), open, caveats);

      add_figure (figures, _ ("Caveats open"), text, NULL, open > 0,
                  _ ("The caveats in the decisions of this meeting that nobody has answered."), NULL);
    }
  if (agenda->n_actions > 0 && (room || caveats == 0))
    {
      g_autofree char *text = g_strdup_printf (_ ("%u of %u"), actions_open, agenda->n_actions);

      add_figure (figures, _ ("Actions open"), text, NULL, actions_open > 0,
                  _ ("The actions that name this meeting and are neither done nor cancelled."),
                  make_query (meeting, "AccordAction", NULL, NULL));
    }
}

static void
add_next (GPtrArray *figures, AccordRecord *meeting, const char *today)
{
  const char *date = accord_record_get_text (meeting, "next-meeting");
  g_autofree char *text = NULL;
  g_autofree char *note = NULL;

  if (date == NULL || figures->len >= ACCORD_FORM_MAX_FIGURES)
    return;
  text = accord_date_format (date);
  note = accord_form_dup_relative (date, today);
  g_ptr_array_add (figures, accord_form_figure_new (_ ("Next meeting"), text, note));
}

static GPtrArray *
dup_figures (AccordRecord *record, gconstpointer data, const char *today)
{
  GPtrArray *figures = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_form_figure_free);
  const AccordAgenda *agenda = data;

  if (agenda == NULL || agenda->items->len == 0)
    return figures;
  add_date (figures, record);
  add_items (figures, record, agenda);
  add_decisions (figures, record, agenda);
  add_open (figures, record, agenda);
  add_next (figures, record, today);
  return figures;
}

static void
show_cards (GtkWidget *cards, AccordRecord *record, gconstpointer data, const char *today)
{
  accord_meeting_cards_show (ACCORD_MEETING_CARDS (cards), data, today);
}

static const char *const depends[] = { "item",   "resolution",  "action",    "question",
                                       "caveat", "endorsement", "option",    "finding",
                                       "claim",  "source",      "milestone", NULL };
static const char *const groups[] = { "item/meeting",     "resolution/meeting",  "action/meeting",
                                      "question/meeting", "endorsement/meeting", NULL };

const AccordPageKind accord_meeting_page_kind = {
  .kind = "meeting",
  .depends = depends,
  .groups = groups,
  .width = WIDTH,
  .read = read_page,
  .free = free_page,
  .dup_figures = dup_figures,
  .make = accord_meeting_cards_new,
  .show = show_cards,
};
