/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fund/claim-row.h"

#include "form/page-parts.h"
#include "form/words.h"
#include "fund/claim-tie.h"
#include "go.h"
#include "status-pill.h"

#include <glib/gi18n-lib.h>

#define WORDS_WIDTH 30

/* One sentence on record: its words, who said it, what the figures say of it, and the way to tie it to one.
 */
struct _AccordClaimRow
{
  GtkListBoxRow parent_instance;

  GtkWidget *box;
  GtkWidget *words;
  GtkWidget *source;
  GtkWidget *source_link;
  GtkWidget *verdict;
  GtkWidget *pill;
  GtkWidget *explain;
  GtkWidget *rule;
  GtkWidget *rows;
  GtkWidget *tie;
  GtkWidget *form;

  AccordWorkspace *workspace;
  AccordRecord *claim;
  AccordQuery *query;
};

G_DEFINE_FINAL_TYPE (AccordClaimRow, accord_claim_row, GTK_TYPE_LIST_BOX_ROW)

static void
show_editing (AccordClaimRow *self)
{
  gboolean editing = self->form != NULL;

  /* A click beside a field is no wish to leave. */
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), !editing);
  gtk_widget_set_visible (self->tie, !editing && !accord_workspace_get_read_only (self->workspace));
}

static void
leave_form (AccordClaimRow *self)
{
  GtkWidget *form = self->form;

  if (form == NULL)
    return;
  self->form = NULL;
  show_editing (self);
  gtk_box_remove (GTK_BOX (self->box), form);
}

static void
on_tied (AccordClaimRow *self)
{
  /* An entry that goes must have lost the focus before. */
  gtk_widget_show (self->tie);
  gtk_widget_grab_focus (self->tie);
  leave_form (self);
}

static void
on_tie (AccordClaimRow *self)
{
  if (self->claim == NULL || self->form != NULL)
    return;
  self->form = accord_claim_tie_new (self->workspace, self->claim);
  g_signal_connect_object (self->form, "done", G_CALLBACK (on_tied), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), self->form);
  show_editing (self);
  accord_claim_tie_focus (ACCORD_CLAIM_TIE (self->form));
}

static void
on_source (AccordClaimRow *self)
{
  accord_go_to_record (GTK_WIDGET (self), "source", accord_record_get_int (self->claim, "source"));
}

static void
on_rows (AccordClaimRow *self)
{
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->explain));
  if (self->query != NULL)
    accord_go_to_list (GTK_WIDGET (self), self->query);
  else
    accord_go_to_record (GTK_WIDGET (self), "fund", accord_record_get_int (self->claim, "fund"));
}

static void
accord_claim_row_dispose (GObject *object)
{
  AccordClaimRow *self = ACCORD_CLAIM_ROW (object);

  g_clear_object (&self->claim);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->query, accord_query_unref);

  G_OBJECT_CLASS (accord_claim_row_parent_class)->dispose (object);
}

static void
accord_claim_row_class_init (AccordClaimRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_claim_row_dispose;
}

/* Wrapped labels ask for all their text in one line unless told otherwise, and would take the room of the
 * pill. */
static GtkWidget *
make_label (const char *style_class)
{
  GtkWidget *label = accord_page_label (NULL, style_class);

  gtk_label_set_max_width_chars (GTK_LABEL (label), WORDS_WIDTH);
  return label;
}

static GtkWidget *
make_words (AccordClaimRow *self)
{
  GtkWidget *column = accord_words_new (2);
  GtkWidget *second = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->words = make_label ("quotation");
  self->source = make_label ("second-line");
  self->source_link = gtk_button_new ();
  gtk_widget_add_css_class (self->source_link, "flat");
  gtk_widget_add_css_class (self->source_link, "record-link");
  gtk_widget_set_hexpand (self->source_link, TRUE);
  g_signal_connect_object (self->source_link, "clicked", G_CALLBACK (on_source), self, G_CONNECT_SWAPPED);
  self->verdict = make_label ("claim-verdict");
  gtk_box_append (GTK_BOX (second), self->source);
  gtk_box_append (GTK_BOX (second), self->source_link);
  accord_words_append (column, self->words);
  accord_words_append (column, second);
  accord_words_append (column, self->verdict);
  gtk_widget_set_hexpand (column, TRUE);
  return column;
}

static GtkWidget *
make_explanation (AccordClaimRow *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *column = accord_words_new (9);

  self->rule = accord_page_label (NULL, NULL);
  gtk_label_set_max_width_chars (GTK_LABEL (self->rule), 48);
  self->rows = gtk_button_new ();
  gtk_widget_set_halign (self->rows, GTK_ALIGN_START);
  g_signal_connect_object (self->rows, "clicked", G_CALLBACK (on_rows), self, G_CONNECT_SWAPPED);
  accord_words_append (column, self->rule);
  accord_words_append (column, self->rows);
  gtk_widget_add_css_class (column, "explanation");
  gtk_popover_set_child (GTK_POPOVER (popover), column);
  return popover;
}

static GtkWidget *
make_buttons (AccordClaimRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *inner;

  self->explain = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->explain), _ ("How this is worked out"));
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (self->explain), FALSE);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->explain), make_explanation (self));
  inner = gtk_widget_get_first_child (self->explain);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (inner), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (inner), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("How this is worked out"), -1);
  self->tie = gtk_button_new ();
  gtk_widget_add_css_class (self->tie, "flat");
  g_signal_connect_object (self->tie, "clicked", G_CALLBACK (on_tie), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->tie);
  gtk_box_append (GTK_BOX (box), self->explain);
  gtk_widget_add_css_class (box, "claim-buttons");
  return box;
}

static void
accord_claim_row_init (AccordClaimRow *self)
{
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *mark = gtk_label_new ("“");
  GtkWidget *column;

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->pill = accord_status_pill_new ();
  accord_status_pill_keep_whole (ACCORD_STATUS_PILL (self->pill));
  gtk_widget_set_valign (self->pill, GTK_ALIGN_START);
  gtk_widget_add_css_class (mark, "quotation-mark");
  gtk_widget_set_valign (mark, GTK_ALIGN_START);
  column = make_words (self);
  accord_words_append (column, make_buttons (self));
  gtk_box_append (GTK_BOX (top), mark);
  gtk_box_append (GTK_BOX (top), column);
  gtk_box_append (GTK_BOX (top), self->pill);
  gtk_box_append (GTK_BOX (self->box), top);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), self->box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "claim");
}

/**
 * accord_claim_row_new:
 * @workspace: where records are kept
 *
 * Returns: (transfer floating): a row for one claim, which opens it
 */
GtkWidget *
accord_claim_row_new (AccordWorkspace *workspace)
{
  AccordClaimRow *self = g_object_new (ACCORD_TYPE_CLAIM_ROW, NULL);

  self->workspace = g_object_ref (workspace);
  return GTK_WIDGET (self);
}

static const char *
get_verdict_words (AccordClaimVerdict verdict)
{
  switch (verdict)
    {
    case ACCORD_CLAIM_CONFIRMED:
      return _ ("Confirmed");
    case ACCORD_CLAIM_CONTRADICTED:
      return _ ("Contradicted");
    default:
      return _ ("Cannot check yet");
    }
}

static void
show_source (AccordClaimRow *self, const AccordClaimLine *line)
{
  const char *title = accord_record_get_reference_title (self->claim, "source");
  g_autofree char *who = accord_claim_line_dup_source (line);
  GtkWidget *label;

  gtk_label_set_label (GTK_LABEL (self->source), who);
  gtk_widget_set_visible (self->source, *who != '\0');
  gtk_widget_set_visible (self->source_link, title != NULL);
  if (title == NULL)
    return;
  gtk_button_set_label (GTK_BUTTON (self->source_link), title);
  label = gtk_widget_get_first_child (self->source_link);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WORDS_WIDTH);
  gtk_widget_set_tooltip_text (self->source_link, title);
}

static void
show_ways (AccordClaimRow *self, const AccordClaimLine *line)
{
  gboolean tied = accord_claim_line_is_tied (line);
  const char *words = tied ? _ ("Change the figure") : _ ("Tie it to a figure");

  gtk_button_set_label (GTK_BUTTON (self->tie), words);
  gtk_label_set_label (GTK_LABEL (self->rule), line->rule != NULL ? line->rule : "");
  gtk_button_set_label (GTK_BUTTON (self->rows),
                        line->rows != NULL ? _ ("Show the payments") : _ ("Open the fund"));
  gtk_widget_set_visible (self->rows, accord_record_get_int (self->claim, "fund") != ACCORD_UNKNOWN);
  gtk_widget_set_visible (self->explain, line->rule != NULL);
  show_editing (self);
}

/**
 * accord_claim_row_show:
 * @self: a row
 * @line: a claim
 *
 * Shows what is known of a claim now. An edit goes on when it is the same claim as before.
 */
void
accord_claim_row_show (AccordClaimRow *self, const AccordClaimLine *line)
{
  const char *state = accord_claim_verdict_get_state (line->check->verdict);
  const AccordField *field = accord_kind_get_field (accord_record_get_kind (line->claim), "state");
  const char *words = get_verdict_words (line->check->verdict);
  g_autofree char *text = accord_record_dup_title (line->claim);
  g_autofree char *quotation = g_strdup_printf (_ ("“%s”"), text);
  g_autofree char *name = g_strdup_printf ("%s: %s", words, quotation);

  g_return_if_fail (ACCORD_IS_CLAIM_ROW (self));

  if (self->claim != NULL && accord_record_get_id (self->claim) != accord_record_get_id (line->claim))
    leave_form (self);
  g_set_object (&self->claim, line->claim);
  g_clear_pointer (&self->query, accord_query_unref);
  if (line->rows != NULL)
    self->query = accord_query_ref (line->rows);
  gtk_label_set_label (GTK_LABEL (self->words), quotation);
  gtk_label_set_label (GTK_LABEL (self->verdict), line->check->sentence);
  accord_status_pill_show (ACCORD_STATUS_PILL (self->pill), accord_status_find (field, state), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, line->check->sentence, -1);
  show_source (self, line);
  show_ways (self, line);
}

/**
 * accord_claim_row_get_claim:
 * @self: a row
 *
 * Returns: the identifier of the claim that it shows, or 0
 */
gint64
accord_claim_row_get_claim (AccordClaimRow *self)
{
  g_return_val_if_fail (ACCORD_IS_CLAIM_ROW (self), 0);

  return self->claim != NULL ? accord_record_get_id (self->claim) : 0;
}
