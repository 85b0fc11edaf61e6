/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fund/claims-card.h"

#include "form/page-parts.h"
#include "form/record-dialog.h"
#include "fund/claim-row.h"
#include "go.h"

#include <glib/gi18n-lib.h>

/* What was said of a fund, a programme or a case, and what the ledger shows. */
struct _AccordClaimsCard
{
  GtkWidget parent_instance;

  GtkWidget *card;
  GtkWidget *list;
  GtkWidget *empty;
  GtkWidget *add;

  AccordWorkspace *workspace;
  char *kind;
  gint64 id;
};

G_DEFINE_FINAL_TYPE (AccordClaimsCard, accord_claims_card, GTK_TYPE_WIDGET)

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, AccordClaimsCard *self)
{
  accord_go_to_record (GTK_WIDGET (self), "claim", accord_claim_row_get_claim (ACCORD_CLAIM_ROW (row)));
}

static void
on_add (AccordClaimsCard *self)
{
  const AccordKind *kind = accord_schema_find_kind (accord_workspace_get_schema (self->workspace), "claim");
  g_autoptr (AccordRecord) preset = accord_record_new (kind);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog;

  if (self->kind != NULL)
    accord_record_set_int (preset, self->kind, self->id);
  dialog = accord_record_dialog_new (self->workspace, kind, preset);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
accord_claims_card_dispose (GObject *object)
{
  AccordClaimsCard *self = ACCORD_CLAIMS_CARD (object);

  g_clear_pointer (&self->card, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->kind, g_free);

  G_OBJECT_CLASS (accord_claims_card_parent_class)->dispose (object);
}

static void
accord_claims_card_class_init (AccordClaimsCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_claims_card_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
accord_claims_card_init (AccordClaimsCard *self)
{
  const char *title = _ ("What was said, and what the ledger shows");
  GtkWidget *head;

  self->card = accord_page_card (&head, title);
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  self->add = accord_page_button (_ ("_Keep a sentence as a claim…"));
  gtk_widget_add_css_class (self->add, "flat");
  gtk_widget_set_valign (self->add, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->add, "clicked", G_CALLBACK (on_add), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (head), self->add);
  self->empty = accord_page_label (_ ("Nothing is kept yet. A sentence from a meeting or a paper that speaks "
                                      "of money can be held against the "
                                      "figures here, and says “cannot check yet” until it can."),
                                   "card-body");
  gtk_widget_add_css_class (self->empty, "dim-label");
  gtk_box_append (GTK_BOX (self->card), self->empty);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "card-rows");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (on_row_activated), self, 0);
  gtk_box_append (GTK_BOX (self->card), self->list);
}

/**
 * accord_claims_card_new:
 * @workspace: where records are kept
 *
 * Returns: (transfer floating): a card that shows no claims yet
 */
GtkWidget *
accord_claims_card_new (AccordWorkspace *workspace)
{
  AccordClaimsCard *self;

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (ACCORD_TYPE_CLAIMS_CARD, NULL);
  self->workspace = g_object_ref (workspace);
  gtk_widget_set_visible (self->add, !accord_workspace_get_read_only (workspace));
  return GTK_WIDGET (self);
}

/**
 * accord_claims_card_set_subject:
 * @self: a card
 * @kind: `fund`, `programme`, `case` or `organisation`
 * @id: a record of @kind
 *
 * Says what a sentence that is kept from here is about.
 */
void
accord_claims_card_set_subject (AccordClaimsCard *self, const char *kind, gint64 id)
{
  g_return_if_fail (ACCORD_IS_CLAIMS_CARD (self));
  g_return_if_fail (kind != NULL);

  if (g_strcmp0 (kind, self->kind) != 0)
    {
      g_free (self->kind);
      self->kind = g_strdup (kind);
    }
  self->id = id;
}

static AccordClaimRow *
get_row (AccordClaimsCard *self, guint position)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) position);

  return row != NULL ? ACCORD_CLAIM_ROW (row) : NULL;
}

/* The row of a claim, at @position or behind it. */
static AccordClaimRow *
find_row (AccordClaimsCard *self, guint position, gint64 claim)
{
  for (AccordClaimRow *row; (row = get_row (self, position)) != NULL; position++)
    if (accord_claim_row_get_claim (row) == claim)
      return row;
  return NULL;
}

/**
 * accord_claims_card_show:
 * @self: a card
 * @claims: (element-type AccordClaimLine): what accord_claims_read() gave
 *
 * Shows claims. Rows of claims that were there before stay, with what is being edited in them.
 */
void
accord_claims_card_show (AccordClaimsCard *self, GPtrArray *claims)
{
  AccordClaimRow *row;

  g_return_if_fail (ACCORD_IS_CLAIMS_CARD (self));

  for (guint i = 0; i < claims->len; i++)
    {
      const AccordClaimLine *line = claims->pdata[i];
      AccordClaimRow *wanted = find_row (self, i, accord_record_get_id (line->claim));

      while (wanted != NULL && (row = get_row (self, i)) != wanted)
        gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
      if (wanted == NULL)
        {
          wanted = ACCORD_CLAIM_ROW (accord_claim_row_new (self->workspace));
          gtk_list_box_insert (GTK_LIST_BOX (self->list), GTK_WIDGET (wanted), (int) i);
        }
      accord_claim_row_show (wanted, line);
    }
  while ((row = get_row (self, claims->len)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  gtk_widget_set_visible (self->list, claims->len > 0);
  gtk_widget_set_visible (self->empty, claims->len == 0);
}
