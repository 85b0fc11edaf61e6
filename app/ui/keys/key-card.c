/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "keys/key-card.h"

#include "form/page-parts.h"
#include "form/words.h"
#include "keys/key-view.h"
#include "keys/key-words.h"
#include "keys/trust-dialog.h"

#include <glib/gi18n-lib.h>

/* The key of an organisation: by which what it signs is known, and to which what is meant for it is sealed.
 */
struct _AccordKeyCard
{
  GtkWidget parent_instance;

  GtkWidget *card;
  GtkWidget *trust;
  GtkWidget *body;

  AccordWorkspace *workspace;
  gint64 organisation;
  char *shown;
};

G_DEFINE_FINAL_TYPE (AccordKeyCard, accord_key_card, GTK_TYPE_WIDGET)

static void
on_trust (AccordKeyCard *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_window_present (GTK_WINDOW (accord_trust_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                                           self->workspace, self->organisation, NULL)));
}

static void
accord_key_card_dispose (GObject *object)
{
  AccordKeyCard *self = ACCORD_KEY_CARD (object);

  g_clear_pointer (&self->card, gtk_widget_unparent);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (accord_key_card_parent_class)->dispose (object);
}

static void
accord_key_card_finalize (GObject *object)
{
  g_free (ACCORD_KEY_CARD (object)->shown);

  G_OBJECT_CLASS (accord_key_card_parent_class)->finalize (object);
}

static void
accord_key_card_class_init (AccordKeyCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_key_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = accord_key_card_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
accord_key_card_init (AccordKeyCard *self)
{
  GtkWidget *head;

  self->card = accord_page_card (&head, _ ("Key"));
  self->trust = accord_page_button (_ ("Trust a _key…"));
  gtk_widget_set_valign (self->trust, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->trust, "clicked", G_CALLBACK (on_trust), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (head), self->trust);
  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->body, "card-body");
  gtk_box_append (GTK_BOX (self->card), self->body);
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
}

/**
 * accord_key_card_new:
 * @workspace: where organisations are kept
 *
 * Returns: (transfer floating): a card without an organisation
 */
GtkWidget *
accord_key_card_new (AccordWorkspace *workspace)
{
  AccordKeyCard *self = g_object_new (ACCORD_TYPE_KEY_CARD, NULL);

  self->workspace = g_object_ref (workspace);
  return GTK_WIDGET (self);
}

static void
fill (AccordKeyCard *self, AccordRecord *organisation)
{
  g_autofree char *name = accord_record_dup_title (organisation);
  g_autofree char *since = accord_key_dup_since (accord_record_get_text (organisation, "key-trusted"),
                                                 accord_record_get_text (organisation, "key-trusted-by"));
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordPublicKey) key =
      accord_public_key_new (accord_record_get_text (organisation, "signing-key"),
                             accord_record_get_text (organisation, "sealing-key"), name, &error);

  if (key == NULL)
    {
      gtk_box_append (GTK_BOX (self->body), accord_page_label (error->message, "field-error"));
      return;
    }
  gtk_box_append (GTK_BOX (self->body), accord_key_view_new (key, NULL, NULL));
  gtk_box_append (GTK_BOX (self->body), accord_page_label (since, "second-line"));
}

/**
 * accord_key_card_show:
 * @self: a card
 * @organisation: an organisation
 *
 * Shows the key that is trusted for it.
 */
void
accord_key_card_show (AccordKeyCard *self, AccordRecord *organisation)
{
  const char *signing = accord_record_get_text (organisation, "signing-key");
  const char *sealing = accord_record_get_text (organisation, "sealing-key");
  g_autofree char *title = accord_record_dup_title (organisation);
  g_autofree char *shown =
      g_strdup_printf ("%" G_GINT64_FORMAT "\n%s\n%s\n%s\n%s\n%s", accord_record_get_id (organisation), title,
                       signing, sealing, accord_record_get_text (organisation, "key-trusted"),
                       accord_record_get_text (organisation, "key-trusted-by"));

  g_return_if_fail (ACCORD_IS_KEY_CARD (self));

  self->organisation = accord_record_get_id (organisation);
  gtk_widget_set_visible (self->trust, !accord_workspace_get_read_only (self->workspace));
  if (g_strcmp0 (shown, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&shown);
  accord_page_empty_box (self->body);
  if (signing != NULL && sealing != NULL)
    fill (self, organisation);
  else
    gtk_box_append (
        GTK_BOX (self->body),
        accord_page_label (_ ("No key is trusted for them yet: nobody can tell here whether a file "
                              "is signed by them, and none can be sealed to them."),
                           "second-line"));
}
