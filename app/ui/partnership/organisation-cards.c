/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "partnership/organisation-cards.h"

#include "decision/rule-card.h"
#include "form/page-parts.h"
#include "form/record-dialog.h"
#include "keys/key-card.h"
#include "partnership/answer-card.h"
#include "partnership/day-card.h"
#include "partnership/organisation-entries.h"
#include "partnership/site-card.h"
#include "partnership/table-card.h"
#include "partnership/title-aside.h"
#include "status-pill.h"

#include <glib/gi18n-lib.h>

/* A table on a page is to be read; beyond this there are lists. */
#define MOST_ROWS 100

/* The cards of the page of an organisation or alliance. The day that is chosen on the first of them holds for
 * all that follow. */
struct _AccordOrganisationCards
{
  GtkWidget parent_instance;

  GtkWidget *day;
  GtkWidget *answers;
  GtkWidget *partners;
  GtkWidget *alliances;
  GtkWidget *transfers;
  GtkWidget *posts;
  GtkWidget *boards;
  GtkWidget *figures;
  GtkWidget *succession;
  GtkWidget *parts;
  GtkWidget *rule;
  GtkWidget *site;
  GtkWidget *key;
  GtkWidget *position;
  GPtrArray *adders;

  AccordWorkspace *workspace;
  AccordAllianceFacts *facts;
};

G_DEFINE_FINAL_TYPE (AccordOrganisationCards, accord_organisation_cards, GTK_TYPE_WIDGET)

static const AccordTableColumn partner_columns[] = {
  { N_ ("Partner"), 0.36, FALSE }, { N_ ("What it does"), 0.34, FALSE }, { N_ ("Role"), 0.15, FALSE },
  { N_ ("Size"), 0.2, TRUE },      { N_ ("Since"), 0.17, TRUE },
};

static const AccordTableColumn alliance_columns[] = {
  { N_ ("Alliance"), 0.36, FALSE }, { N_ ("What it brings"), 0.34, FALSE },
  { N_ ("Its role"), 0.15, FALSE }, { N_ ("The alliance is a"), 0.2, FALSE },
  { N_ ("Since"), 0.17, TRUE },
};

static const AccordTableColumn transfer_columns[] = {
  { N_ ("What moves"), 0.32, FALSE },  { N_ ("From"), 0.22, FALSE },  { N_ ("To"), 0.22, FALSE },
  { N_ ("Overseen by"), 0.22, FALSE }, { N_ ("Status"), 0.13, TRUE },
};

static const AccordTableColumn post_columns[] = {
  { N_ ("Post"), 0.42, FALSE },
  { N_ ("Holder"), 0.2, FALSE },
  { N_ ("Where"), 0.26, FALSE },
  { N_ ("Status"), 0.12, TRUE },
};

static const AccordTableColumn board_columns[] = {
  { N_ ("Board or committee"), 0.4, FALSE },
  { N_ ("Accountable to"), 0.22, FALSE },
  { N_ ("Scrutinised by"), 0.26, FALSE },
  { N_ ("Since"), 0.16, TRUE },
};

static const AccordTableColumn figure_columns[] = {
  { N_ ("Organisation"), 0.38, FALSE },
  { N_ ("People"), 0.2, TRUE },
  { N_ ("Staff"), 0.18, TRUE },
  { N_ ("Source"), 0.28, FALSE },
};

static const AccordTableColumn part_columns[] = {
  { N_ ("Organisation"), 0.36, FALSE },
  { N_ ("How they belong"), 0.2, FALSE },
  { N_ ("What it does"), 0.44, FALSE },
};

/* Takes @entries. */
static void
show_table (GtkWidget *card, GPtrArray *entries)
{
  g_autofree char *note = NULL;

  if (entries->len > MOST_ROWS)
    note = g_strdup_printf (_ ("The first %d of %d; the list of all is under “Partnership”."), MOST_ROWS,
                            (int) entries->len);
  accord_table_card_set_note (ACCORD_TABLE_CARD (card), note);
  g_ptr_array_set_size (entries, MIN (entries->len, MOST_ROWS));
  accord_table_card_show (ACCORD_TABLE_CARD (card), entries);
  gtk_widget_set_visible (card, entries->len > 0);
  g_ptr_array_unref (entries);
}

static void
show_partners (AccordOrganisationCards *self, AccordAlliance *now)
{
  gboolean alliance = accord_alliance_facts_is_alliance (self->facts);

  show_table (self->partners, accord_organisation_entries_partners (now));
  gtk_widget_set_visible (self->partners, alliance);
  gtk_widget_set_visible (self->position, now->members->len > 0);
  accord_table_card_set_note (
      ACCORD_TABLE_CARD (self->partners),
      now->members->len > 0 ? NULL
                            : _ ("No partners are on record for this day. An alliance is known by those "
                                 "who are in it."));
}

static void
show_answers (AccordOrganisationCards *self, AccordAlliance *now)
{
  AccordAnswerPicture *picture = accord_answer_picture_of_alliance (now);
  gboolean worth = accord_answer_picture_is_worth_drawing (picture);

  gtk_widget_set_visible (self->answers, worth);
  accord_answer_card_show (ACCORD_ANSWER_CARD (self->answers), picture);
}

static void
show_succession (AccordOrganisationCards *self)
{
  gtk_widget_set_visible (self->succession, self->facts->succession->len > 0);
  accord_answer_card_show (ACCORD_ANSWER_CARD (self->succession),
                           accord_answer_picture_of_succession (self->facts));
}

static void
show_day (AccordOrganisationCards *self)
{
  g_autoptr (AccordAlliance) now =
      accord_alliance_on (self->facts, accord_day_card_get_day (ACCORD_DAY_CARD (self->day)));
  g_autofree char *headline = accord_alliance_dup_headline (now);
  g_autofree char *rule = accord_alliance_dup_rule (now);

  accord_day_card_set_words (ACCORD_DAY_CARD (self->day), headline, rule);
  show_answers (self, now);
  show_partners (self, now);
  show_table (self->alliances, accord_organisation_entries_alliances (now));
  show_table (self->posts, accord_organisation_entries_posts (now));
  show_table (self->boards, accord_organisation_entries_boards (now));
  show_table (self->figures, accord_organisation_entries_figures (now));
}

/* --- Adding. */

static AccordRecord *
make_preset (AccordOrganisationCards *self, const char *kind, const char *field)
{
  AccordSchema *schema = accord_workspace_get_schema (self->workspace);
  AccordRecord *preset = accord_record_new (accord_schema_find_kind (schema, kind));
  gint64 id = accord_record_get_id (self->facts->organisation);

  if (accord_kind_get_field (accord_record_get_kind (preset), field)->type == ACCORD_FIELD_REFERENCES)
    accord_record_set_ids (preset, field, &id, 1);
  else
    accord_record_set_int (preset, field, id);
  return preset;
}

static void
on_add (GtkWidget *button, AccordOrganisationCards *self)
{
  g_autoptr (AccordRecord) preset = NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog;

  if (self->facts == NULL)
    return;
  preset = make_preset (self, g_object_get_data (G_OBJECT (button), "accord-kind"),
                        g_object_get_data (G_OBJECT (button), "accord-field"));
  dialog = accord_record_dialog_new (self->workspace, accord_record_get_kind (preset), preset);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
add_adder (AccordOrganisationCards *self, GtkWidget *card, GtkWidget *button, const char *kind,
           const char *field)
{
  g_object_set_data (G_OBJECT (button), "accord-kind", (gpointer) kind);
  g_object_set_data (G_OBJECT (button), "accord-field", (gpointer) field);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_add), self, 0);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (accord_table_card_get_head (ACCORD_TABLE_CARD (card))), button);
  g_ptr_array_add (self->adders, button);
}

static void
accord_organisation_cards_dispose (GObject *object)
{
  AccordOrganisationCards *self = ACCORD_ORGANISATION_CARDS (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (accord_organisation_cards_parent_class)->dispose (object);
}

static void
accord_organisation_cards_finalize (GObject *object)
{
  AccordOrganisationCards *self = ACCORD_ORGANISATION_CARDS (object);

  g_clear_pointer (&self->facts, accord_alliance_facts_unref);
  g_ptr_array_unref (self->adders);

  G_OBJECT_CLASS (accord_organisation_cards_parent_class)->finalize (object);
}

static void
accord_organisation_cards_class_init (AccordOrganisationCardsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_organisation_cards_dispose;
  G_OBJECT_CLASS (klass)->finalize = accord_organisation_cards_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
add_card (AccordOrganisationCards *self, GtkWidget *card)
{
  gtk_widget_set_parent (card, GTK_WIDGET (self));
  return card;
}

static GtkWidget *
add_table (AccordOrganisationCards *self, const char *title, const AccordTableColumn *columns,
           guint n_columns)
{
  return add_card (self, accord_table_card_new (title, columns, n_columns, TRUE));
}

static void
add_position (AccordOrganisationCards *self)
{
  static const AccordStatus unknown = { "accord-status-unknown-symbolic", "unknown" };

  self->position = accord_status_pill_new ();
  gtk_widget_set_valign (self->position, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (
      self->position,
      _ ("Not known for any partner: what each gains or loses needs an appraisal with its costs and "
         "benefits by organisation; none is on record."));
  accord_status_pill_show (ACCORD_STATUS_PILL (self->position), &unknown, _ ("Net position not known"));
  accord_title_aside_attach (accord_table_card_get_head (ACCORD_TABLE_CARD (self->partners)), self->position);
}

static void
accord_organisation_cards_init (AccordOrganisationCards *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 18);
  self->adders = g_ptr_array_new ();
  self->day = add_card (self, accord_day_card_new ());
  g_signal_connect_object (self->day, "day-changed", G_CALLBACK (show_day), self, G_CONNECT_SWAPPED);
  self->answers = add_card (self, accord_answer_card_new (_ ("Who answers to whom")));
  self->partners = add_table (self, _ ("Partners"), partner_columns, G_N_ELEMENTS (partner_columns));
  add_position (self);
  add_adder (self, self->partners, accord_page_button (_ ("Add a _partner")), "membership", "alliance");
  self->alliances = add_table (self, _ ("Partner in"), alliance_columns, G_N_ELEMENTS (alliance_columns));
  add_adder (self, self->alliances,
             accord_page_icon_button ("list-add-symbolic", _ ("Add it to an alliance")), "membership",
             "organisation");
  self->transfers =
      add_table (self, _ ("Service transfers"), transfer_columns, G_N_ELEMENTS (transfer_columns));
  self->posts = add_table (self, _ ("Posts"), post_columns, G_N_ELEMENTS (post_columns));
  add_adder (self, self->posts, accord_page_icon_button ("list-add-symbolic", _ ("Add a post")), "post",
             "organisations");
  self->boards = add_table (self, _ ("Boards and committees"), board_columns, G_N_ELEMENTS (board_columns));
  add_adder (self, self->boards,
             accord_page_icon_button ("list-add-symbolic", _ ("Add a board or committee")), "body",
             "organisation");
  self->figures = add_table (self, _ ("People and workforce, with their source"), figure_columns,
                             G_N_ELEMENTS (figure_columns));
  self->succession = add_card (self, accord_answer_card_new (_ ("Before and after")));
  self->parts = add_table (self, _ ("Part of, and parts"), part_columns, G_N_ELEMENTS (part_columns));
}

/**
 * accord_organisation_cards_new:
 * @workspace: where records are kept
 *
 * Returns: (transfer floating): the cards of an organisation, of none yet
 */
GtkWidget *
accord_organisation_cards_new (AccordWorkspace *workspace)
{
  AccordOrganisationCards *self = g_object_new (ACCORD_TYPE_ORGANISATION_CARDS, NULL);

  self->workspace = g_object_ref (workspace);
  self->rule = add_card (self, accord_rule_card_new (workspace));
  self->site = add_card (self, accord_site_card_new ());
  self->key = add_card (self, accord_key_card_new (workspace));
  return GTK_WIDGET (self);
}

/**
 * accord_organisation_cards_show:
 * @self: the cards
 * @facts: what is on record
 * @organisation: the organisation as it is open
 * @today: today as an ISO date
 *
 * Shows an organisation. For the same as before the day that was chosen stays.
 */
void
accord_organisation_cards_show (AccordOrganisationCards *self, AccordAllianceFacts *facts,
                                AccordRecord *organisation, const char *today)
{
  gboolean may = !accord_workspace_get_read_only (self->workspace);

  g_return_if_fail (ACCORD_IS_ORGANISATION_CARDS (self));

  /* The page shows itself anew at every change of its record. */
  accord_alliance_facts_ref (facts);
  g_clear_pointer (&self->facts, accord_alliance_facts_unref);
  self->facts = facts;
  for (guint i = 0; i < self->adders->len; i++)
    gtk_widget_set_visible (self->adders->pdata[i], may);
  accord_day_card_show (ACCORD_DAY_CARD (self->day), facts, today);
  gtk_widget_set_visible (self->day, accord_alliance_has_dates (facts));
  show_day (self);
  show_table (self->transfers, accord_organisation_entries_transfers (facts));
  show_succession (self);
  show_table (self->parts, accord_organisation_entries_parts (facts));
  accord_rule_card_show (ACCORD_RULE_CARD (self->rule), organisation);
  accord_site_card_show (ACCORD_SITE_CARD (self->site), organisation);
  accord_key_card_show (ACCORD_KEY_CARD (self->key), organisation);
}
