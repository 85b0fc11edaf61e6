/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case/endorsements-card.h"

#include "form/page-parts.h"
#include "form/record-dialog.h"
#include "go.h"
#include "status-pill.h"

#include <glib/gi18n-lib.h>

/* What bodies said of a business case, and who has still to say it. */
struct _AccordEndorsementsCard
{
  GtkWidget parent_instance;

  GtkWidget *card;
  GtkWidget *count;
  GtkWidget *rows;
  GtkWidget *empty;
  GtkWidget *ask;

  AccordWorkspace *workspace;
  gint64 case_id;
  char *shown;
};

G_DEFINE_FINAL_TYPE (AccordEndorsementsCard, accord_endorsements_card, GTK_TYPE_WIDGET)

static void
on_clicked (GtkWidget *button, AccordEndorsementsCard *self)
{
  const gint64 *id = g_object_get_data (G_OBJECT (button), "accord-id");

  accord_go_to_record (GTK_WIDGET (self), "endorsement", *id);
}

static void
on_ask (AccordEndorsementsCard *self)
{
  const AccordKind *kind =
      accord_schema_find_kind (accord_workspace_get_schema (self->workspace), "endorsement");
  g_autoptr (AccordRecord) preset = accord_record_new (kind);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog;

  accord_record_fill_in (preset);
  accord_record_set_text (preset, "outcome", "to-come");
  accord_record_set_ids (preset, "cases", &self->case_id, 1);
  dialog = accord_record_dialog_new (self->workspace, kind, preset);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
accord_endorsements_card_dispose (GObject *object)
{
  AccordEndorsementsCard *self = ACCORD_ENDORSEMENTS_CARD (object);

  g_clear_pointer (&self->card, gtk_widget_unparent);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (accord_endorsements_card_parent_class)->dispose (object);
}

static void
accord_endorsements_card_finalize (GObject *object)
{
  g_free (ACCORD_ENDORSEMENTS_CARD (object)->shown);

  G_OBJECT_CLASS (accord_endorsements_card_parent_class)->finalize (object);
}

static void
accord_endorsements_card_class_init (AccordEndorsementsCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_endorsements_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = accord_endorsements_card_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
accord_endorsements_card_init (AccordEndorsementsCard *self)
{
  GtkWidget *head;

  self->card = accord_page_card (&head, _ ("Endorsements"));
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  self->count = accord_page_label (NULL, "count");
  gtk_box_append (GTK_BOX (head), self->count);
  self->empty = accord_page_label (_ ("Nobody’s view is recorded yet."), "second-line");
  gtk_widget_add_css_class (self->empty, "card-note");
  gtk_box_append (GTK_BOX (self->card), self->empty);
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->rows, "card-lines");
  gtk_box_append (GTK_BOX (self->card), self->rows);
  self->ask = accord_page_button (_ ("Ask a body for its view"));
  gtk_widget_add_css_class (self->ask, "flat");
  gtk_widget_add_css_class (self->ask, "card-foot");
  gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->ask))), 0);
  g_signal_connect_object (self->ask, "clicked", G_CALLBACK (on_ask), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->card), self->ask);
}

/**
 * accord_endorsements_card_new:
 * @workspace: where records are kept
 *
 * Returns: (transfer floating): a card without endorsements
 */
GtkWidget *
accord_endorsements_card_new (AccordWorkspace *workspace)
{
  AccordEndorsementsCard *self = g_object_new (ACCORD_TYPE_ENDORSEMENTS_CARD, NULL);

  self->workspace = g_object_ref (workspace);
  return GTK_WIDGET (self);
}

static const char *
outcome_label (AccordRecord *endorsement)
{
  const AccordField *field = accord_kind_get_field (accord_record_get_kind (endorsement), "outcome");
  const char *label = accord_field_choice_label (field, accord_record_get_text (endorsement, "outcome"));

  return label != NULL ? _ (label) : _ ("not known");
}

/* When it was given, and whether they have said something else since. */
static char *
dup_date (AccordRecord *endorsement, gboolean earlier)
{
  g_autofree char *date = accord_endorsement_dup_date (endorsement);

  if (!earlier)
    return g_strdup (date != NULL ? date : _ ("date not known"));
  /* Translators: a day on which a partner answered, who has answered anew since. */
  return g_strdup_printf (_ ("%s, answered anew since"), date != NULL ? date : _ ("date not known"));
}

static GtkWidget *
make_outcome (AccordRecord *endorsement)
{
  const AccordField *field = accord_kind_get_field (accord_record_get_kind (endorsement), "outcome");
  const char *outcome = accord_record_get_text (endorsement, "outcome");
  g_autofree char *date = dup_date (endorsement, FALSE);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *pill = accord_status_pill_new ();
  GtkWidget *label = accord_page_label (date, "second-line");

  accord_status_pill_show (ACCORD_STATUS_PILL (pill), accord_status_find (field, outcome),
                           g_strcmp0 (outcome, "endorsed-with-caveats") == 0 ? _ ("Subject to caveats")
                                                                             : outcome_label (endorsement));
  gtk_widget_set_tooltip_text (pill, outcome_label (endorsement));
  /* The date wraps; the outcome is not cut. */
  gtk_label_set_ellipsize (GTK_LABEL (gtk_widget_get_last_child (pill)), PANGO_ELLIPSIZE_NONE);
  gtk_widget_add_css_class (label, "tabular");
  gtk_box_append (GTK_BOX (box), pill);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_set_margin_top (box, 4);
  return box;
}

static char *
dup_quote (const char *words)
{
  /* Translators: words that are quoted. */
  return g_strdup_printf (_ ("“%s”"), words);
}

static GtkWidget *
make_line (AccordEndorsementsCard *self, AccordRecord *endorsement, const char *organisation,
           gboolean earlier)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *who = accord_endorsement_dup_who (endorsement, organisation);
  const char *words = accord_record_get_text (endorsement, "words");
  g_autofree char *quote = words != NULL ? dup_quote (words) : NULL;
  g_autofree char *date = dup_date (endorsement, earlier);
  g_autofree char *name = NULL;
  gint64 id = accord_record_get_id (endorsement);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "card-line");
  gtk_box_append (GTK_BOX (box), accord_page_label (who, "first-line"));
  if (quote != NULL)
    gtk_box_append (GTK_BOX (box), accord_page_label (quote, "second-line"));
  gtk_box_append (GTK_BOX (box), make_outcome (endorsement));
  if (earlier)
    gtk_box_append (GTK_BOX (box), accord_page_label (_ ("They have answered anew since."), "second-line"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  name = g_strdup_printf ("%s: %s, %s%s%s", who, outcome_label (endorsement), date, quote != NULL ? ", " : "",
                          quote != NULL ? quote : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "accord-id", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_clicked), self, 0);
  return button;
}

/* The very sentence: at once under the pointer, and for everybody else behind a line that opens. */
static GtkWidget *
make_sentence (GtkWidget *line, const char *sentence)
{
  GtkWidget *expander = gtk_expander_new (_ ("The resolution’s words"));
  g_autofree char *quote = dup_quote (sentence);
  GtkWidget *label = accord_page_label (quote, "resolution-words");

  /* GTK 4.8 would call it after its class. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The resolution’s words"), -1);
  gtk_widget_set_tooltip_text (line, quote);
  gtk_expander_set_child (GTK_EXPANDER (expander), label);
  gtk_widget_add_css_class (expander, "resolution");
  return expander;
}

static GtkWidget *
make_row (AccordEndorsementsCard *self, const AccordCaseFile *file, guint index)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const char *sentence = file->sentences->pdata[index];
  AccordRecord *endorsement = file->endorsements->pdata[index];
  GtkWidget *line = make_line (self, endorsement, file->organisations->pdata[index],
                               accord_case_file_is_earlier (file, endorsement));

  gtk_widget_add_css_class (box, "endorsement");
  gtk_box_append (GTK_BOX (box), line);
  if (sentence != NULL)
    gtk_box_append (GTK_BOX (box), make_sentence (line, sentence));
  return box;
}

/* What the card says, so that it is made anew only when that is something else: the focus stays. */
static char *
dup_shown (const AccordCaseFile *file)
{
  GString *shown = g_string_new (NULL);

  for (guint i = 0; i < file->endorsements->len; i++)
    {
      AccordRecord *endorsement = file->endorsements->pdata[i];
      const char *organisation = file->organisations->pdata[i];
      const char *sentence = file->sentences->pdata[i];
      const char *words = accord_record_get_text (endorsement, "words");
      g_autofree char *who = accord_endorsement_dup_who (endorsement, organisation);
      g_autofree char *date = dup_date (endorsement, accord_case_file_is_earlier (file, endorsement));

      g_string_append_printf (shown, "%" G_GINT64_FORMAT "\n%s\n%s\n%s\n%s\n%s\n",
                              accord_record_get_id (endorsement), who, outcome_label (endorsement), date,
                              words != NULL ? words : "", sentence != NULL ? sentence : "");
    }
  return g_string_free (shown, FALSE);
}

static char *
dup_count (const AccordCaseFile *file)
{
  AccordEndorsementTally tally = accord_endorsement_tally (file->standing);

  if (file->standing->len == 0)
    return g_strdup ("");
  if (tally.n_to_come == 0)
    return g_strdup_printf (_ ("%u of %u endorsed"), tally.n_endorsed, tally.n_endorsed + tally.n_refused);
  return g_strdup_printf (_ ("%u still to come"), tally.n_to_come);
}

/**
 * accord_endorsements_card_show:
 * @self: a card
 * @file: a business case
 *
 * Shows what bodies said of a case.
 */
void
accord_endorsements_card_show (AccordEndorsementsCard *self, const AccordCaseFile *file)
{
  g_autofree char *shown = NULL, *count = NULL;

  g_return_if_fail (ACCORD_IS_ENDORSEMENTS_CARD (self));

  shown = dup_shown (file);
  count = dup_count (file);
  self->case_id = accord_record_get_id (file->record);
  gtk_label_set_label (GTK_LABEL (self->count), count);
  gtk_widget_set_visible (self->empty, file->endorsements->len == 0);
  gtk_widget_set_visible (self->ask, !accord_workspace_get_read_only (self->workspace));
  if (g_strcmp0 (shown, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&shown);
  accord_page_empty_box (self->rows);
  for (guint i = 0; i < file->endorsements->len; i++)
    gtk_box_append (GTK_BOX (self->rows), make_row (self, file, i));
}
