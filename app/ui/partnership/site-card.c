/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "partnership/site-card.h"

#include "date.h"
#include "form/page-parts.h"

#include <glib/gi18n-lib.h>

/**
 * AccordSiteCard:
 *
 * Where a council's committee pages are, when they were last read, and a button that asks for what is new.
 */
struct _AccordSiteCard
{
  GtkWidget parent_instance;

  GtkWidget *card;
  GtkWidget *refresh;
  GtkWidget *site;
  GtkWidget *note;
};

G_DEFINE_FINAL_TYPE (AccordSiteCard, accord_site_card, GTK_TYPE_WIDGET)

static void
accord_site_card_dispose (GObject *object)
{
  g_clear_pointer (&ACCORD_SITE_CARD (object)->card, gtk_widget_unparent);
  G_OBJECT_CLASS (accord_site_card_parent_class)->dispose (object);
}

static void
accord_site_card_class_init (AccordSiteCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_site_card_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
accord_site_card_init (AccordSiteCard *self)
{
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *head;

  self->card = accord_page_card (&head, _ ("Committee pages"));
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  self->refresh = accord_page_button (_ ("_Refresh…"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->refresh), "win.refresh-committees");
  gtk_widget_set_valign (self->refresh, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (head), self->refresh);
  gtk_widget_add_css_class (body, "card-body");
  self->site = accord_page_label (NULL, "first-line");
  self->note = accord_page_label (NULL, "second-line");
  gtk_box_append (GTK_BOX (body), self->site);
  gtk_box_append (GTK_BOX (body), self->note);
  gtk_box_append (GTK_BOX (self->card), body);
}

/**
 * accord_site_card_new:
 *
 * Returns: (transfer floating): a card of no council yet
 */
GtkWidget *
accord_site_card_new (void)
{
  return g_object_new (ACCORD_TYPE_SITE_CARD, NULL);
}

static char *
dup_read (const char *read_at)
{
  g_autofree char *day = read_at != NULL ? g_strndup (read_at, ACCORD_DATE_ISO_SIZE - 1) : NULL;
  g_autofree char *shown = day != NULL && accord_date_is_iso (day) ? accord_date_format (day) : NULL;

  if (shown == NULL)
    return g_strdup (_ ("Never read yet."));
  /* Translators: %s is a date. */
  return g_strdup_printf (_ ("Read on %s."), shown);
}

/**
 * accord_site_card_show:
 * @self: a card
 * @organisation: an organisation
 *
 * Shows where its committee pages are. Councils are asked for it, and of another organisation it is shown
 * where it is on record.
 */
void
accord_site_card_show (AccordSiteCard *self, AccordRecord *organisation)
{
  const char *site = accord_record_get_text (organisation, "committee-site");
  const gboolean council = g_strcmp0 (accord_record_get_text (organisation, "type"), "council") == 0;
  g_autofree char *read = dup_read (accord_record_get_text (organisation, "committees-read"));

  g_return_if_fail (ACCORD_IS_SITE_CARD (self));

  gtk_widget_set_visible (GTK_WIDGET (self), council || site != NULL);
  gtk_widget_set_visible (self->refresh, site != NULL && accord_record_get_deleted (organisation) == NULL);
  gtk_label_set_label (GTK_LABEL (self->site), site != NULL ? site : _ ("Not known"));
  gtk_label_set_label (GTK_LABEL (self->note),
                       site != NULL ? read
                                    : _ ("With the address of its committee website on record, "
                                         "its meetings can be fetched from there."));
}
