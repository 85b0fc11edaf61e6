/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal/offers-card.h"

#include "editions.h"
#include "form/page-parts.h"

#include <glib/gi18n-lib.h>

#define MOST_DIFFERENCES 12

/* Newer editions than those that an appraisal stands on, with what would differ. Nothing changes unless
 * somebody says so. */
struct _AccordOffersCard
{
  GtkWidget parent_instance;

  GtkWidget *card;
  GtkWidget *rows;
  AccordAppraisalWork *work;
};

G_DEFINE_FINAL_TYPE (AccordOffersCard, accord_offers_card, GTK_TYPE_WIDGET)

typedef struct
{
  gint64 appraisal;
  char *field;
  gint64 edition;
} Use;

static void
use_free (gpointer data)
{
  Use *use = data;

  g_free (use->field);
  g_free (use);
}

static gboolean
write_use (AccordWriter *writer, gpointer data, GError **error)
{
  const Use *use = data;
  AccordReader *reader = accord_writer_get_reader (writer);
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), "appraisal");
  g_autoptr (AccordRecord) appraisal = accord_reader_get (reader, kind, use->appraisal, error);

  if (appraisal == NULL)
    return FALSE;
  accord_record_set_int (appraisal, use->field, use->edition);
  return accord_writer_update (writer, appraisal, error);
}

static void
on_use (GtkWidget *button, AccordOffersCard *self)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "accord-index"));
  const AccordAppraisalFile *file = accord_appraisal_work_get_file (self->work);
  GPtrArray *offers = accord_appraisal_work_get_offers (self->work);
  const AccordEditionOffer *offer;
  g_autofree char *title = NULL, *label = NULL;
  Use *use;

  if (index >= offers->len || file->appraisal == NULL)
    return;
  offer = offers->pdata[index];
  use = g_new0 (Use, 1);
  use->appraisal = accord_record_get_id (file->appraisal);
  use->field = g_strdup (offer->field);
  use->edition = accord_record_get_id (offer->newer);
  title = accord_record_dup_title (offer->newer);
  label = g_strdup_printf (_ ("Use the newer “%s”"), title);
  accord_appraisal_work_do (self->work, label, write_use, use, use_free);
}

static char *
dup_edition (AccordRecord *edition)
{
  const char *name = accord_record_get_text (edition, "edition");

  return name != NULL ? g_strdup (name) : g_strdup (_ ("an edition without a name"));
}

static GtkWidget *
make_offer (AccordOffersCard *self, const AccordEditionOffer *offer, guint index)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12),
            *words = accord_page_label (NULL, "first-line");
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2), *use = accord_page_button (_ ("_Use it"));
  g_autofree char *title = accord_record_dup_title (offer->newer);
  g_autofree char *before = dup_edition (offer->used), *after = dup_edition (offer->newer);
  /* Translators: the name of a table, the edition that is used, and the newer one. */
  g_autofree char *sentence = g_strdup_printf (_ ("%s: %s is used, %s is there."), title, before, after);

  gtk_label_set_label (GTK_LABEL (words), sentence);
  gtk_box_append (GTK_BOX (lines), words);
  for (guint i = 0; i < offer->differences->len && i < MOST_DIFFERENCES; i++)
    gtk_box_append (GTK_BOX (lines), accord_page_label (offer->differences->pdata[i], "second-line"));
  if (offer->differences->len > MOST_DIFFERENCES)
    gtk_box_append (GTK_BOX (lines), accord_page_label (_ ("and more"), "second-line"));
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_box_append (GTK_BOX (row), lines);
  gtk_widget_set_valign (use, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (use), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence, -1);
  g_object_set_data (G_OBJECT (use), "accord-index", GUINT_TO_POINTER (index));
  g_signal_connect_object (use, "clicked", G_CALLBACK (on_use), self, 0);
  gtk_widget_set_visible (use, accord_appraisal_work_get_may_change (self->work));
  gtk_box_append (GTK_BOX (row), use);
  return row;
}

static void
on_loaded (AccordOffersCard *self)
{
  GPtrArray *offers = accord_appraisal_work_get_offers (self->work);

  accord_page_empty_box (self->rows);
  for (guint i = 0; i < offers->len; i++)
    gtk_box_append (GTK_BOX (self->rows), make_offer (self, offers->pdata[i], i));
  gtk_widget_set_visible (GTK_WIDGET (self), offers->len > 0);
}

static void
accord_offers_card_dispose (GObject *object)
{
  AccordOffersCard *self = ACCORD_OFFERS_CARD (object);

  g_clear_pointer (&self->card, gtk_widget_unparent);
  g_clear_object (&self->work);

  G_OBJECT_CLASS (accord_offers_card_parent_class)->dispose (object);
}

static void
accord_offers_card_class_init (AccordOffersCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_offers_card_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
accord_offers_card_init (AccordOffersCard *self)
{
  GtkWidget *head;

  self->card = accord_page_card (&head, _ ("Newer editions"));
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (self->rows, "card-body");
  gtk_box_append (GTK_BOX (self->card), self->rows);
  gtk_widget_hide (GTK_WIDGET (self));
}

/**
 * accord_offers_card_new:
 * @work: an appraisal that is worked on
 *
 * Returns: (transfer floating): newer editions than it stands on, hidden while there are none
 */
GtkWidget *
accord_offers_card_new (AccordAppraisalWork *work)
{
  AccordOffersCard *self = g_object_new (ACCORD_TYPE_OFFERS_CARD, NULL);

  self->work = g_object_ref (work);
  g_signal_connect_object (work, "loaded", G_CALLBACK (on_loaded), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
